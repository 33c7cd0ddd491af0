import { Alert, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import type { WireGradebook } from '../wire-gradebook.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** A column that is filled by hand: an examination, a piece of work. */
export function NewColumn({
  book,
  path,
  onKept,
  onClose,
}: {
  readonly book: WireGradebook
  readonly path: string
  readonly onKept: (book: WireGradebook) => void
  readonly onClose: () => void
}) {
  const t = useCourseworkTexts()
  const errorText = useErrorText()
  const [title, setTitle] = useState('')
  const [maxScore, setMax] = useState('100')
  const [categoryId, setCategory] = useState(book.categories.at(-1)!.id)
  const [problem, setProblem] = useState<string>()
  async function add() {
    try {
      onKept(await api.post<WireGradebook>(`${path}/gradebook/columns`, { title, maxScore, categoryId }))
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <Modal
      open
      title={t('book-add-column')}
      okText={t('add')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void add()}
      onCancel={onClose}
    >
      <FormRow id="column-title" label={t('book-column-title')} isRequired>
        <Input id="column-title" value={title} maxLength={60} onChange={({ target }) => setTitle(target.value)} />
      </FormRow>
      <FormRow id="column-max" label={t('book-max')} isRequired>
        <Input
          id="column-max"
          inputMode="decimal"
          value={maxScore}
          onChange={({ target }) => setMax(target.value.trim())}
        />
      </FormRow>
      <FormRow id="column-category" label={t('book-name')}>
        <Select
          id="column-category"
          value={categoryId}
          onChange={setCategory}
          options={book.categories.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FormRow>
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}
