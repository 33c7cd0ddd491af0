import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDemand, WireFit, WirePart } from '../wire.ts'
import { IndustriesDrawer } from './industries-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** The college's majors and the industries of its city: how well they fit by a definition that is shown, row by row. */
export function FitTab({ mayKeep }: { readonly mayKeep: boolean }) {
  const t = useAbilityTexts()
  const [city, setCity] = useState('*')
  const [isEditing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'fit', city],
    queryFn: ({ signal }) => api.get<WireFit>(`/ability/fit${city === '*' ? '' : `?city=${city}`}`, signal),
    placeholderData: keepPreviousData,
  })
  const demand = useQuery({
    queryKey: ['ability', 'demand', {}],
    queryFn: ({ signal }) => api.get<WireDemand>('/ability/demand?', signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const cities = (demand.data?.cities ?? []).filter(({ key }) => key !== '')
  return (
    <>
      <div className="ability-filters">
        <Select
          aria-label={t('city')}
          value={city}
          onChange={setCity}
          options={[
            { value: '*', label: t('city.all') },
            ...cities.map(({ key, name, n }) => ({ value: key, label: `${name}（${n}）` })),
          ]}
          popupMatchSelectWidth={false}
        />
        {mayKeep && <Button onClick={() => setEditing(true)}>{t('fit.edit')}</Button>}
      </div>
      {data.isShipped && <p className="ability-small">{t('fit.shipped')}</p>}
      {data.majors.length === 0 ? (
        <EmptyState title={t('fit.none')} hint={t('fit.none.hint')} />
      ) : (
        <>
          <div className="ability-fits">
            <Part part={data.byMajors} title={t('fit.majors')} definition={t('fit.majors.is')} />
            <Part part={data.byDemand} title={t('fit.demand')} definition={t('fit.demand.is')} />
          </div>
          <p className="ability-small">
            {t('fit.limits', { n: data.n.toLocaleString('en'), named: data.named.toLocaleString('en') })}
          </p>
          <Majors fit={data} />
          <Industries fit={data} />
          <Unserved fit={data} />
        </>
      )}
      {isEditing && (
        <IndustriesDrawer
          industries={data.industries}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            void refetch()
          }}
        />
      )}
    </>
  )
}

function Part({
  part: { part, whole, percent },
  title,
  definition,
}: {
  readonly part: WirePart
  readonly title: string
  readonly definition: string
}) {
  return (
    <div className="ability-about ability-coverage">
      <p>
        {title} <strong>{percent}%</strong>{' '}
        <span className="ability-number">
          = {part.toLocaleString('en')} ÷ {whole.toLocaleString('en')}
        </span>
      </p>
      <p className="ability-small">{definition}</p>
    </div>
  )
}

function Majors({ fit }: { readonly fit: WireFit }) {
  const t = useAbilityTexts()
  return (
    <section aria-label={t('fit.rows')}>
      <h2 className="ability-heading">{t('fit.rows')}</h2>
      <div className="ability-scroll">
        <table className="ability-table ability-stacked">
          <thead>
            <tr>
              <th>{t('match.plan')}</th>
              <th>{t('fit.serves')}</th>
              <th>{t('fit.occupations')}</th>
              <th>{t('n')}</th>
            </tr>
          </thead>
          <tbody>
            {fit.majors.map(({ id, code, name, occupations, industries, n, alike }) => (
              <tr key={id}>
                <td>
                  <Link to={`/registers/majors/${id}`}>{name}</Link> <small>{code}</small>
                </td>
                <td className={industries.length === 0 ? 'ability-unfit' : ''}>
                  {industries.length === 0 ? t('fit.serves.none') : industries.join('、')}
                </td>
                <td>
                  {occupations.map((one) => `${one.name}（${one.n.toLocaleString('en')}）`).join('、')}
                  {n === 0 && <p className="ability-where">{t('fit.stop')}</p>}
                  {alike.length > 0 && <p className="ability-where">{t('fit.merge', { majors: alike.join('、') })}</p>}
                </td>
                <td className="ability-number">{n.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fit.unknown.length > 0 && (
        <p className="ability-small">{t('fit.unknown', { majors: fit.unknown.join('、') })}</p>
      )}
    </section>
  )
}

function Industries({ fit }: { readonly fit: WireFit }) {
  const t = useAbilityTexts()
  return (
    <section aria-label={t('fit.industries')}>
      <h2 className="ability-heading">{t('fit.industries')}</h2>
      <div className="ability-scroll">
        <table className="ability-table ability-stacked">
          <thead>
            <tr>
              <th>{t('fit.industry')}</th>
              <th>{t('n')}</th>
              <th>{t('fit.by')}</th>
            </tr>
          </thead>
          <tbody>
            {fit.industries.map(({ name, n, majors }) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="ability-number">{n.toLocaleString('en')}</td>
                <td className={majors.length === 0 ? 'ability-unfit' : ''}>
                  {majors.length === 0 ? t('fit.by.none') : majors.join('、')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Unserved({ fit }: { readonly fit: WireFit }) {
  const t = useAbilityTexts()
  return (
    <section aria-label={t('fit.unserved')}>
      <h2 className="ability-heading">{t('fit.unserved')}</h2>
      {fit.unserved.length === 0 ? (
        <p className="ability-small">{t('fit.unserved.none')}</p>
      ) : (
        <ul className="ability-imports">
          {fit.unserved.map(({ key, name, n, industry, majors }) => (
            <li key={key}>
              <strong>{name}</strong>{' '}
              <small>
                {key} · {industry} · {t('terms.n', { n: n.toLocaleString('en') })}
              </small>
              <p className="ability-where">
                {majors.length === 0
                  ? t('fit.open.none')
                  : t('fit.open', { majors: majors.map((one) => `${one.name}（${one.code}）`).join('、') })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
