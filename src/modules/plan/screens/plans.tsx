import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import type { WirePlan } from '../wire.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import './plan.css'

/** All plans that the person may see. */
export function Plans() {
  const t = usePlanTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => api.get<WirePlan[]>('/plans', signal),
  })
  return (
    <>
      <PageHeader title={t('plans.title')} subtitle={t('plans.hint')} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState title={t('plans.none')} hint={t('plans.none-hint')}>
          <Link to="/registers/plans">{t('plans.open-register')}</Link>
        </EmptyState>
      )}
      <ul className="plan-list">
        {data?.map((plan) => (
          <li key={plan.id}>
            <Link to={`/plans/${plan.code}`}>
              <strong>{plan.name}</strong> <StatusTag state={plan.state} />
              <br />
              <small>{t('plans.span', { from: plan.from, to: plan.to, asOf: plan.asOf })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
