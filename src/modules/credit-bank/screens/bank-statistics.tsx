import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { regionName } from '../../../fields/region/regions.ts'
import { api, queryOf } from '../../../web/kit/api.ts'
import { Chart } from '../../../web/kit/chart.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireStatistics } from '../wire.ts'
import { regionTiles } from './region-tiles.ts'
import { useBankTexts } from './use-bank-texts.ts'

const TOTALS = ['learners', 'outcomes', 'conversions', 'credits', 'certificates', 'schools', 'firms'] as const
const MEASURES = ['institutions', 'outcomes', 'conversions'] as const
const grouped = (value: string | number) => Number(value).toLocaleString('en')

/** The bank in numbers: totals, kinds, years, and where in the city. */
export function BankStatistics({ college }: { readonly college?: string | undefined }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'statistics', college],
    queryFn: ({ signal }) => api.get<WireStatistics>(`/credit-bank/public/statistics${queryOf({ college })}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const years = data.years.map(({ year }) => year)
  return (
    <div className="bank-learner bank-statistics">
      <dl className="bank-totals">
        {TOTALS.map((name) => (
          <div key={name} className="bank-card">
            <dt>{t(`stat.${name}`)}</dt>
            <dd>{grouped(data.totals[name])}</dd>
          </div>
        ))}
      </dl>
      {data.regions.length > 0 && <RegionMap regions={data.regions} />}
      <section className="bank-card">
        <h2>{t('stat.by-year')}</h2>
        <Chart
          label={t('stat.by-year')}
          height={220}
          option={{
            tooltip: { trigger: 'axis' },
            legend: { top: 0, itemGap: 28 },
            grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
            xAxis: { type: 'category', data: years },
            yAxis: { type: 'value' },
            series: (['outcomes', 'conversions'] as const).map((name) => ({
              type: 'bar',
              name: t(`stat.${name}`),
              data: data.years.map((year) => year[name]),
            })),
          }}
        />
      </section>
      <section className="bank-card">
        <h2>{t('stat.by-kind')}</h2>
        <BarList
          rows={data.kinds.map(({ kind, outcomes, credits }) => ({
            name: kind[lang],
            value: outcomes,
            more: t('outcome.credits', { n: grouped(credits) }),
          }))}
        />
      </section>
      <section className="bank-card">
        <h2>{t('stat.by-institution')}</h2>
        <BarList
          rows={data.institutions.map(({ name, kind, outcomes, conversions }) => ({
            name: `${name} · ${kind[lang]}`,
            value: outcomes + conversions,
            more: t('stat.both', { outcomes: grouped(outcomes), conversions: grouped(conversions) }),
          }))}
        />
      </section>
    </div>
  )
}

function BarList({
  rows,
}: {
  readonly rows: readonly { readonly name: string; readonly value: number; readonly more: string }[]
}) {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <ul className="bank-bars">
      {rows.map(({ name, value, more }) => (
        <li key={name}>
          <span>{name}</span>
          <strong>{grouped(value)}</strong>
          <span className="bank-bar-track" aria-hidden>
            <span style={{ width: `${(value * 100) / most}%` }} />
          </span>
          <small>{more}</small>
        </li>
      ))}
    </ul>
  )
}

/** Districts as tiles where we know how they lie, else a list. */
function RegionMap({ regions }: { readonly regions: WireStatistics['regions'] }) {
  const t = useBankTexts()
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('outcomes')
  const most = Math.max(1, ...regions.map((one) => one[measure]))
  const known = new Map(regions.map((one) => [one.region, one]))
  const isMap = regions.some(({ region }) => regionTiles.has(region))
  const elsewhere = regions.filter(({ region }) => !regionTiles.has(region))
  return (
    <section className="bank-card">
      <div className="bank-head">
        <h2>{t('stat.map')}</h2>
        <Segmented
          size="small"
          aria-label={t('stat.map')}
          value={measure}
          onChange={setMeasure}
          options={MEASURES.map((value) => ({ value, label: t(`stat.${value}`) }))}
        />
      </div>
      {isMap && (
        <ul className="bank-map">
          {[...regionTiles].map(([code, { column, row }]) => {
            const value = known.get(code)?.[measure] ?? 0
            const name = known.get(code)?.name ?? regionName(code) ?? code
            return (
              <li
                key={code}
                style={{
                  gridColumn: column + 1,
                  gridRow: row + 1,
                  background:
                    value === 0
                      ? 'var(--paper)'
                      : `color-mix(in srgb, var(--teal) ${12 + (value * 78) / most}%, white)`,
                  ...(value / most > 0.5 ? { color: 'white' } : {}),
                }}
              >
                <span>{name.replace(/(土家族|苗族)*自治县$|[区县]$/u, '')}</span>
                <strong>{value === 0 ? '·' : grouped(value)}</strong>
              </li>
            )
          })}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <BarList
          rows={elsewhere.map((one) => ({
            name: one.name,
            value: one[measure],
            more: t('stat.both', { outcomes: grouped(one.outcomes), conversions: grouped(one.conversions) }),
          }))}
        />
      )}
    </section>
  )
}
