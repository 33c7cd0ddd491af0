import { Link } from 'react-router'
import type { WirePeriod, WireTable } from '../../../language/wire-figures.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { ChangedFlag, FigureChange, FigureNumber, ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { FigureStatusTag } from './figure-status.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** A table of the annex: number, indicator, unit and value print; what stands right of them is for the screen. */
export function PrintedTable({ data, period }: { readonly data: WireTable; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <>
      <div className="figure-scroll">
        <table className="figure-table printed-table">
          <caption>
            {data.table.label[lang]} · {period.name}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="printed-no">
                {t('tables.no')}
              </th>
              <th scope="col">{t('figure.name')}</th>
              <th scope="col" className="printed-unit">
                {t('tables.unit')}
              </th>
              <th scope="col" className="figure-right">
                {t('figure.value')}
              </th>
              <th scope="col" className="figure-right no-print wide-only">
                {t('figure.previous')}
              </th>
              <th scope="col" className="figure-right no-print wide-only">
                {t('figure.change')}
              </th>
              <th scope="col" className="no-print wide-only">
                {t('figure.status')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.table.rows.map((row, index) => {
              const figure = data.figures[row.indicator]
              return (
                <tr key={index}>
                  <td className="printed-no">{row.no}</td>
                  <th scope="row" className={`printed-level-${row.level}`}>
                    <Link to={figureAddress(row.indicator, period.code)}>{row.label[lang]}</Link>
                    {figure && (
                      <span className="phone-only">
                        <FigureStatusTag figure={figure} /> <ChangedFlag figure={figure} isShort />
                      </span>
                    )}
                  </th>
                  <td className="printed-unit">{figure?.unit[lang]}</td>
                  <td className="figure-right figure-strong">{figure ? <ShownFigure figure={figure} /> : '—'}</td>
                  <td className="figure-right figure-quiet no-print wide-only">
                    <FigureNumber text={figure?.previous?.text ?? ''} />
                  </td>
                  <td className="figure-right figure-quiet no-print wide-only">
                    {figure && <FigureChange figure={figure} />}
                  </td>
                  <td className="no-print wide-only">
                    {figure && (
                      <>
                        <FigureStatusTag figure={figure} /> <ChangedFlag figure={figure} isShort />
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {data.table.notes && <p className="printed-notes">{t('tables.notes', { notes: data.table.notes[lang] })}</p>}
    </>
  )
}
