import { Alert, Button, Checkbox, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import type { WireCategory, WireGradebook } from '../wire-gradebook.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

const category = (name: string, weight: string, withAttendance = false): WireCategory => ({
  id: crypto.randomUUID(),
  name,
  weight,
  dropLowest: 0,
  withAttendance,
})

/** What the grade is made of: categories, weights, dropped scores, digits, and who sees it. */
export function BookSetup({
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
  const [categories, setCategories] = useState<readonly WireCategory[]>(() =>
    book.categories.length > 0
      ? book.categories
      : [category('考勤', '10', true), category('作业', '40'), category('期末', '50')],
  )
  const [decimals, setDecimals] = useState(book.decimals)
  const [isOpen, setOpen] = useState(book.openToStudents)
  const [problem, setProblem] = useState<string>()
  const set = (i: number, change: Partial<WireCategory>) =>
    setCategories(categories.with(i, { ...categories[i]!, ...change }))
  async function save() {
    try {
      onKept(
        await api.put<WireGradebook>(`${path}/gradebook`, {
          categories,
          decimals,
          openToStudents: isOpen,
          revision: book.revision,
        }),
      )
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <Modal
      open
      width={720}
      title={t('book-setup')}
      okText={t('save')}
      cancelText={t('cancel')}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <ul className="work-categories">
        {categories.map((one, i) => (
          <li key={one.id}>
            <Input
              aria-label={t('book-name')}
              value={one.name}
              maxLength={60}
              onChange={({ target }) => set(i, { name: target.value })}
            />
            <Input
              aria-label={t('book-weight')}
              suffix="%"
              inputMode="decimal"
              value={one.weight}
              onChange={({ target }) => set(i, { weight: target.value.trim() })}
            />
            <InputNumber
              aria-label={t('book-drop')}
              prefix={t('book-drop')}
              min={0}
              max={20}
              value={one.dropLowest}
              onChange={(dropLowest) => set(i, { dropLowest: dropLowest ?? 0 })}
            />
            <Checkbox
              checked={one.withAttendance}
              onChange={({ target }) => set(i, { withAttendance: target.checked })}
            >
              {t('book-attendance')}
            </Checkbox>
            <Button
              type="text"
              disabled={categories.length === 1}
              onClick={() => setCategories(categories.toSpliced(i, 1))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setCategories([...categories, category('', '0')])}>{t('book-add-category')}</Button>
      <p>
        <small>{t('book-attendance-rule')}</small>
      </p>
      <p>
        {t('book-decimals')}{' '}
        <InputNumber
          aria-label={t('book-decimals')}
          min={0}
          max={2}
          value={decimals}
          onChange={(value) => setDecimals(value ?? 0)}
        />
      </p>
      <Checkbox checked={isOpen} onChange={({ target }) => setOpen(target.checked)}>
        {t('book-open')}
      </Checkbox>
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}
