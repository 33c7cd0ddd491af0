import { memo, type ReactNode } from 'react'
import type { Block, Place, Table } from '../document.ts'

/** The anchor of a place in the document: a cell when there is one, else its paragraph or table. */
export function anchorOf({ paragraph, table, row, column }: Place): string {
  if (table !== undefined) return row === undefined ? `audit-t${table}` : `audit-t${table}-${row}-${column ?? 1}`
  return `audit-p${paragraph ?? 0}`
}

interface DocumentViewProps {
  readonly blocks: readonly Block[]
  /** Anchors with findings, and the numbers of the findings there. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
  /** Anchors of the finding looked at, with its figures. */
  readonly chosen: ReadonlySet<string>
  readonly values: readonly string[]
  readonly onChoose: (finding: number) => void
}

/** The document as it was read, with the places of findings marked. */
export function DocumentView({ blocks, numbers, chosen, values, onChoose }: DocumentViewProps) {
  return (
    <>
      {blocks.map((block, at) => {
        const anchors = anchorsOf(block)
        const own = anchors.filter((anchor) => numbers.has(anchor) || chosen.has(anchor))
        return own.length === 0 ? (
          <PlainBlock key={at} block={block} />
        ) : (
          <BlockView key={at} block={block} numbers={numbers} chosen={chosen} values={values} onChoose={onChoose} />
        )
      })}
    </>
  )
}

/** Most of a long document has no findings and is drawn once. */
const PlainBlock = memo(function PlainBlock({ block }: { readonly block: Block }) {
  return <BlockView block={block} numbers={NONE} chosen={NOBODY} values={[]} onChoose={ignore} />
})
const NONE: ReadonlyMap<string, readonly number[]> = new Map()
const NOBODY: ReadonlySet<string> = new Set()
const ignore = () => {}

function anchorsOf(block: Block): string[] {
  if (block.kind !== 'table') return [`audit-p${block.paragraph}`]
  return [
    `audit-t${block.table}`,
    ...block.rows.flatMap((row, r) => columnsOf(row.cells).map((c) => `audit-t${block.table}-${r + 1}-${c}`)),
  ]
}

/** The column, from 1, at which each cell begins. */
function columnsOf(cells: Table['rows'][number]['cells']): number[] {
  let column = 1
  return cells.map((cell) => {
    const own = column
    column += cell.columns ?? 1
    return own
  })
}

type BlockViewProps = Omit<DocumentViewProps, 'blocks'> & { readonly block: Block }

function BlockView({ block, numbers, chosen, values, onChoose }: BlockViewProps) {
  if (block.kind === 'table')
    return <TableView table={block} numbers={numbers} chosen={chosen} values={values} onChoose={onChoose} />
  const anchor = `audit-p${block.paragraph}`
  const isChosen = chosen.has(anchor)
  const className = [
    block.kind === 'heading'
      ? `audit-heading audit-heading-${Math.min(block.level, 4)}`
      : `audit-${block.role ?? 'text'}`,
    numbers.has(anchor) ? 'audit-found' : '',
    isChosen ? 'audit-chosen' : '',
  ].join(' ')
  return (
    <p id={anchor} className={className}>
      <Numbers of={numbers.get(anchor)} onChoose={onChoose} />
      {isChosen ? marked(block.text, values) : block.text}
    </p>
  )
}

function TableView({
  table,
  numbers,
  chosen,
  values,
  onChoose,
}: Omit<BlockViewProps, 'block'> & { readonly table: Table }) {
  return (
    <div className="audit-table" id={`audit-t${table.table}`}>
      <table>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r}>
              {columnsOf(row.cells).map((column, c) => {
                const cell = row.cells[c]!
                const anchor = `audit-t${table.table}-${r + 1}-${column}`
                const isChosen = chosen.has(anchor)
                return (
                  <td
                    key={c}
                    id={anchor}
                    colSpan={cell.columns ?? 1}
                    rowSpan={cell.rows ?? 1}
                    className={[numbers.has(anchor) ? 'audit-found' : '', isChosen ? 'audit-chosen' : ''].join(' ')}
                  >
                    <Numbers of={numbers.get(anchor)} onChoose={onChoose} />
                    {isChosen ? marked(cell.text, values) : cell.text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Numbers({
  of,
  onChoose,
}: {
  readonly of: readonly number[] | undefined
  readonly onChoose: (finding: number) => void
}) {
  return of?.map((number) => (
    <button key={number} type="button" className="audit-number" onClick={() => onChoose(number)}>
      {number + 1}
    </button>
  ))
}

/** The text with the figures of a finding marked, not within longer figures. */
function marked(text: string, values: readonly string[]): ReactNode {
  const wanted = values.filter((value) => value !== '').toSorted((a, b) => b.length - a.length)
  if (wanted.length === 0) return text
  const pattern = new RegExp(
    `(?<![\\d.])(${wanted.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%$/, '\\s*[%％]')).join('|')})(?![\\d])`,
    'g',
  )
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), <mark key={match.index}>{match[0]}</mark>)
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)]
}
