import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import type { Standard, WireStandardTable } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { standardsCatalogue } from '../../app/standards-catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { queryOf } from '../../kit/api.ts'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import { SearchField } from '../register-list/search-field.tsx'
import { CheckNow } from './check-now.tsx'
import { type CoverageAsked, coverageRows, coverageStates, coverageTotals } from './coverage-rows.ts'
import { CoverageTable } from './coverage-table.tsx'
import { useTables } from './queries.ts'
import { Totals } from './totals.tsx'
import { useStandardTexts } from './use-standard-texts.ts'
import './standards.css'

/** How far the college is with a data standard, table by table. */
export function Coverage() {
  const t = useStandardTexts()
  const name = useParams()['standard']
  const standard =
    name === undefined ? [...standardsCatalogue.standards.values()][0] : standardsCatalogue.standards.get(name)
  if (!standard) return <EmptyState title={t('not-declared')} isPage />
  return <OfStandard key={standard.name} standard={standard} />
}

function OfStandard({ standard }: { readonly standard: Standard }) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const canExport = useCan()('data.export')
  const { data, error, isPending, refetch } = useTables(standard.name)
  return (
    <div className="fill">
      <PageHeader
        title={standard.label[lang]}
        subtitle={t('hint', { version: standard.version, source: standard.source })}
        actions={
          <>
            <CheckNow standard={standard.name} />
            {canExport && (
              <Button icon={<DownloadOutlined />} onClick={() => download(`/standards/${standard.name}/coverage.xlsx`)}>
                {t('export')}
              </Button>
            )}
          </>
        }
      />
      {isPending && <Loading rows={10} />}
      {error && !data && <ErrorState error={error} what={standard.label[lang]} onRetry={() => void refetch()} />}
      {data && <Tables standard={standard.name} tables={data} />}
    </div>
  )
}

const registerLabel = (name: string) => catalogue.registers.get(name)?.label

function Tables({ standard, tables }: { readonly standard: string; readonly tables: readonly WireStandardTable[] }) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const isPhone = usePhone()
  const [search, setSearch] = useSearchParams()
  const asked: CoverageAsked = {
    q: search.get('q') ?? '',
    area: search.get('area') ?? '',
    owner: search.get('owner') ?? '',
    state: search.get('state') ?? '',
    sort: search.get('sort') ?? '',
  }
  const show = (change: Partial<CoverageAsked>) =>
    setSearch(queryOf({ ...asked, ...change }).slice(1), { replace: true })
  const rows = coverageRows(tables, asked, registerLabel)
  const totals = coverageTotals(tables)
  const owners = [...new Set(tables.flatMap(({ owner }) => owner ?? []))]
  return (
    <>
      <Totals totals={totals} state={asked.state} onState={(state) => show({ state })} />
      <Areas tables={tables} area={asked.area} onArea={(area) => show({ area })} />
      <div className="list-tools">
        <SearchField value={asked.q} onChange={(q) => show({ q })} label={t('filter.search')} />
        <Select
          aria-label={t('filter.owner')}
          value={asked.owner}
          onChange={(owner: string) => show({ owner })}
          options={[
            { value: '', label: t('filter.all-owners') },
            ...owners.map((owner) => ({ value: owner, label: catalogue.offices.values[owner]?.[lang] ?? owner })),
          ]}
          className="coverage-filter"
        />
        <Select
          aria-label={t('filter.state')}
          value={asked.state}
          onChange={(state: string) => show({ state })}
          options={[
            { value: '', label: t('state.all') },
            ...coverageStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          ]}
          className="coverage-filter"
        />
        {!isPhone && <span className="list-tools-gap" />}
        <span className="coverage-shown" role="status">
          {t('filter.shown', { n: rows.length })} ·{' '}
          {totals.checkedAt ? t('of-check', { time: formatTime(totals.checkedAt) }) : t('never-checked')}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('filter.none')} hint={t('filter.none-hint')}>
          <Button onClick={() => setSearch({}, { replace: true })}>{t('filter.clear')}</Button>
        </EmptyState>
      ) : (
        <CoverageTable
          standard={standard}
          rows={rows}
          sort={asked.sort}
          onSort={(sort) => show({ sort: sort ?? '' })}
        />
      )}
    </>
  )
}

/** Areas as the menu has them, with the number of tables in each; one may be chosen. */
function Areas({
  tables,
  area,
  onArea,
}: {
  readonly tables: readonly WireStandardTable[]
  readonly area: string
  readonly onArea: (area: string) => void
}) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const counts = Map.groupBy(tables, (table) => table.area)
  const chip = (name: string, text: string, count: number, open: number) => (
    <button key={name} type="button" aria-pressed={area === name} onClick={() => onArea(name)}>
      {text} <span className="count">{count}</span>
      {open > 0 && (
        <span className="coverage-open" title={t('total.open')}>
          {open}
        </span>
      )}
    </button>
  )
  const openOf = (some: readonly WireStandardTable[]) => some.reduce((sum, table) => sum + table.open, 0)
  return (
    <div className="coverage-areas" role="group" aria-label={t('filter.area')}>
      {chip('', t('filter.all-areas'), tables.length, 0)}
      {Object.entries(catalogue.areas).flatMap(([name, label]) => {
        const own = counts.get(name)
        return own ? [chip(name, label[lang], own.length, openOf(own))] : []
      })}
    </div>
  )
}
