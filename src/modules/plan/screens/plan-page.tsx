import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WirePlanFigures, WirePlanProblem, WirePlanTasks } from '../wire.ts'
import { PlanActions } from './changes/plan-actions.tsx'
import { PlanViews, usePlanParts } from './plan-views.tsx'
import { RunLinks } from './run-links.tsx'
import { usePlanTexts } from './use-plan-texts.ts'
import './plan.css'
import './plan-views.css'

/** One plan: what it is, what is wrong in it, what can be done with it, and the ways to look at it. */
export function PlanPage() {
  const t = usePlanTexts()
  const { id = '' } = useParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const figures = useQuery({
    queryKey: ['plans', id, 'figures'],
    queryFn: ({ signal }) => api.get<WirePlanFigures>(`${path}/figures`, signal),
  })
  const tasks = useQuery({
    queryKey: ['plans', id, 'tasks'],
    queryFn: ({ signal }) => api.get<WirePlanTasks>(`${path}/tasks`, signal),
  })
  const problems = useQuery({
    queryKey: ['plans', id, 'problems'],
    queryFn: ({ signal }) => api.get<WirePlanProblem[]>(`${path}/problems`, signal),
  })
  const parts = usePlanParts(id)
  const navigate = useNavigate()
  const failed = [figures, tasks].find((query) => query.error)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (!figures.data || !tasks.data) return <Loading />
  const { plan } = figures.data
  return (
    <>
      <PageHeader
        title={plan.name}
        tags={
          <>
            <StatusTag state={plan.state} />
            <Link to={`/plans/${encodeURIComponent(plan.code)}/compare`}>
              {t('plans.edition', { n: plan.edition })}
            </Link>
          </>
        }
        subtitle={t('plans.span', { from: plan.from, to: plan.to, asOf: plan.asOf })}
        back={{ to: '/plans', text: t('plans.title') }}
        actions={
          parts.data && (
            <PlanActions
              parts={parts.data}
              onRequest={(change) => void navigate(`/plans/${encodeURIComponent(id)}?view=changes&change=${change}`)}
            />
          )
        }
      />
      <RunLinks plan={plan} />
      {problems.data && problems.data.length > 0 && <Problems problems={problems.data} />}
      <PlanViews figures={figures.data} data={tasks.data} parts={parts} />
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly WirePlanProblem[] }) {
  const t = usePlanTexts()
  const { lang } = useLang()
  return (
    <details className="plan-problems">
      <summary>{t('problems.title', { n: problems.length })}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.tasks.join()}`}>{problem.message[lang]}</li>
        ))}
      </ul>
    </details>
  )
}
