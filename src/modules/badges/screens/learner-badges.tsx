import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { BadgeList } from './badge-list.tsx'
import { useBadgeTexts } from './use-badge-texts.ts'

/** Certificates of a learner; without one in the address, those of whoever is signed in. */
export function LearnerBadges() {
  const { learner } = useParams()
  return learner ? <BadgeList learner={learner} /> : <Own />
}

function Own() {
  const t = useBadgeTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'me'],
    queryFn: ({ signal }) => api.get<{ readonly learner: string | null }>('/credit-bank/me', signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.learner) return <BadgeList door="mine" />
  return (
    <>
      <PageHeader title={t('badges.title')} back={{ to: '/credit-bank', text: t('badges.back') }} />
      <EmptyState title={t('badges.no-account')} hint={t('badges.none')} />
    </>
  )
}
