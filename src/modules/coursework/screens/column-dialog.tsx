import { Alert, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import type { WireColumn, WireGradebook } from '../wire-gradebook.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** A column that is filled by hand (an examination, a piece of work): a new one, or one to change or remove. */
export function ColumnDialog({
  book,
  column,
  path,
  onKept,
  onClose,
}: {
  readonly book: WireGradebook
  /** Null for a new one. */
  readonly column: WireColumn | null
  readonly path: string
  readonly onKept: (book: WireGradebook) => void
  readonly onClose: () => void
}) {
  const t = useCourseworkTexts()
  const errorText = useErrorText()
  const [title, setTitle] = useState(column?.title ?? '')
  const [maxScore, setMax] = useState(column?.maxScore ?? '100')
  const [categoryId, setCategory] = useState(column?.categoryId ?? book.categories.at(-1)!.id)
  const [problem, setProblem] = useState<string>()
  const [isRemoving, setRemoving] = useState(false)
  const columns = `${path}/gradebook/columns`
  async function save() {
    const body = { title, maxScore, categoryId }
    try {
      onKept(
        column
          ? await api.patch<WireGradebook>(`${columns}/${column.id}`, body)
          : await api.post<WireGradebook>(columns, body),
      )
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  if (isRemoving && column)
    return (
      <ConfirmComment
        title={t('book-remove-column', { title: column.title })}
        comment="required"
        okText={t('remove')}
        isDangerous
        onConfirm={async (reason) =>
          onKept(await api.post<WireGradebook>(`${columns}/${column.id}/remove`, { reason }))
        }
        onClose={onClose}
      >
        <p>{t('book-remove-hint')}</p>
      </ConfirmComment>
    )
  return (
    <Modal
      open
      title={t(column ? 'book-change-column' : 'book-add-column')}
      onCancel={onClose}
      footer={[
        column && (
          <Button key="remove" danger onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button key="save" type="primary" disabled={title.trim() === ''} onClick={() => void save()}>
          {t(column ? 'save' : 'add')}
        </Button>,
      ]}
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
