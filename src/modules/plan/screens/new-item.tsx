import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, ApiError } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { UnitPicker } from '../../../web/kit/pickers.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useRunTexts } from './use-run-texts.ts'

interface NewItemProps {
  readonly meeting: string
  readonly order: number
  readonly onAdded: () => Promise<void>
}

/** Puts something on the agenda that no task shows by itself. */
export function NewItem({ meeting, order, onAdded }: NewItemProps) {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [subject, setSubject] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const problemAt = (field: string) =>
    error instanceof ApiError ? error.problems.find((one) => one.field === field)?.message[lang] : undefined
  const isElsewhere = error !== undefined && !problemAt('subject') && !problemAt('unit')
  async function add() {
    setBusy(true)
    setError(undefined)
    try {
      await api.post('/registers/plan-decisions', {
        values: { meeting, order, reason: 'other', unit, subject: subject.trim() || null },
      })
      setSubject('')
      setOpen(false)
      await onAdded()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  if (!isOpen)
    return (
      <div className="run-actions">
        <Button onClick={() => setOpen(true)}>{t('meet.add')}</Button>
      </div>
    )
  return (
    <form
      className="plan-card run-form run-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      {isElsewhere && (
        <p className="form-alert" role="alert">
          {errorText(error)}
        </p>
      )}
      <div className="run-two">
        <FormRow id="item-subject" label={t('meet.subject')} isRequired problem={problemAt('subject')}>
          <Input
            id="item-subject"
            autoFocus
            maxLength={300}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
          />
        </FormRow>
        <FormRow id="item-unit" label={t('meet.unit')} isRequired problem={problemAt('unit')}>
          <UnitPicker id="item-unit" value={unit} onChange={setUnit} />
        </FormRow>
      </div>
      <div className="run-actions">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('meet.add')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('fill.close')}</Button>
      </div>
    </form>
  )
}
