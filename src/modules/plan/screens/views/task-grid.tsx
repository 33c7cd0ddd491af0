import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { viewOf } from '../../../../fields/views.ts'
import type { WireRecord } from '../../../../language/wire.ts'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireDeclared } from '../../wire-views.ts'
import { cellText } from './cell-text.ts'
import { CellEditor } from './cell-editor.tsx'
import type { Edits } from './use-edits.ts'
import { useViewTexts } from './use-view-texts.ts'
import type { Wish } from './wishes.ts'
import './grids.css'

export interface GridRow {
  readonly record: WireRecord
  readonly depth: number
  readonly kind: string
}

interface TaskGridProps {
  readonly label: string
  readonly declared: WireDeclared
  readonly rows: readonly GridRow[]
  readonly wishes: readonly Wish[]
  readonly isEditable: boolean
  readonly edits: Edits
  readonly onOpen: (id: string) => void
}

const COLUMNS: readonly (readonly [field: string, width: number])[] = [
  ['number', 150],
  ['name', 280],
  ['unit', 140],
  ['owner', 110],
  ['from', 120],
  ['to', 120],
  ['weight', 90],
  ['deliverables', 260],
]
const ROW = 34
const AHEAD = 12
const WIDTH = COLUMNS.reduce((sum, [, width]) => sum + width, 44)
const template = `${COLUMNS.map(([, width]) => `${width}px`).join(' ')} 44px`

interface Place {
  readonly row: number
  readonly column: number
}

/** A grid that is walked by arrow keys and edited in place; only the rows in sight are drawn. */
export function TaskGrid({ label, declared, rows, wishes, isEditable, edits, onOpen }: TaskGridProps) {
  const t = useViewTexts()
  const { lang } = useLang()
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ from: 0, to: 40 })
  const [active, setActive] = useState<Place>({ row: 0, column: 1 })
  const [isEditing, setEditing] = useState(false)
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

  function go(row: number, column: number) {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(COLUMNS.length - 1, column)),
    }
    setActive(next)
    showPlace(box.current, next)
  }
  const back = () => {
    setEditing(false)
    box.current?.focus()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isEditing || event.target !== box.current) return
    const { row, column } = active
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / ROW) - 2)
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rows.length : row, COLUMNS.length],
    }
    const move = moves[event.key]
    if (move) go(...move)
    else if ((event.key === 'Enter' || event.key === 'F2') && isEditable) setEditing(true)
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) void edits.undo().catch(() => undefined)
    else if (event.key === ' ' && rows[row]) onOpen(rows[row].record.id)
    else return
    event.preventDefault()
  }

  const wished = new Map(wishes.filter(({ register }) => register === 'plan-tasks').map((wish) => [wish.record, wish]))
  const cellId = ({ row, column }: Place) => `task-cell-${row}-${column}`
  return (
    <div
      ref={box}
      className="task-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-readonly={!isEditable}
      aria-activedescendant={cellId(active)}
      tabIndex={0}
      onScroll={measure}
      onKeyDown={onKeyDown}
    >
      <div className="task-grid-head" role="row" style={{ gridTemplateColumns: template, width: WIDTH }}>
        {COLUMNS.map(([field]) => (
          <span key={field} role="columnheader">
            {declared.fields[field]?.label[lang]}
          </span>
        ))}
        <span role="columnheader">
          <span className="sr-only">{t('table.details')}</span>
        </span>
      </div>
      <div className="task-grid-body" style={{ height: rows.length * ROW, width: WIDTH }}>
        {rows.slice(range.from, range.to).map(({ record, depth, kind }, i) => {
          const row = range.from + i
          const wish = wished.get(record.id)
          return (
            <div
              key={record.id}
              role="row"
              aria-rowindex={row + 2}
              className={`task-grid-row plan-kind-${kind}${wish?.action === 'delete' ? ' task-grid-gone' : ''}`}
              style={{ top: row * ROW, gridTemplateColumns: template }}
            >
              {COLUMNS.map(([name], column) => {
                const field = declared.fields[name]!
                const isWished = wish !== undefined && name in wish.values
                const value = isWished ? wish.values[name] : (record.values[name] ?? null)
                const title = isWished ? wish.titles[name] : record.titles[name]
                const isActive = active.row === row && active.column === column
                const text = cellText(field, value, title, lang)
                return (
                  <div
                    key={name}
                    id={cellId({ row, column })}
                    role="gridcell"
                    className={`task-cell${isActive ? ' task-cell-active' : ''}${isWished ? ' task-cell-wished' : ''}${viewOf(field).align ? ' task-cell-right' : ''}`}
                    style={name === 'name' ? { paddingLeft: 6 + depth * 14 } : undefined}
                    title={text}
                    onClick={() => {
                      if (!(isActive && isEditing)) {
                        setActive({ row, column })
                        setEditing(false)
                        box.current?.focus({ preventScroll: true })
                      }
                    }}
                    onDoubleClick={() => {
                      setActive({ row, column })
                      setEditing(isEditable)
                    }}
                  >
                    {isActive && isEditing ? (
                      <CellEditor
                        field={field}
                        value={value}
                        title={title}
                        onSave={async (next, nextTitle, then) => {
                          await edits.change(record, name, next, nextTitle)
                          back()
                          if (then === 'down') go(row + 1, column)
                          if (then === 'right') go(row, column + 1)
                        }}
                        onCancel={back}
                      />
                    ) : (
                      text
                    )}
                  </div>
                )
              })}
              <div role="gridcell">
                <Button
                  type="text"
                  size="small"
                  tabIndex={-1}
                  aria-label={`${t('table.details')} ${String(record.values['name'])}`}
                  title={t('table.details')}
                  onClick={() => onOpen(record.id)}
                >
                  …
                </Button>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Scrolls no further than it must. */
function showPlace(box: HTMLElement | null, { row, column }: Place): void {
  if (!box) return
  const top = row * ROW
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + 2 * ROW + 4 > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW + 4 - box.clientHeight
  const left = COLUMNS.slice(0, column).reduce((sum, [, width]) => sum + width, 0)
  const right = left + COLUMNS[column]![1]
  if (left < box.scrollLeft) box.scrollLeft = left
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth
}
