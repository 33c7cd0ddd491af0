import { Link } from 'react-router'
import type { WireStandardColumn } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useStandardTexts } from './use-standard-texts.ts'

interface ColumnListProps {
  readonly register: string
  readonly columns: readonly WireStandardColumn[]
}

/** The columns as the standard prints them, and where each value comes from. */
export function ColumnList({ register, columns }: ColumnListProps) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const { registers } = useSession()
  const source = (column: WireStandardColumn) => {
    if (!column.mapped)
      return <span className="coverage-bad">{t('columns.unmapped', { why: column.source[lang] })}</span>
    const words = column.source[lang]
    // Where the value is entered: the register itself, with the field of the path in its list.
    if (column.paths.length === 0 || !registers[register]?.read) return words
    return (
      <Link to={`/registers/${register}`}>{`${catalogue.registers.get(register)?.label[lang] ?? ''} › ${words}`}</Link>
    )
  }
  const must = (column: WireStandardColumn) => (
    <span className={column.must ? 'standard-must' : 'coverage-quiet'}>{column.must ? 'M' : 'O'}</span>
  )
  const card = (column: WireStandardColumn) => (
    <>
      <span className="data-card-title">
        <span>{column.label}</span>
        {must(column)}
      </span>
      <span>{source(column)}</span>
      <small>{[column.code, column.name, column.type, column.space].filter(Boolean).join(' · ')}</small>
    </>
  )
  return (
    <DataTable
      label={t('columns.title', { n: columns.length })}
      rows={columns}
      rowKey={(column) => column.name}
      isWrapped
      card={card}
      columns={[
        { key: 'code', title: t('columns.code'), width: 112, render: (column) => <code>{column.code}</code> },
        { key: 'name', title: t('columns.name'), width: 116, render: (column) => <code>{column.name}</code> },
        { key: 'label', title: t('columns.label'), width: 190, render: (column) => column.label },
        { key: 'type', title: t('columns.type'), width: 70, render: (column) => column.type },
        { key: 'must', title: t('columns.must'), width: 56, render: must },
        { key: 'space', title: t('columns.space'), width: 130, render: (column) => column.space ?? '—' },
        { key: 'source', title: t('columns.source'), width: 320, render: source },
      ]}
    />
  )
}
