import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../../../web/kit/api.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import type { WireClaim, WireClaims } from '../../wire-money.ts'
import { ClaimCard } from './claim-card.tsx'
import { useMoneyTexts } from './use-money-texts.ts'
import './money.css'

/** Claims of a plan: what waits for the person, their own, and all that they may see. */
export function PlanClaims() {
  const t = useMoneyTexts()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', id, 'claims'],
    queryFn: ({ signal }) => api.get<WireClaims>(`${path}/claims`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  const waiting = data.claims.filter(
    ({ record, isOwn }) => !isOwn && record.can.actions.some(({ name }) => ONWARD.has(name)),
  )
  const own = data.claims.filter(({ isOwn }) => isOwn)
  const list = (claims: readonly WireClaim[], isWaiting = false) =>
    claims.length === 0 ? (
      <EmptyState
        title={t(isWaiting ? 'claims.none-waiting' : 'claims.none')}
        {...(!isWaiting && data.canClaim ? { hint: t('claims.none-hint') } : {})}
      />
    ) : (
      <ul className="money-claims">
        {claims.map((claim) => (
          <ClaimCard key={claim.record.id} claim={claim} onDone={() => void refetch()} />
        ))}
      </ul>
    )
  return (
    <>
      <PageHeader
        title={t('claims.title')}
        subtitle={`${data.plan.name} · ${t('claims.hint')}`}
        back={{ to: path, text: t('money.back') }}
        actions={
          <>
            <Link to={`${path}/money`}>{t('money.title')}</Link>
            {data.canClaim && (
              <Button type="primary" onClick={() => void navigate(`${path}/claims/new`)}>
                {t('money.new-claim')}
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label={t('claims.title')}
        start={waiting.length > 0 ? 'waiting' : own.length > 0 ? 'own' : 'all'}
        tabs={[
          { key: 'waiting', label: t('claims.waiting', { n: waiting.length }), content: list(waiting, true) },
          { key: 'own', label: t('claims.own', { n: own.length }), content: list(own) },
          {
            key: 'all',
            label: t('claims.all', { n: data.total }),
            content: (
              <>
                {list(data.claims)}
                {data.total > data.claims.length && (
                  <p className="money-note">{t('claims.more', { n: data.claims.length })}</p>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

/** Steps that take a claim further: what waits for somebody. */
const ONWARD = new Set(['review', 'approve', 'report', 'pay'])
