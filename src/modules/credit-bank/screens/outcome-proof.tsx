import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useId, useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import type { WireOutcome } from '../wire.ts'
import { EvidenceInput, EvidenceLinks } from './evidence.tsx'
import { useBankTexts } from './use-bank-texts.ts'

/** What proves an outcome and why it was refused; its learner adds to it, and appeals. */
export function OutcomeProof({
  outcome,
  door,
}: {
  readonly outcome: WireOutcome
  readonly door: 'self' | 'mine' | undefined
}) {
  const t = useBankTexts()
  const id = useId()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'evidence' | 'appeal'>()
  const [added, setAdded] = useState<readonly FileRef[]>([])
  const isOpen = outcome.state === 'registered' || outcome.state === 'refused'
  async function send(comment: string) {
    if (added.length > 0) await api.post(`/credit-bank/${door}/outcomes/${outcome.id}/evidence`, { evidence: added })
    if (asked === 'appeal') await api.post(`/credit-bank/${door}/learning-outcomes/${outcome.id}/appeal`, { comment })
    setAdded([])
    message.success(t('applications.done'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  return (
    <>
      {outcome.why && <p className="bank-not">{t('outcome.why', { why: outcome.why })}</p>}
      {outcome.evidence.length > 0 && (
        <p className="bank-proof">
          {t('evidence.title')} <EvidenceLinks files={outcome.evidence} door={door} />
        </p>
      )}
      {door && isOpen && (
        <div className="bank-steps">
          <Button size="small" onClick={() => setAsked('evidence')}>
            {t('evidence.add')}
          </Button>
          {outcome.state === 'refused' && (
            <Button size="small" onClick={() => setAsked('appeal')}>
              {t('outcome.appeal')}
            </Button>
          )}
        </div>
      )}
      {door && asked && (
        <ConfirmComment
          title={`${t(asked === 'appeal' ? 'outcome.appeal' : 'evidence.add')} · ${outcome.name}`}
          okText={t(asked === 'appeal' ? 'outcome.appeal' : 'evidence.send')}
          comment={asked === 'appeal' ? 'required' : 'none'}
          onConfirm={send}
          onClose={() => setAsked(undefined)}
        >
          <p>{t('evidence.help')}</p>
          <EvidenceInput id={id} door={door} value={added} onChange={setAdded} />
        </ConfirmComment>
      )}
    </>
  )
}
