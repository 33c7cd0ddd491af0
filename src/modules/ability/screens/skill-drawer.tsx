import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { usePhone } from '../../../web/kit/use-media.ts'
import type { WireCount, WireDemand, WireEvidence } from '../wire.ts'
import { type Narrow, queryOf } from './narrow.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** What a claim about a skill rests on: months, what stands beside it, occupations, and the advertisements' own words. */
export function SkillDrawer({
  skill,
  narrow,
  onSkill,
  onClose,
}: {
  readonly skill: string
  readonly narrow: Narrow
  readonly onSkill: (skill: string) => void
  readonly onClose: () => void
}) {
  const t = useAbilityTexts()
  const isPhone = usePhone()
  const query = queryOf(narrow, { skill })
  const demand = useQuery({
    queryKey: ['ability', 'demand', narrow, skill],
    queryFn: ({ signal }) => api.get<WireDemand>(`/ability/demand?${query}`, signal),
  })
  const beside = useQuery({
    queryKey: ['ability', 'beside', narrow, skill],
    queryFn: ({ signal }) => api.get<{ of: number; beside: WireCount[] }>(`/ability/beside?${query}`, signal),
  })
  const ads = useQuery({
    queryKey: ['ability', 'evidence', narrow, skill],
    queryFn: ({ signal }) => api.get<WireEvidence[]>(`/ability/evidence?${query}`, signal),
  })
  const error = demand.error ?? beside.error ?? ads.error
  const months = demand.data?.months.slice(-12) ?? []
  return (
    <Drawer open title={t('open.title', { skill })} size={isPhone ? '100%' : 620} onClose={onClose}>
      {error && <ErrorState error={error} />}
      {!error && (!demand.data || !beside.data || !ads.data) && <Loading />}
      {ads.data && (
        <section className="ability-open">
          <h3>{t('open.ads')}</h3>
          <ol className="ability-ads">
            {ads.data.map((ad) => (
              <li key={ad.id}>
                <strong>{ad.title}</strong>{' '}
                <small>
                  {[
                    ad.company,
                    ad.city,
                    ad.postedOn === null
                      ? t('open.no-date', { times: ad.postings })
                      : t('open.posted', { date: ad.postedOn, times: ad.postings }),
                    ad.required ? t('must') : t('preferred'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                <p>
                  …{ad.before}
                  <mark>{ad.words}</mark>
                  {ad.after}…
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {beside.data && beside.data.beside.length > 0 && (
        <section className="ability-open">
          <h3>{t('open.beside', { of: beside.data.of })}</h3>
          <p>
            {beside.data.beside.map(({ key, n }) => (
              <button key={key} type="button" className="ability-chip" onClick={() => onSkill(key)}>
                {key} {n}
              </button>
            ))}
          </p>
        </section>
      )}
      {demand.data && (
        <section className="ability-open">
          <h3>{t('open.occupations')}</h3>
          <ul>
            {demand.data.occupations.slice(0, 6).map(({ key, name, n }) => (
              <li key={key}>
                {name} <small>{key}</small> · {n}
              </li>
            ))}
          </ul>
          <h3>{t('open.months')}</h3>
          <ul className="ability-months">
            {months.map(({ month, n, withSkill, share }) => (
              <li key={month}>
                <span className="ability-bar">
                  <span style={{ width: `${share?.percent ?? 0}%` }} />
                </span>
                {t('open.month', {
                  month,
                  n,
                  k: withSkill ?? 0,
                  percent: share?.percent ?? '0',
                  low: share?.low ?? '0',
                  high: share?.high ?? '0',
                })}
              </li>
            ))}
          </ul>
          {demand.data.undated.n > 0 && (
            <p className="ability-small">
              {t(months.length === 0 ? 'open.undated.only' : 'open.undated', {
                n: demand.data.undated.n.toLocaleString('en'),
                k: demand.data.undated.withSkill ?? 0,
              })}
            </p>
          )}
        </section>
      )}
    </Drawer>
  )
}
