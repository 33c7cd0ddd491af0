import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import { ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import type { Head, PivotGrid } from './pivot-data.ts'

/** The comparison as a table; every value leads to its figure. */
export function PivotTable({ grid, isSwapped }: { readonly grid: PivotGrid; readonly isSwapped: boolean }) {
  const { rows, columns, cell } = grid
  return (
    <div className="figure-scroll pivot-scroll" tabIndex={0}>
      <table className="figure-table pivot-table">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`figure-right${isSwapped ? ' pivot-long' : ''}`}>
                <HeadText head={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <HeadText head={row} />
              </th>
              {columns.map((column) => (
                <td key={column.key} className="figure-right">
                  <Value figure={cell(row, column)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeadText({ head }: { readonly head: Head }) {
  return (
    <>
      {head.text} {head.unit !== '' && <small>{head.unit}</small>}
    </>
  )
}

function Value({ figure }: { readonly figure: WireFigure | undefined }) {
  if (!figure || figure.value === null) return <span className="figure-quiet">—</span>
  return (
    <Link to={figureAddress(figure.code, figure.period, figure.unitId)}>
      <ShownFigure figure={figure} />
    </Link>
  )
}
