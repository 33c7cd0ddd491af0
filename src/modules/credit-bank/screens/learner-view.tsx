import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireEntry, WireLearnerPage, WireOption, WireOutcome } from '../wire.ts'
import { ApplicationList } from './application-list.tsx'
import { BringOutcome } from './bring-outcome.tsx'
import { LearnerCode } from './learner-code.tsx'
import { LifeView } from './life-view.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const ACCOUNTS = ['held', 'converted', 'lapsed'] as const
const accountText = {
  issued: 'account.issued',
  held: 'account.held',
  converted: 'account.converted',
  lapsed: 'account.lapsed',
} as const
const nameOf = (account: string) => accountText[account as keyof typeof accountText]

interface LearnerViewProps {
  /** Of an account that somebody works with. */
  readonly id?: string
  /** Of the account of whoever looks, by the door they came in. */
  readonly door?: 'self' | 'mine'
}

/** One learner: balances, what next, outcomes with what they could become, applications, the ledger. */
export function LearnerView({ id = '', door }: LearnerViewProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ readonly outcome: WireOutcome; readonly option: WireOption }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'learner', door ?? id],
    queryFn: ({ signal }) =>
      api.get<WireLearnerPage>(door ? `/credit-bank/${door}/page` : `/credit-bank/learners/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { learner, balances, outcomes, applications, entries } = data

  async function apply(outcome: WireOutcome, option: WireOption, note: string) {
    await api.post(door ? `/credit-bank/${door}/applications` : '/credit-bank/applications', {
      outcome: outcome.id,
      rule: option.rule,
      ...(note ? { note } : {}),
    })
    message.success(t('option.applied'))
    await client.invalidateQueries({ queryKey: ['credit-bank'] })
  }
  return (
    <div className="bank-learner">
      <section className="bank-card" aria-label={t('balance.label')}>
        <div className="bank-head">
          <strong>{learner.name}</strong>
          <small>{t('learner.of', { number: learner.number, proof: learner.proof[lang] })}</small>
        </div>
        <dl className="bank-balances">
          {ACCOUNTS.map((account) => (
            <div key={account}>
              <dt>{t(`balance.${account}`)}</dt>
              <dd>{balances[account]}</dd>
            </div>
          ))}
        </dl>
      </section>
      {!learner.isProven && (
        <p className="bank-notice" role="note">
          {t('learner.not-proven')}
        </p>
      )}
      {!door && <LearnerCode id={id} />}
      <LifeView page={data} />
      <h2>{t('outcomes.title', { n: outcomes.length })}</h2>
      {door && <BringOutcome door={door} />}
      {outcomes.length === 0 && <p>{t('outcomes.none')}</p>}
      <ul className="bank-list">
        {outcomes.map((outcome) => (
          <OutcomeCard
            key={outcome.id}
            outcome={outcome}
            door={door}
            canApply={data.canApply}
            canRevoke={!door && !data.isOwn}
            waiting={applications.flatMap(({ state, outcomeId, ruleId }) =>
              state === 'submitted' && outcomeId === outcome.id ? [ruleId] : [],
            )}
            onApply={(of, option) => setAsked({ outcome: of, option })}
          />
        ))}
      </ul>
      <h2>{t('applications.title')}</h2>
      <ApplicationList rows={applications} door={door} />
      <h2>{t('entries.title')}</h2>
      <Entries entries={entries} />
      {asked && (
        <ConfirmComment
          title={t('option.apply')}
          okText={t('option.apply')}
          comment="optional"
          onConfirm={(note) => apply(asked.outcome, asked.option, note)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {t('option.sure', {
              at: asked.option.institutionName,
              outcome: asked.outcome.name,
              target: asked.option.target,
            })}
          </p>
        </ConfirmComment>
      )}
    </div>
  )
}

function Entries({ entries }: { readonly entries: readonly WireEntry[] }) {
  const t = useBankTexts()
  if (entries.length === 0) return <p>{t('entries.none')}</p>
  return (
    <ul className="bank-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span>
            {t(nameOf(entry.from))} → {t(nameOf(entry.to))}
            <small>
              {' '}
              {[entry.outcome, entry.institution, entry.target, formatTime(entry.at)].filter(Boolean).join(' · ')}
            </small>
          </span>
          <strong>{entry.credits}</strong>
        </li>
      ))}
    </ul>
  )
}
