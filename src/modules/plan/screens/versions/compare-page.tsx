import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { api, queryOf } from '../../../../web/kit/api.ts'
import { download } from '../../../../web/kit/download.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { PageHeader } from '../../../../web/kit/page-header.tsx'
import type { WireComparison, WireVersions } from '../../wire-versions.ts'
import { Differences } from './differences.tsx'
import { useVersionTexts } from './use-version-texts.ts'
import '../plan.css'
import './versions.css'

/** Two editions of a plan, or two plans, side by side. What is compared stands in the address. */
export function PlanComparison() {
  const t = useVersionTexts()
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const versions = useQuery({
    queryKey: ['plans', id, 'versions'],
    queryFn: ({ signal }) => api.get<WireVersions>(`${path}/versions`, signal),
  })
  const choices = versions.data ? choicesOf(versions.data) : []
  const usual = versions.data ? usualOf(versions.data) : { left: undefined, right: undefined }
  const left = search.get('left') ?? usual.left
  const right = search.get('right') ?? usual.right
  const query = queryOf({ left, right })
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'comparison', left, right],
    enabled: left !== undefined && right !== undefined,
    queryFn: ({ signal }) => api.get<WireComparison>(`/plan-comparison${query}`, signal),
  })
  if (versions.error) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data) return <Loading />
  const choose = (sides: Readonly<Record<string, string>>) => setSearch({ left: left!, right: right!, ...sides })
  const side = (name: 'left' | 'right', value: string | undefined) => (
    <label className="compare-side">
      {t(`compare.${name}`)}
      <Select
        aria-label={t(`compare.${name}`)}
        value={value ?? null}
        popupMatchSelectWidth={false}
        options={optionsOf(choices, versions.data, t)}
        onChange={(key: string | null) => key !== null && choose({ [name]: key })}
      />
    </label>
  )
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        subtitle={t('compare.hint')}
        back={{ to: path, text: versions.data.plan.name }}
        actions={
          data && <Button onClick={() => download(`/plan-comparison.xlsx${query}`)}>{t('compare.excel')}</Button>
        }
      />
      {choices.length < 2 ? (
        <EmptyState title={t('compare.one')} hint={t('compare.one-hint')} />
      ) : (
        <>
          <div className="compare-sides">
            {side('left', left)}
            <Button onClick={() => setSearch({ left: right!, right: left! })}>{t('compare.swap')}</Button>
            {side('right', right)}
          </div>
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading />}
          {data && <Differences key={`${data.left.key} ${data.right.key}`} comparison={data} />}
        </>
      )}
    </>
  )
}

const choicesOf = ({ editions, others }: WireVersions): readonly string[] =>
  [...editions, ...others].map(({ key }) => key)

/** The edition before with the present one; where there is but one, the plan it comes from with this one. */
function usualOf({ plan, editions, others }: WireVersions) {
  return { left: editions[1]?.key ?? others[0]?.key, right: plan.key }
}

function optionsOf(choices: readonly string[], versions: WireVersions, t: ReturnType<typeof useVersionTexts>) {
  const { editions, others } = versions
  const plans = (isRelated: boolean) =>
    others
      .filter((one) => one.isRelated === isRelated)
      .map(({ key, name, edition }) => ({ value: key, label: `${name} · ${t('compare.edition', { n: edition })}` }))
  return [
    {
      label: t('compare.editions'),
      options: editions.map(({ key, edition, since }, i) => ({
        value: key,
        label: [
          t('compare.edition', { n: edition }),
          i === 0 ? t('compare.now') : null,
          since ? t('compare.since', { day: since.at.slice(0, 10), reason: since.reason }) : t('compare.first'),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    },
    { label: t('compare.related'), options: plans(true) },
    { label: t('compare.others'), options: plans(false) },
  ].filter(({ options }) => options.length > 0 && choices.length > 0)
}
