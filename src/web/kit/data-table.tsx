import { Checkbox } from 'antd'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { usePhone } from './use-media.ts'
import { useTexts } from './use-texts.ts'

export interface Column<R> {
  readonly key: string
  readonly title: string
  readonly render: (row: R) => ReactNode
  readonly width: number
  readonly align?: 'right' | undefined
  /** The name to sort by; a header without one cannot be clicked. */
  readonly sort?: string | undefined
  /** Told to whoever points at the header. */
  readonly hint?: string | undefined
}

export interface DataTableProps<R> {
  readonly label: string
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  readonly columns: readonly Column<R>[]
  /** 'field' or '-field'. */
  readonly sort?: string | undefined
  readonly onSort?: ((sort: string | undefined) => void) | undefined
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: (ids: ReadonlySet<string>) => void
  readonly onOpen?: (row: R) => void
  /** More rows exist: called when the end comes near. */
  readonly onEnd?: (() => void) | undefined
  readonly isLoadingMore?: boolean
  /** Total number of rows, loaded or not. */
  readonly total?: number
  /** Cards on a phone have their checkboxes before anything is chosen, too. */
  readonly isSelecting?: boolean
  /** A row on a phone. The first columns, one below the other, when absent. */
  readonly card?: (row: R) => ReactNode
  /** Long texts take several lines instead of being cut. Not for tall tables, whose rows are of one height. */
  readonly isWrapped?: boolean
  /** Fills what remains of the window; otherwise as high as its rows. */
  readonly isTall?: boolean
}

const ROW = 36
const AHEAD = 12

/**
 * A dense table that stays quick with 100,000 rows: only the rows in sight are in the page, between two spacers.
 * A real table, so that screen readers and copy & paste understand it.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  return usePhone() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid<R>(props: DataTableProps<R>) {
  const { label, rows, rowKey, columns, selected, onSelect, onOpen, onEnd, isLoadingMore, total, isTall, isWrapped } =
    props
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ from: 0, to: 60 })
  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / ROW) - AHEAD)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + AHEAD
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [measure])
  const isNearEnd = range.to >= rows.length
  useEffect(() => {
    if (isNearEnd && onEnd && !isLoadingMore) onEnd()
  }, [isNearEnd, onEnd, isLoadingMore])

  const toggle = useCallback((key: string) => onSelect?.(toggled(selected, key)), [onSelect, selected])
  const isVirtual = isTall === true
  const from = isVirtual ? Math.min(range.from, rows.length) : 0
  const to = isVirtual ? Math.min(range.to, rows.length) : rows.length
  const width = columns.reduce((sum, column) => sum + column.width, onSelect ? 40 : 0)
  const span = columns.length + (onSelect ? 1 : 0)

  return (
    <div
      ref={box}
      className={`data-table${isTall ? ' data-table-tall' : ''}${isWrapped ? ' data-table-wrapped' : ''}`}
      onScroll={isVirtual ? measure : undefined}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table aria-rowcount={total ?? rows.length} style={{ minWidth: width }}>
        <colgroup>
          {onSelect && <col style={{ width: 40 }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" className="data-table-check">
                <SelectAll rows={rows} rowKey={rowKey} selected={selected} onSelect={onSelect} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Spacer rows={from} span={span} />}
          {rows.slice(from, to).map((row, index) => {
            const key = rowKey(row)
            return (
              <Row
                key={key}
                id={key}
                row={row}
                index={from + index + 2}
                columns={columns}
                isSelected={selected?.has(key) ?? false}
                onToggle={onSelect && toggle}
                onOpen={onOpen}
              />
            )
          })}
          {to < rows.length && <Spacer rows={rows.length - to} span={span} />}
        </tbody>
      </table>
      {isLoadingMore && <Loading rows={1} />}
    </div>
  )
}

interface RowProps<R> {
  readonly id: string
  readonly row: R
  readonly index: number
  readonly columns: readonly Column<R>[]
  readonly isSelected: boolean
  readonly onToggle: ((id: string) => void) | undefined
  readonly onOpen: ((row: R) => void) | undefined
}

function PlainRow<R>({ id, row, index, columns, isSelected, onToggle, onOpen }: RowProps<R>) {
  const t = useTexts()
  return (
    <tr
      aria-rowindex={index}
      className={`${onOpen ? 'data-table-open' : ''}${isSelected ? ' data-table-selected' : ''}`}
      tabIndex={onOpen ? 0 : undefined}
      onClick={(event) => {
        if (onOpen && isPlainClick(event.target)) onOpen(row)
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') onOpen?.(row)
        if (event.key === 'ArrowDown') focusRow(event.currentTarget.nextElementSibling)
        if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling)
        if (event.key === ' ') onToggle?.(id)
        if (['ArrowDown', 'ArrowUp', ' '].includes(event.key)) event.preventDefault()
      }}
    >
      {onToggle && (
        <td className="data-table-check">
          <Checkbox aria-label={t('table.select-row')} checked={isSelected} onChange={() => onToggle(id)} />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} className={column.align ? 'data-table-right' : undefined}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  )
}

/** Scrolling draws only the rows that come into sight; the cast keeps the type parameter, which memo loses. */
const Row = memo(PlainRow) as typeof PlainRow

