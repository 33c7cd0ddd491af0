import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { pinyinInitials } from '../../../language/pinyin-initials.ts'
import type { WireStandardTable } from '../../../language/wire-standards.ts'
import { api } from '../../../web/kit/api.ts'
import { DataTable } from '../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatDate, formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { PATH, useDoing, useStandardTables } from './queries.ts'
import { usePlatformTexts } from './use-platform-texts.ts'
import { type PlannedTable, type RejectedOf, STANDARD } from './wire-platform.ts'

const isFound = ({ name, label }: WireStandardTable, q: string) =>
  `${name} ${label.zh} ${label.en}`.toLowerCase().includes(q) || pinyinInitials(label.zh).includes(q)

/** Every table with the day of its next report; each may be reported at once, or paused. */
export function Plan({ isOn }: { readonly isOn: boolean }) {
  const t = usePlatformTexts()
  const [q, setQ] = useState('')
  const { data: tables, error, isPending, refetch } = useStandardTables()
  const { data: planned } = useQuery({
    queryKey: ['national-platform', 'timetable'],
    queryFn: ({ signal }) => api.get<readonly PlannedTable[]>(`${PATH}/timetable`, signal),
  })
  const { data: rejected } = useQuery({
    queryKey: ['national-platform', 'rejected'],
    queryFn: ({ signal }) => api.get<readonly RejectedOf[]>(`${PATH}/rejected`, signal),
  })
  if (isPending) return <Loading rows={10} />
  if (error && !tables) return <ErrorState error={error} what={t('plan.title')} onRetry={() => void refetch()} />
  const rows = (tables ?? []).filter((table) => isFound(table, q.trim().toLowerCase()))
  return (
    <>
      <div className="list-tools">
        <Input
          className="search-field"
          value={q}
          allowClear
          placeholder={t('plan.search')}
          aria-label={t('plan.search')}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('plan.none')} />
      ) : (
        <PlanTable
          rows={rows}
          isOn={isOn}
          planned={new Map((planned ?? []).map((line) => [line.key, line]))}
          rejected={new Map((rejected ?? []).map((one) => [one.table, one.rows]))}
        />
      )}
    </>
  )
}

interface PlanTableProps {
  readonly rows: readonly WireStandardTable[]
  readonly isOn: boolean
  readonly planned: ReadonlyMap<string, PlannedTable>
  readonly rejected: ReadonlyMap<string, number>
}

function PlanTable({ rows, isOn, planned, rejected }: PlanTableProps) {
  const t = usePlatformTexts()
  const { lang } = useLang()
  const doing = useDoing()
  const address = ({ name }: WireStandardTable) => `/standards/${STANDARD}/tables/${name}?part=batches`
  const next = ({ name }: WireStandardTable) => {
    const line = planned.get(name)
    return line?.paused ? t('plan.paused') : <span className="field-number">{formatTime(line?.next) || '—'}</span>
  }
  const last = ({ lastReported, overdue }: WireStandardTable) => (
    <span className="field-number">
      {lastReported === null ? t('plan.never') : formatDate(lastReported)}
      {overdue && lastReported !== null && <span className="platform-bad"> {t('plan.overdue')}</span>}
    </span>
  )
  const buttons = (table: WireStandardTable) => {
    const line = planned.get(table.name)
    const named = (what: string) => t('plan.of', { what, table: table.label[lang] })
    const pause = t(line?.paused ? 'plan.resume' : 'plan.pause')
    return (
      <span className="platform-actions">
        <Button
          size="small"
          disabled={!isOn}
          aria-label={named(t('plan.report'))}
          onClick={() => void doing(`/tables/${table.name}/report`, {}, t('plan.reported'))}
        >
          {t('plan.report')}
        </Button>
        {line && (
          <Button
            size="small"
            type="text"
            aria-label={named(pause)}
            onClick={() =>
              void doing(
                `/tables/${table.name}/pause`,
                { paused: !line.paused },
                t(line.paused ? 'plan.resumed' : 'plan.paused'),
              )
            }
          >
            {pause}
          </Button>
        )}
      </span>
    )
  }
  const bad = ({ name }: WireStandardTable) => rejected.get(name) ?? 0
  const card = (row: WireStandardTable) => (
    <>
      <span className="data-card-title">
        <Link to={address(row)}>{row.label[lang]}</Link>
        {buttons(row)}
      </span>
      <span>
        {t(`every.${row.every}`)} · {t('plan.next')} {next(row)}
      </span>
      <small>
        {t('plan.last')} {last(row)}
        {bad(row) > 0 && ` · ${t('plan.rejected')} ${bad(row)}`}
      </small>
    </>
  )
  return (
    <DataTable
      label={t('plan.title')}
      rows={rows}
      rowKey={(row) => row.name}
      card={card}
      columns={[
        {
          key: 'number',
          title: t('plan.number'),
          width: 56,
          align: 'right',
          render: (row) => <span className="field-number">{row.number}</span>,
        },
        {
          key: 'table',
          title: t('plan.table'),
          width: 230,
          render: (row) => (
            <Link to={address(row)} title={row.name}>
              {row.label[lang]}
            </Link>
          ),
        },
        { key: 'every', title: t('plan.every'), width: 90, render: (row) => t(`every.${row.every}`) },
        { key: 'next', title: t('plan.next'), width: 150, render: next },
        { key: 'last', title: t('plan.last'), width: 150, render: last },
        {
          key: 'rejected',
          title: t('plan.rejected'),
          width: 80,
          align: 'right',
          render: (row) => (
            <span className={bad(row) > 0 ? 'field-number platform-bad' : 'field-number'}>{bad(row) || '—'}</span>
          ),
        },
        { key: 'do', title: t('plan.do'), width: 190, render: buttons },
      ]}
    />
  )
}
