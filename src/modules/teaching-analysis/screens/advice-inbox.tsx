import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireAdvice } from '../wire.ts'
import { AdviceCard } from './advice-card.tsx'
import { useTeachingTexts } from './use-teaching-texts.ts'

type Shown = 'open' | 'taken' | 'declined'

const shownIn = ({ state }: WireAdvice): Shown => (state === 'accepted' || state === 'done' ? 'taken' : state)

/** Advice to answer, what was taken with what came of it, and what was not useful; of one class or of all. */
export function AdviceInbox({ teachingClass }: { readonly teachingClass?: string }) {
  const t = useTeachingTexts()
  const [shown, setShown] = useState<Shown>('open')
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching', 'advice'],
    queryFn: ({ signal }) => api.get<readonly WireAdvice[]>('/teaching/advice', signal),
  })
  if (error) return <ErrorState error={error} what={t('advice.title')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={4} />
  const own = data.filter((one) => teachingClass === undefined || one.teachingClass === teachingClass)
  const listed = own.filter((one) => shownIn(one) === shown)
  return (
    <section className="advice-inbox">
      <div className="teaching-head">
        <h2>{t('advice.title')}</h2>
        <Segmented<Shown>
          aria-label={t('advice.title')}
          value={shown}
          onChange={setShown}
          options={(['open', 'taken', 'declined'] as const).map((value) => ({
            value,
            label: t(`advice.${value}`, { n: own.filter((one) => shownIn(one) === value).length }),
          }))}
        />
      </div>
      {listed.length === 0 ? (
        <EmptyState title={t('advice.none')} hint={t('advice.none-hint')} />
      ) : (
        <ul className="advice-list">
          {listed.map((advice) => (
            <AdviceCard key={advice.id} advice={advice} />
          ))}
        </ul>
      )}
    </section>
  )
}
