import { memo, type ReactNode } from 'react'
import { type Block, cellColumns, type Place, type Table } from '../document.ts'

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
  /** The anchor that was jumped to. */
  readonly here: string | undefined
  readonly values: readonly string[]
  readonly onChoose: (finding: number) => void
}

/** The document as it was read, with the places of findings marked. */
export function DocumentView({ blocks, numbers, chosen, here, values, onChoose }: DocumentViewProps) {
  return (
    <>
      {blocks.map((block, at) => {
        const anchors = anchorsOf(block)
        const own = anchors.filter((anchor) => numbers.has(anchor) || chosen.has(anchor))
        return own.length === 0 ? (
          <PlainBlock key={at} block={block} />
        ) : (
          <BlockView key={at} {...{ block, numbers, chosen, here, values, onChoose }} />
        )
      })}
    </>
  )
}

/** Most of a long document has no findings and is drawn once. */
const PlainBlock = memo(function PlainBlock({ block }: { readonly block: Block }) {
  return <BlockView block={block} numbers={NONE} chosen={NOBODY} here={undefined} values={[]} onChoose={ignore} />
})
const NONE: ReadonlyMap<string, readonly number[]> = new Map()
const NOBODY: ReadonlySet<string> = new Set()
const ignore = () => {}

function anchorsOf(block: Block): string[] {
  if (block.kind !== 'table') return [`audit-p${block.paragraph}`]
  return [
    `audit-t${block.table}`,
    ...cellColumns(block).flatMap((columns, r) => columns.map((c) => `audit-t${block.table}-${r + 1}-${c}`)),
  ]
}

type BlockViewProps = Omit<DocumentViewProps, 'blocks'> & { readonly block: Block }

function BlockView({ block, numbers, chosen, here, values, onChoose }: BlockViewProps) {
  if (block.kind === 'table') return <TableView table={block} {...{ numbers, chosen, here, values, onChoose }} />
  const anchor = `audit-p${block.paragraph}`
  const isChosen = chosen.has(anchor)
  const className = [
    block.kind === 'heading'
      ? `audit-heading audit-heading-${Math.min(block.level, 4)}`
      : `audit-${block.role ?? 'text'}`,
    numbers.has(anchor) ? 'audit-found' : '',
    isChosen ? 'audit-chosen' : '',
    anchor === here ? 'audit-here' : '',
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
  here,
  values,
  onChoose,
}: Omit<BlockViewProps, 'block'> & { readonly table: Table }) {
  const columns = cellColumns(table)
  return (
    <div className="audit-table" id={`audit-t${table.table}`}>
      <table>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r}>
              {columns[r]!.map((column, c) => {
                const cell = row.cells[c]!
                const anchor = `audit-t${table.table}-${r + 1}-${column}`
                const isChosen = chosen.has(anchor)
                return (
                  <td
                    key={c}
                    id={anchor}
                    colSpan={cell.columns ?? 1}
                    rowSpan={cell.rows ?? 1}
                    className={[
                      numbers.has(anchor) ? 'audit-found' : '',
                      isChosen ? 'audit-chosen' : '',
                      anchor === here ? 'audit-here' : '',
                    ].join(' ')}
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
