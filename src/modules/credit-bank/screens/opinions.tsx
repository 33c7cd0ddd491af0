import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireOpinion, WireOpinions } from '../wire-opinions.ts'
import { AskExperts } from './ask-experts.tsx'
import { useBankTexts } from './use-bank-texts.ts'

/** What experts say of an outcome that waits, what is missing, and a way to ask more of them. */
export function Opinions({ outcome, name }: { readonly outcome: string; readonly name: string }) {
  const t = useBankTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [ending, setEnding] = useState<WireOpinion>()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'opinions', outcome],
    queryFn: ({ signal }) => api.get<WireOpinions>(`/credit-bank/outcomes/${outcome}/opinions`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  async function withdraw({ id, version }: WireOpinion, comment: string) {
    await api.post(`/registers/outcome-opinions/${id}/actions/withdraw`, { version, comment })
    void message.success(t('opinion.withdrawn'))
    await client.invalidateQueries({ queryKey: ['credit-bank', 'opinions', outcome] })
  }
  return (
    <div className="bank-opinions">
      {data.missing > 0 && <p className="bank-notice">{t('opinion.missing', { n: data.missing })}</p>}
      {data.opinions.length > 0 && (
        <ul>
          {data.opinions.map((opinion) => (
            <li key={opinion.id}>
              <OpinionLine opinion={opinion} />
              {opinion.canWithdraw && (
                <Button size="small" type="link" onClick={() => setEnding(opinion)}>
                  {t('opinion.withdraw')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.canAsk && (
        <Button size="small" type="link" onClick={() => setAsking(true)}>
          {t('opinion.ask')}
        </Button>
      )}
      {isAsking && <AskExperts outcome={outcome} name={name} onClose={() => setAsking(false)} />}
      {ending && (
        <ConfirmComment
          title={`${t('opinion.withdraw')} · ${ending.expert}`}
          okText={t('opinion.withdraw')}
          comment="required"
          isDangerous
          onConfirm={(comment) => withdraw(ending, comment)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  )
}

function OpinionLine({ opinion }: { readonly opinion: WireOpinion }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { expert, state, dueOn, isOverdue, recommendation, level, credits, reason, why } = opinion
  const waits = isOverdue ? t('opinion.overdue', { day: dueOn }) : t('opinion.until', { day: dueOn })
  const said = [
    recommendation?.[lang],
    level && t('opinion.level', { level: level[lang] }),
    credits && t('opinion.credits', { n: credits }),
  ]
  return (
    <span>
      <strong>{expert}</strong> <StatusTag state={state} />{' '}
      <small>{(state === 'assigned' ? [waits] : said).filter(Boolean).join(' · ')}</small>
      {(why ?? reason) && <span className="bank-said">{why ?? reason}</span>}
    </span>
  )
}
