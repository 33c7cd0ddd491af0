import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDecidedTerm } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** What was decided on terms: who, when, what it changed, how far the reading is; each may be undone. */
export function DecidedTerms() {
  const t = useAbilityTexts()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const decided = useQuery({
    queryKey: ['ability', 'decided'],
    queryFn: ({ signal }) => api.get<WireDecidedTerm[]>('/ability/terms/decided', signal),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? 1000 : false),
  })
  const done = decided.data?.filter(({ state }) => state === 'done').length
  // What is counted is asked for again when a reading ends.
  useEffect(() => {
    if (done === undefined) return
    for (const key of ['terms', 'demand']) void queries.invalidateQueries({ queryKey: ['ability', key] })
  }, [done, queries])
  async function undo(id: string) {
    setError(undefined)
    try {
      await api.post(`/ability/terms/${id}/undo`, {})
      await decided.refetch()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <section aria-label={t('decided.title')}>
      <h2 className="ability-heading">{t('decided.title')}</h2>
      {error !== undefined && <ErrorState error={error} what={t('decided.undo')} />}
      {decided.error && <ErrorState error={decided.error} onRetry={() => void decided.refetch()} />}
      {!decided.error && !decided.data && <Loading />}
      {decided.data?.length === 0 && <p className="ability-small">{t('decided.none')}</p>}
      <ul className="ability-imports">
        {decided.data?.map((one) => (
          <li key={one.id}>
            <strong className={one.undoneAt === null ? '' : 'ability-undone'}>
              {t(`decided.${one.decision}`, {
                term: one.shown,
                name: one.name,
                kind: t(`kind.${one.kind}` as 'kind.tool'),
              })}
            </strong>{' '}
            <small>
              {one.decidedAt.slice(0, 10)} · {one.decidedBy}
              {one.undoneAt !== null &&
                ` · ${t('decided.undone', { date: one.undoneAt.slice(0, 10), name: one.undoneBy ?? '' })}`}
            </small>
            {one.state === 'running' ? (
              <Progress
                percent={one.total === 0 ? 0 : Math.floor((one.done / one.total) * 100)}
                aria-label={t('decided.running', { done: one.done, total: one.total })}
              />
            ) : (
              <p className="ability-small">{t('decided.changed', { changed: one.changed, done: one.done })}</p>
            )}
            {one.undoneAt === null && one.state === 'done' && (
              <Popconfirm
                placement="topLeft"
                title={t('decided.undo.ask', { n: one.changed })}
                okText={t('decided.undo')}
                cancelText={t('decided.undo.no')}
                onConfirm={() => void undo(one.id)}
              >
                <Button size="small">{t('decided.undo')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
