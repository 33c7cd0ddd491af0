import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { api } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import type { WirePlan } from '../../wire.ts'
import { useChangeTexts } from './use-change-texts.ts'

interface Copied {
  readonly code: string
  readonly made: Readonly<Record<string, number>>
  readonly withoutOwner: readonly string[]
}

/** Copies a plan as the draft of another, and opens it. */
export function CopyDialog({ plan, onClose }: { readonly plan: WirePlan; readonly onClose: () => void }) {
  const t = useChangeTexts()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [from, setFrom] = useState('')
  const [isReplacing, setReplacing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function copy() {
    if (code.trim() === '' || name.trim() === '' || from === '') return setProblem(t('copy.needed'))
    setBusy(true)
    try {
      const made = await api.post<Copied>(`/plans/${encodeURIComponent(plan.code)}/copies`, {
        code: code.trim(),
        name: name.trim(),
        from,
        ...(isReplacing ? { replaces: true, kind: plan.kind } : {}),
      })
      void client.invalidateQueries({ queryKey: ['plans'] })
      const n = made.made['plan-tasks'] ?? 0
      const left = made.withoutOwner.length
      void message.success(left > 0 ? t('copy.without-owner', { n, left }) : t('copy.done', { n }))
      onClose()
      void navigate(`/plans/${encodeURIComponent(made.code)}?view=table`)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('copy.title')}
      okText={t('head.copy')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void copy()}
      onCancel={onClose}
      width={520}
    >
      <p>{t('copy.hint')}</p>
      <FormRow id="copy-code" label={t('copy.code')} isRequired>
        <Input id="copy-code" value={code} maxLength={40} onChange={(event) => setCode(event.target.value)} />
      </FormRow>
      <FormRow id="copy-name" label={t('copy.name')} isRequired>
        <Input id="copy-name" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </FormRow>
      <FormRow id="copy-from" label={t('copy.from')} isRequired problem={problem}>
        <DateBox id="copy-from" picker="date" value={from} onChange={setFrom} />
      </FormRow>
      <Checkbox checked={isReplacing} onChange={(event) => setReplacing(event.target.checked)}>
        {t('copy.replaces')}
      </Checkbox>
    </Modal>
  )
}
