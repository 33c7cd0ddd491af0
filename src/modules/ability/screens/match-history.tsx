import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireKeptMatch } from '../wire.ts'
import type { AskedPlan } from './asked-plan.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** A major over time: comparisons kept, each with what changed since the one before. */
export function MatchHistory({
  code,
  asked,
  mayKeep,
}: {
  readonly code: string
  readonly asked: AskedPlan & { readonly city?: string }
  readonly mayKeep: boolean
}) {
  const t = useAbilityTexts()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const kept = useQuery({
    queryKey: ['ability', 'matches', code],
    queryFn: ({ signal }) => api.get<WireKeptMatch[]>(`/ability/matches?code=${code}`, signal),
  })
  async function keep() {
    setBusy(true)
    setError(undefined)
    try {
      await api.post('/ability/matches', asked)
      await kept.refetch()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const told = (key: 'history.gained' | 'history.lost' | 'history.asked', skills: readonly string[]) =>
    skills.length > 0 && <p className="ability-where">{t(key, { skills: skills.join('、') })}</p>
  return (
    <section aria-label={t('history.title', { code })}>
      <h2 className="ability-heading">{t('history.title', { code })}</h2>
      <p className="ability-small">{t('history.hint')}</p>
      {mayKeep && (
        <Button loading={busy} onClick={() => void keep()}>
          {t('history.keep')}
        </Button>
      )}
      {(error ?? kept.error) && <ErrorState error={error ?? kept.error} what={t('history.keep')} />}
      {!kept.error && !kept.data && <Loading />}
      {kept.data?.length === 0 && <p className="ability-small">{t('history.none')}</p>}
      {kept.data && kept.data.length > 0 && (
        <ol className="ability-history">
          {kept.data.map((one) => (
            <li key={one.id}>
              <span className="ability-number">{one.keptAt.slice(0, 10)}</span>
              <span className="ability-bar">
                <span style={{ width: `${one.coverage ?? 0}%` }} />
              </span>
              <strong>{one.coverage ?? '—'}%</strong> <span>{one.plan}</span>{' '}
              <small>
                {t('history.counts', { n: one.n.toLocaleString('en'), ...one.counts })} ·{' '}
                {one.keptBy === '' ? t('history.automatic') : one.keptBy}
              </small>
              {told('history.gained', one.gained)}
              {told('history.lost', one.lost)}
              {told('history.asked', one.newlyAsked)}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
