import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { inLanguage } from '../../../language/document.ts'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireBehind, WireBehindAd } from '../wire-report.ts'
import { useAbilityTexts } from './use-ability-texts.ts'
import './ability.css'

const PAGE = 20

/** A figure of a demand report: what it is, whether it still holds, and every advertisement or course it was counted from. */
export function BehindPage() {
  const { supply = '' } = useParams()
  const [search] = useSearchParams()
  const figure = search.get('figure') ?? ''
  return <Behind key={figure} supply={supply} figure={figure} />
}

function Behind({ supply, figure }: { readonly supply: string; readonly figure: string }) {
  const t = useAbilityTexts()
  const { lang } = useLang()
  const [from, setFrom] = useState(0)
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'behind', supply, figure, from],
    queryFn: ({ signal }) =>
      api.get<WireBehind>(`/ability/behind/${supply}${queryOf({ figure, from: String(from) })}`, signal),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState error={error} what={t('behind.what')} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { total, ads, rows } = data
  return (
    <div className="ability-page narrow">
      <PageHeader
        title={data.label}
        subtitle={data.report.title}
        back={{ to: `/reports/${data.report.id}`, text: t('behind.back') }}
      />
      <div className="ability-about">
        <p>
          {t('behind.printed')}{' '}
          <strong>
            {data.value}
            {data.unit}
          </strong>{' '}
          <small>
            {data.parts.map(({ label, n }) => t(`behind.part-${label}`, { n: n.toLocaleString('en') })).join('，')}
          </small>
        </p>
        <p className="ability-small">
          {t('behind.definition')}：{inLanguage(data.definition, lang)}
        </p>
        <p className="ability-small">
          {t('behind.made')} {data.madeAt.slice(0, 10)}。
          {data.now === data.value ? t('behind.same') : t('behind.changed', { now: `${data.now || '—'}${data.unit}` })}
        </p>
      </div>
      {rows.length > 0 && <Rows rows={rows} />}
      {rows.length === 0 && (
        <section aria-label={t('behind.ads')}>
          <h2 className="ability-heading">{t('behind.ads')}</h2>
          {ads.length === 0 ? (
            <p className="ability-small">{t('behind.none')}</p>
          ) : (
            <ol className="ability-ads" start={from + 1}>
              {ads.map((ad) => (
                <Advertisement key={`${ad.id}-${ad.skill}`} ad={ad} />
              ))}
            </ol>
          )}
          {total > PAGE && (
            <nav className="ability-pages" aria-label={t('behind.ads')}>
              <Button disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
                {t('behind.earlier')}
              </Button>
              <span className="ability-number">
                {t('behind.page', {
                  from: (from + 1).toLocaleString('en'),
                  to: Math.min(from + PAGE, total).toLocaleString('en'),
                  total: total.toLocaleString('en'),
                })}
              </span>
              <Button disabled={from + PAGE >= total} onClick={() => setFrom(from + PAGE)}>
                {t('behind.later')}
              </Button>
            </nav>
          )}
        </section>
      )}
    </div>
  )
}

function Rows({ rows }: { readonly rows: WireBehind['rows'] }) {
  const t = useAbilityTexts()
  return (
    <section aria-label={t('behind.rows')}>
      <h2 className="ability-heading">{t('behind.rows')}</h2>
      <ol className="ability-ads">
        {rows.map(({ label, text, to }, at) => (
          <li key={at}>
            <strong>{to === undefined ? label : <Link to={to}>{label}</Link>}</strong>
            {text !== label && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Advertisement({ ad }: { readonly ad: WireBehindAd }) {
  const t = useAbilityTexts()
  const pay =
    ad.payMin === null && ad.payMax === null
      ? ''
      : t('behind.pay', {
          min: (ad.payMin ?? ad.payMax!).toLocaleString('en'),
          max: (ad.payMax ?? ad.payMin!).toLocaleString('en'),
        })
  const posted =
    ad.postedOn === null
      ? t('open.no-date', { times: ad.postings })
      : t('open.posted', { date: ad.postedOn, times: ad.postings })
  const must = ad.required === null ? '' : t(ad.required ? 'must' : 'preferred')
  return (
    <li>
      <strong>{ad.title}</strong>{' '}
      <small>{[ad.company, ad.city, pay, posted, ad.skill, must].filter(Boolean).join(' · ')}</small>
      <p>
        {ad.words !== '' && '…'}
        {ad.before}
        {ad.words !== '' && <mark>{ad.words}</mark>}
        {ad.after}…
      </p>
      <details>
        <summary>{t('behind.text')}</summary>
        <p className="ability-text">{ad.text}</p>
      </details>
    </li>
  )
}
