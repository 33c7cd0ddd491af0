import { Link, useNavigate } from 'react-router'
import type { WireStandardTable } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { formatDate } from '../../kit/format-date.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { DueState } from './due-state.tsx'
import { useStandardTexts } from './use-standard-texts.ts'

interface CoverageTableProps {
  readonly standard: string
  readonly rows: readonly WireStandardTable[]
  readonly sort: string
  readonly onSort: (sort: string | undefined) => void
}

/** The tables of a standard, one line each. */
export function CoverageTable({ standard, rows, sort, onSort }: CoverageTableProps) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const address = ({ name }: WireStandardTable) => `/standards/${standard}/tables/${name}`
  const number = (n: number | null | undefined, isBad = false) => (
    <span className={isBad ? 'field-number coverage-bad' : 'field-number'}>
      {n === null || n === undefined ? '—' : n.toLocaleString('en-US')}
    </span>
  )
  const share = (some: number, all: number) => (
    <span className={some < all ? 'field-number coverage-bad' : 'field-number'}>
      {some}
      <span className="coverage-of">/{all}</span>
    </span>
  )
  const columns: readonly Column<WireStandardTable>[] = [
    { key: 'number', title: t('table.number'), width: 52, align: 'right', render: (row) => number(row.number) },
    {
      key: 'name',
      title: t('table.name'),
      width: 190,
      render: (row) => (
        <Link to={address(row)} title={`${row.name} ${row.label[lang]}`}>
          {row.label[lang]}
        </Link>
      ),
    },
    {
      key: 'register',
      title: t('table.register'),
      width: 140,
      render: (row) => (
        <Link className="coverage-register" to={`/registers/${row.register}`}>
          {catalogue.registers.get(row.register)?.label[lang] ?? row.register}
        </Link>
      ),
    },
    {
      key: 'fields',
      title: t('table.fields'),
      width: 70,
      align: 'right',
      render: (row) => share(row.mapped, row.fields),
    },
    {
      key: 'mandatory',
      title: t('table.mandatory'),
      width: lang === 'zh' ? 68 : 88,
      align: 'right',
      render: (row) => share(row.mandatoryMapped, row.mandatory),
    },
    {
      key: 'rows',
      title: t('table.rows'),
      width: 82,
      align: 'right',
      render: (row) => number(row.check?.rows, row.check?.rows === 0),
    },
    { key: 'valid', title: t('table.valid'), width: 82, align: 'right', render: (row) => number(row.check?.valid) },
    {
      key: 'score',
      title: t('table.score'),
      width: 72,
      align: 'right',
      render: (row) => <span className="field-number">{row.check?.score ?? '—'}</span>,
    },
    {
      key: 'open',
      title: t('table.open'),
      width: 66,
      align: 'right',
      render: (row) =>
        row.open === 0 ? (
          <span className="coverage-quiet">—</span>
        ) : (
          <Link className="field-number coverage-bad" to={`${address(row)}?part=faults`}>
            {row.open.toLocaleString('en-US')}
          </Link>
        ),
    },
    { key: 'every', title: t('table.every'), width: lang === 'zh' ? 70 : 88, render: (row) => t(`every.${row.every}`) },
    {
      key: 'reported',
      title: t('table.reported'),
      width: 96,
      render: (row) => <span className="field-number">{formatDate(row.lastReported) || '—'}</span>,
    },
    { key: 'due', title: t('table.due'), width: 120, render: (row) => <DueState table={row} /> },
  ]
  const card = (row: WireStandardTable) => (
    <>
      <span className="data-card-title">
        <span>
          {row.number}. {row.label[lang]}
        </span>
        <span className="field-number">{row.check?.score ?? '—'}</span>
      </span>
      <span>
        {t('table.card', {
          rows: row.check?.rows.toLocaleString('en-US') ?? '—',
          valid: row.check?.valid.toLocaleString('en-US') ?? '—',
          open: row.open,
        })}
      </span>
      <small>
        {row.name} · {t('table.fields')} {row.mapped}/{row.fields} · {t(`every.${row.every}`)} ·{' '}
        <DueState table={row} />
      </small>
    </>
  )
  return (
    <div className="fill-rest">
      <DataTable
        label={t('title')}
        rows={rows}
        rowKey={(row) => row.name}
        columns={columns.map((column) => ({ ...column, sort: column.key }))}
        sort={sort}
        onSort={onSort}
        onOpen={(row) => void navigate(address(row))}
        card={card}
        isTall
      />
    </div>
  )
}