function HeadCell<R>({
  column,
  sort,
  onSort,
}: { readonly column: Column<R> } & Pick<DataTableProps<R>, 'sort' | 'onSort'>) {
  const isUp = sort === column.sort
  const isDown = sort === `-${column.sort}`
  const canSort = column.sort !== undefined && onSort !== undefined
  const order = !canSort ? undefined : isUp ? 'ascending' : isDown ? 'descending' : 'none'
  return (
    <th
      scope="col"
      title={column.hint}
      className={column.align ? 'data-table-right' : undefined}
      {...(order ? { 'aria-sort': order } : {})}
    >
      {canSort ? (
        <button type="button" onClick={() => onSort(isUp ? `-${column.sort}` : isDown ? undefined : column.sort)}>
          {column.title}
          <span aria-hidden>{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function SelectAll<R>({
  rows,
  rowKey,
  selected,
  onSelect,
}: Pick<DataTableProps<R>, 'rows' | 'rowKey' | 'selected' | 'onSelect'>) {
  const t = useTexts()
  const count = selected?.size ?? 0
  return (
    <Checkbox
      aria-label={t('table.select-all')}
      checked={count > 0 && count >= rows.length}
      indeterminate={count > 0 && count < rows.length}
      onChange={(event) => onSelect?.(event.target.checked ? new Set(rows.map(rowKey)) : new Set())}
    />
  )
}

function Cards<R>({
  label,
  rows,
  rowKey,
  columns,
  card,
  onOpen,
  onEnd,
  isLoadingMore,
  selected,
  onSelect,
  isSelecting = false,
}: DataTableProps<R>) {
  const t = useTexts()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = end.current
    if (!element || !onEnd) return
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onEnd(), {
      rootMargin: '400px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [onEnd])
  return (
    <>
      <ul className="data-cards" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)} className={selected?.has(rowKey(row)) ? 'data-table-selected' : undefined}>
            {onSelect && selected && (isSelecting || selected.size > 0) && (
              <Checkbox
                aria-label={t('table.select-row')}
                checked={selected.has(rowKey(row))}
                onChange={() => onSelect(toggled(selected, rowKey(row)))}
              />
            )}
            {onOpen ? (
              <button type="button" className="data-card" onClick={() => onOpen(row)}>
                <CardBody row={row} columns={columns} card={card} />
              </button>
            ) : (
              <div className="data-card">
                <CardBody row={row} columns={columns} card={card} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <div ref={end} />
      {isLoadingMore && <Loading rows={2} />}
    </>
  )
}

function CardBody<R>({
  row,
  columns,
  card,
}: { readonly row: R } & {
  readonly columns: readonly Column<R>[]
  readonly card: ((row: R) => ReactNode) | undefined
}) {
  if (card) return card(row)
  return columns.slice(0, 5).map((column) => (
    <span key={column.key} className="data-card-line">
      <small>{column.title}</small>
      <span>{column.render(row)}</span>
    </span>
  ))
}

function Spacer({ rows, span }: { readonly rows: number; readonly span: number }) {
  const style: CSSProperties = { height: rows * ROW, padding: 0, border: 0 }
  return (
    <tr aria-hidden>
      <td colSpan={span} style={style} />
    </tr>
  )
}

function toggled(selected: ReadonlySet<string> | undefined, key: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return next
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus()
}

/** Not on a link, a button or a box, and not while text is being marked. */
function isPlainClick(target: EventTarget): boolean {
  return (
    target instanceof Element && !target.closest('a, button, input, label') && (getSelection()?.toString() ?? '') === ''
  )
}
