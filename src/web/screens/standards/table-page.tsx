import { useParams, useSearchParams } from 'react-router'
import type { WireStandardColumn, WireStandardTable } from '../../../language/index.ts'
import { STANDARD as REPORTED, TableBatches } from '../../../modules/national-platform/web.tsx'
import { catalogue } from '../../app/catalogue.ts'
import { standardsCatalogue } from '../../app/standards-catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { CheckNow } from './check-now.tsx'
import { ColumnList } from './column-list.tsx'
import { DueState } from './due-state.tsx'
import { FaultList } from './fault-list.tsx'
import { useTable } from './queries.ts'
import { RowList } from './row-list.tsx'
import { useStandardTexts } from './use-standard-texts.ts'
import './standards.css'

/** One table of a standard: its columns and where they come from, its faults, its rows, what was reported of it. */
export function TablePage() {
  const t = useStandardTexts()
  const { standard = '', table = '' } = useParams()
  const { data, error, isPending, refetch } = useTable(standard, table)
  if (isPending) return <Loading rows={10} />
  if (error && !data) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  return <OfTable key={table} standard={standard} {...data} />
}

interface OfTableProps {
  readonly standard: string
  readonly table: WireStandardTable
  readonly columns: readonly WireStandardColumn[]
}

function OfTable({ standard, table, columns }: OfTableProps) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const [search] = useSearchParams()
  const canManage = useCan()('standards.manage')
  const office = table.owner === null ? undefined : catalogue.offices.values[table.owner]?.[lang]
  const facts = [
    office && t('table.owner', { office }),
    t(`every.${table.every}`),
    table.covers && t('table.covers', { covers: table.covers[lang] }),
    table.check ? t('of-check', { time: formatTime(table.check.at) }) : t('never-checked'),
  ]
  const parts = [
    {
      key: 'columns',
      label: t('columns.title', { n: columns.length }),
      content: <ColumnList register={table.register} columns={columns} />,
    },
    {
      key: 'faults',
      label: t('faults.title', { n: table.open }),
      content: <FaultList standard={standard} table={table.name} />,
    },
    {
      key: 'rows',
      label: t('rows.title'),
      content: <RowList standard={standard} table={table.name} register={table.register} columns={columns} />,
    },
    ...(canManage && standard === REPORTED
      ? [{ key: 'batches', label: t('batches.title'), content: <TableBatches table={table.name} /> }]
      : []),
  ]
  return (
    <>
      <PageHeader
        title={table.label[lang]}
        tags={<code className="standard-name">{table.name}</code>}
        back={{
          to: `/standards/${standard}`,
          text: standardsCatalogue.standards.get(standard)?.label[lang] ?? t('title'),
        }}
        subtitle={facts.filter(Boolean).join(' · ')}
        actions={<CheckNow standard={standard} table={table.name} />}
      />
      <Figures table={table} />
      <Tabs label={t('table.parts')} tabs={parts} start={search.get('part') ?? undefined} />
    </>
  )
}

/** The figures of the table, as in its line of the coverage. */
function Figures({ table }: { readonly table: WireStandardTable }) {
  const t = useStandardTexts()
  const { check } = table
  const n = (count: number | undefined) => count?.toLocaleString('en-US') ?? '—'
  const figures = [
    [t('table.fields'), `${table.mapped} / ${table.fields}`],
    [t('table.mandatory'), `${table.mandatoryMapped} / ${table.mandatory}`],
    [t('total.valid'), check ? `${n(check.valid)} / ${n(check.rows)}` : '—'],
    [t('table.score'), check?.score ?? '—'],
    [t('total.open'), n(table.open)],
  ] as const
  return (
    <ul className="coverage-totals">
      {figures.map(([title, text]) => (
        <li key={title}>
          <div>
            <small>{title}</small>
            <strong>{text}</strong>
          </div>
        </li>
      ))}
      <li>
        <div>
          <small>{t('table.due')}</small>
          <strong>
            <DueState table={table} />
          </strong>
        </div>
      </li>
    </ul>
  )
}
