import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { LightColour } from '../wire.ts'
import type { WireLeaders } from '../wire-run.ts'
import { countedAt } from './counted-page.tsx'
import { tenThousand } from './ten-thousand.ts'
import { UnitRanks } from './unit-ranks.tsx'
import { usePlanTexts } from './use-plan-texts.ts'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

const COLOURS: readonly LightColour[] = ['red', 'yellow', 'green', 'grey']
const AMOUNTS = ['budget', 'arrived', 'spent'] as const
const percent = (value: string | null) => (value === null ? '—' : `${value}%`)
const KINDS = {
  reopening: 'lead.reopening',
  decision: 'lead.decision',
  finding: 'lead.finding',
  red: 'lead.red-task',
  waiting: 'lead.waiting',
} as const

/** One look for those who lead: progress beside achievement, money, risk, units in order, and what needs a decision. */
export function LeadersPage() {
  const t = useRunTexts()
  const say = usePlanTexts()
  const { lang } = useLang()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', id, 'leaders'],
    queryFn: ({ signal }) => api.get<WireLeaders>(`/plans/${encodeURIComponent(id)}/leaders`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { figures, lights, pending } = data
  const { plan, completion, scores, money } = figures
  const at = (filter: string) => `/plans/${encodeURIComponent(plan.code)}${filter}`
  return (
    <>
      <PageHeader
        title={t('lead.title', { name: plan.name })}
        subtitle={say('plans.span', { from: plan.from, to: plan.to, asOf: plan.asOf })}
        back={{ to: at(''), text: t('lead.tasks') }}
      />
      <section className="plan-card lead-pending" aria-labelledby="lead-pending">
        <h2 id="lead-pending">{t('lead.pending', { n: pending.length })}</h2>
        {pending.length === 0 && <p>{t('lead.pending-none')}</p>}
        <ul className="plan-lines">
          {pending.map((one) => (
            <li key={`${one.kind} ${one.link}`}>
              <span>
                <span className={`run-reason run-reason-${one.kind === 'red' ? 'late' : 'problem'}`}>
                  {t(KINDS[one.kind])}
                </span>{' '}
                <Link to={one.link}>{one.title[lang]}</Link>
              </span>
              <small>
                {[one.detail[lang], one.dueOn === null ? '' : t('lead.due', { date: one.dueOn })]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </section>
      <div className="lead-numbers">
        <section className="plan-card">
          <h2>{t('lead.progress')}</h2>
          <Link className="plan-big" to={at('?open=1')}>
            {percent(data.progress)}
          </Link>
          <small>{t('lead.progress-hint')}</small>
          <p>
            {t('lead.completion')} <Link to={at('?open=1')}>{percent(completion.total.rate)}</Link>{' '}
            <small>{say('task.of', { n: completion.total.completed, all: completion.total.leaves })}</small>
          </p>
        </section>
        <section className="plan-card">
          <h2>{t('lead.achieved')}</h2>
          <Link className="plan-big" to={countedAt(plan.code, 'targets')}>
            {percent(data.achieved)}
          </Link>
          <small>{t('lead.achieved-hint')}</small>
          {scores.total !== null && (
            <p>
              {t('lead.score')}{' '}
              <Link
                to={`/registers/plan-levels?where=${encodeURIComponent(JSON.stringify([['plan', 'is', plan.id]]))}`}
              >
                {scores.total}
              </Link>
            </p>
          )}
        </section>
        {money && (
          <section className="plan-card">
            <h2>{t('lead.money')}</h2>
            <ul className="plan-lines">
              {AMOUNTS.map((amount) => (
                <li key={amount}>
                  <span>{say('task.ten-thousand', { label: say(`task.${amount}`) })}</span>
                  <Link to={countedAt(plan.code, amount)}>{tenThousand(money.total[amount].yuan)}</Link>
                </li>
              ))}
              {money.total.rates
                .filter(({ value }) => value !== null)
                .map((rate) => (
                  <li key={rate.name} title={rate.definition[lang]}>
                    <span>{rate.label[lang]}</span>
                    <Link to={countedAt(plan.code, rate.name.startsWith('use') ? 'spent' : 'arrived')}>
                      {percent(rate.value)}
                    </Link>
                  </li>
                ))}
            </ul>
          </section>
        )}
        <section className="plan-card">
          <h2>{t('lead.risk')}</h2>
          <ul className="plan-lines">
            {COLOURS.map((colour) => (
              <li key={colour}>
                <span className={`plan-light plan-light-${colour}`}>
                  <span>{say(`light.${colour}`)}</span>
                </span>
                <Link to={at(`?light=${colour}`)}>{lights[colour]}</Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <UnitRanks units={data.units} hasMoney={money !== null} at={at} />
    </>
  )
}
