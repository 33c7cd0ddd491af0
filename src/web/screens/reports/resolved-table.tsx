import type { FigureReference, ResolvedTable, TableCell } from '../../../language/document.ts'
import { inLanguage } from '../../../language/document.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useShownFigures } from './figures-context.tsx'

/** How many rows of a long table the editor shows: enough to recognise it. */
const SHOWN = 12

/** A table as the report prints it, shortened. */
export function ResolvedTableView({ table, more }: { readonly table: ResolvedTable; readonly more: string }) {
  const { lang } = useLang()
  return (
    <>
      <table className="doc-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {inLanguage(column.label, lang)}
                {column.unit && ` (${inLanguage(column.unit, lang)})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((row, index) => (
            <tr key={index} className={`doc-table-${row.kind}`}>
              {row.cells.map(
                (cell, at) =>
                  cell !== null && (
                    <Cell key={at} cell={cell} align={row.kind === 'subhead' ? 'left' : table.columns[at]?.align} />
                  ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > SHOWN && <p className="doc-more">{more}</p>}
    </>
  )
}

type Filled = Exclude<TableCell, null>

function Cell({ cell, align }: { readonly cell: Filled; readonly align: string | undefined }) {
  const figures = useShownFigures()
  const style = {
    textAlign: align === 'right' || align === 'decimal' ? 'right' : align === 'center' ? 'center' : 'left',
  } as const
  if (typeof cell === 'string') return <td style={style}>{cell}</td>
  const spans = { rowSpan: cell.rows ?? 1, colSpan: cell.columns ?? 1 }
  if ('text' in cell)
    return (
      <td style={style} {...spans}>
        {cell.text}
      </td>
    )
  const [code = '', period] = cell.figure.split(/[@?]/)
  const reference: FigureReference = { code, ...(period ? { period } : {}), ...(cell.part ? { part: cell.part } : {}) }
  return (
    <td style={style} {...spans}>
      {figures.find(reference).text}
    </td>
  )
}
