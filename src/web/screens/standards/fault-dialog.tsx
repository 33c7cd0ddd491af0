import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Field } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { AccountPicker } from '../accounts/account-picker.tsx'
import { standardTexts } from './texts.ts'
import { useStandardTexts } from './use-standard-texts.ts'

export type FaultDoing = 'assign' | 'waive' | 'reopen'

interface FaultDialogProps {
  readonly standard: string
  readonly ids: readonly string[]
  readonly doing: FaultDoing
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks what is still to be known, and does it to all chosen faults. */
export function FaultDialog({ standard, ids, doing, onDone, onClose }: FaultDialogProps) {
  const t = useStandardTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  async function act(body: object) {
    const { changed } = await api.post<{ readonly changed: number }>(`/standards/${standard}/faults`, {
      ids,
      doing: { do: doing, ...body },
    })
    void message.success(t('do.done', { n: changed }))
    onDone()
    await client.invalidateQueries({ queryKey: ['standards', standard] })
  }
  if (doing === 'assign') return <AssignFaults count={ids.length} onAssign={act} onClose={onClose} />
  return (
    <ConfirmComment
      title={t(`do.${doing}-n`, { n: ids.length })}
      comment={doing === 'waive' ? 'required' : 'none'}
      okText={t(`do.${doing}`)}
      onConfirm={(reason) => act(doing === 'waive' ? { reason } : {})}
      onClose={onClose}
    >
      {doing === 'waive' && <p>{t('do.waive-hint')}</p>}
    </ConfirmComment>
  )
}

const dueField: Field<'date'> = { kind: 'date', label: standardTexts['assign.due'], required: false }

interface AssignFaultsProps {
  readonly count: number
  readonly onAssign: (body: object) => Promise<void>
  readonly onClose: () => void
}

function AssignFaults({ count, onAssign, onClose }: AssignFaultsProps) {
  const t = useStandardTexts()
  const common = useTexts()
  const { lang } = useLang()
  const id = useId()
  const errorText = useErrorText()
  const [to, setTo] = useState<string | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function assign() {
    if (to === null) return setProblem(t('assign.needs-person'))
    setBusy(true)
    try {
      await onAssign({ to, dueOn, note: note.trim() === '' ? null : note.trim() })
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  const { Input: DayInput } = viewOf(dueField)
  return (
    <Modal
      open
      title={t('do.assign-n', { n: count })}
      okText={t('do.assign')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void assign()}
      onCancel={onClose}
      width={460}
    >
      <FormRow id={`${id}-to`} label={t('assign.to')} isRequired help={t('assign.hint')} problem={problem}>
        <AccountPicker
          id={`${id}-to`}
          value={to}
          onChange={(next) => {
            setTo(next)
            setProblem(undefined)
          }}
        />
      </FormRow>
      <FormRow id={`${id}-due`} label={t('assign.due')}>
        <DayInput id={`${id}-due`} field={dueField} lang={lang} value={dueOn} onChange={setDueOn} />
      </FormRow>
      <FormRow id={`${id}-note`} label={t('assign.note')}>
        <Input.TextArea
          id={`${id}-note`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
        />
      </FormRow>
    </Modal>
  )
}
