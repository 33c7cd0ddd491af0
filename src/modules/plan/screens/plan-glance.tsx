import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import type { WirePlan } from '../wire.ts'
import type { WireLeaders } from '../wire-run.ts'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

const percent = (value: string | null) => (value === null ? '—' : `${value}%`)
/** Plans that a leader sees at the first glance; the others are in the list of plans. */
const SHOWN = 3

/** The first thing a leader sees: each plan in one line, and the way to its overview. */
export function PlanGlance() {
  const t = useRunTexts()
  const { data: plans = [] } = useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => api.get<WirePlan[]>('/plans', signal),
  })
  const shown = plans.slice(0, SHOWN)
  const views = useQueries({
    queries: shown.map(({ code }) => ({
      queryKey: ['plans', code, 'leaders'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.get<WireLeaders>(`/plans/${encodeURIComponent(code)}/leaders`, signal),
    })),
  })
  if (shown.length === 0) return null
  return (
    <section className="card" aria-labelledby="home-plans">
      <h2 id="home-plans">{t('lead.glance')}</h2>
      <ul className="plan-lines">
        {shown.map((plan, i) => {
          const view = views[i]?.data
          return (
            <li key={plan.id}>
              <Link to={`/plans/${encodeURIComponent(plan.code)}/leaders`}>{plan.name}</Link>
              {view && (
                <span>
                  {t('lead.completion')} {percent(view.figures.completion.total.rate)} · {t('lead.achieved')}{' '}
                  {percent(view.achieved)} · {t('lead.red-count', { n: view.lights.red })} ·{' '}
                  {t('lead.pending-count', { n: view.pending.length })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
