import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { useUnsavedWarning } from '../../../../web/kit/use-unsaved-warning.ts'
import type { WirePlanChange } from '../../wire-changes.ts'
import type { WirePlanParts } from '../../wire-views.ts'
import { cellText } from './cell-text.ts'
import { useViewTexts } from './use-view-texts.ts'
import { countOf, type Wish, type Wishes } from './wishes.ts'
import '../changes/changes.css'

interface WishBarProps {
  readonly parts: WirePlanParts
  readonly wishes: Wishes
  readonly onAsked: (change: string) => void
}

/** What was changed in a plan in force and not asked for yet: it stays on the page until it is, or is dropped. */
export function WishBar({ parts, wishes, onAsked }: WishBarProps) {
  const t = useViewTexts()
  const [isAsking, setAsking] = useState(false)
  const count = countOf(wishes.wishes)
  useUnsavedWarning(count > 0)
  if (count === 0 && wishes.revised === null) return null
  return (
    <div className="wish-bar" role="status">
      <strong>
        {wishes.revised
          ? t('wish.revising', { number: wishes.revised.number, n: count })
          : t('wish.count', { n: count })}
      </strong>
      <Button type="primary" size="small" disabled={count === 0} onClick={() => setAsking(true)}>
        {t(wishes.revised ? 'wish.revise' : 'wish.propose')}
      </Button>
      <Button size="small" onClick={wishes.clear}>
        {t(wishes.revised ? 'wish.leave' : 'wish.clear')}
      </Button>
      {isAsking && <AskDialog parts={parts} wishes={wishes} onAsked={onAsked} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AskDialog({ parts, wishes, onAsked, onClose }: WishBarProps & { readonly onClose: () => void }) {
  const t = useViewTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { revised } = wishes
  const [title, setTitle] = useState(revised?.title ?? '')
  const [reason, setReason] = useState(revised?.reason ?? '')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function send() {
    if (title.trim() === '' || reason.trim() === '') return setProblem(t('wish.needed'))
    setBusy(true)
    try {
      const asked = {
        title,
        reason,
        changes: wishes.wishes.map(({ register, action, record: id, values }) => ({
          register,
          action,
          record: id,
          ...(action === 'delete' ? {} : { values }),
        })),
      }
      const { record } = revised
        ? await api.put<WirePlanChange>(`/plan-changes/${revised.id}`, { ...asked, version: revised.version })
        : await api.post<WirePlanChange>(`/plans/${encodeURIComponent(parts.plan.code)}/changes`, asked)
      wishes.clear()
      await api
        .post(`/registers/plan-changes/${record.id}/actions/submit`, { version: record.version })
        .then(() => message.success(t('wish.sent')))
        .catch((error: unknown) => message.warning(t('wish.kept') + errorText(error)))
      void client.invalidateQueries({ queryKey: ['plans'] })
      onAsked(record.id)
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={t('wish.title')}
      okText={t('wish.send')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void send()}
      onCancel={onClose}
      width={640}
    >
      <ul className="wish-list">
        {wishes.wishes.map((wish) => (
          <li key={`${wish.register} ${wish.record}`}>
            <WishLine wish={wish} parts={parts} />
            <Button type="link" size="small" onClick={() => wishes.drop(wish)}>
              {t('wish.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <FormRow id="wish-title" label={t('wish.what')} isRequired>
        <Input id="wish-title" value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </FormRow>
      <FormRow id="wish-reason" label={t('wish.why')} isRequired problem={problem}>
        <Input.TextArea
          id="wish-reason"
          value={reason}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormRow>
    </Modal>
  )
}

function WishLine({ wish, parts }: { readonly wish: Wish; readonly parts: WirePlanParts }) {
  const t = useViewTexts()
  const { lang } = useLang()
  const declared = parts.registers[wish.register]!
  const values = wish.action === 'update' ? Object.entries(wish.values) : []
  return (
    <span>
      <small>{declared.label[lang]}</small> {wish.name}
      {wish.action === 'create' && <em> {t('wish.new')}</em>}
      {wish.action === 'delete' && <em> {t('wish.gone')}</em>}
      {values.map(([name, value]) => {
        const field = declared.fields[name]!
        const was = cellText(field, wish.was[name], wish.wasTitles?.[name], lang)
        return (
          <span key={name} className="wish-value">
            {field.label[lang]} <del>{was}</del> → <ins>{cellText(field, value, wish.titles[name], lang)}</ins>
          </span>
        )
      })}
    </span>
  )
}
