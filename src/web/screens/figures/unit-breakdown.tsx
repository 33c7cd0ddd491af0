import { useState } from 'react'
import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { FigureNumber, ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { FigureStatusTag } from './figure-status.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

interface UnitBreakdownProps {
  readonly page: WireFigurePage
  readonly period: string
  readonly unit: string | null
}

const FIRST = 12

/** The figure of each unit, as bars that are also a table; a unit's name leads to its own figure. */
export function UnitBreakdown({ page, period, unit }: UnitBreakdownProps) {
  const t = useFigureTexts()
  const [isAll, setAll] = useState(false)
  const [college, ...others] = page.units
  const units = others.toSorted((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1))
  const largest = Math.max(0, ...units.map((one) => Math.abs(Number(one.value ?? 0))))
  const hasParts = 'numerator' in page.definition
  const shown = isAll ? units : units.slice(0, FIRST)
  if (units.length === 0) return null
  return (
    <section className="card" aria-labelledby="figure-units">
      <h2 id="figure-units">
        {t('page.units')} <span className="count">{units.length}</span>
      </h2>
      <div className="figure-scroll">
        <table className="figure-table unit-table">
          <thead>
            <tr>
              <th scope="col">{t('page.unit')}</th>
              <th scope="col" className="unit-bar-cell">
                <span className="sr-only">{t('figure.value')}</span>
              </th>
              <th scope="col" className="figure-right">
                {t('figure.value')}
              </th>
              {hasParts && (
                <>
                  <th scope="col" className="figure-right wide-only">
                    {t('page.numerator')}
                  </th>
                  <th scope="col" className="figure-right wide-only">
                    {t('page.denominator')}
                  </th>
                </>
              )}
              <th scope="col" className="wide-only">
                {t('figure.status')}
              </th>
            </tr>
          </thead>
          <tbody>
            {college && (
              <UnitRow
                figure={college}
                to={figureAddress(college.code, period)}
                name={t('page.college')}
                share={0}
                hasParts={hasParts}
                isHere={unit === null}
              />
            )}
            {shown.map((one) => (
              <UnitRow
                key={one.unitId}
                figure={one}
                to={figureAddress(one.code, period, one.unitId)}
                name={one.unitName}
                share={largest === 0 ? 0 : Math.abs(Number(one.value ?? 0)) / largest}
                hasParts={hasParts}
                isHere={unit === one.unitId}
              />
            ))}
          </tbody>
        </table>
      </div>
      {units.length > FIRST && (
        <button type="button" className="figure-link" onClick={() => setAll(!isAll)}>
          {isAll ? t('units.fewer') : t('units.all', { n: units.length })}
        </button>
      )}
    </section>
  )
}

interface UnitRowProps {
  readonly figure: WireFigure
  readonly to: string
  readonly name: string
  readonly share: number
  readonly hasParts: boolean
  readonly isHere: boolean
}

function UnitRow({ figure, to, name, share, hasParts, isHere }: UnitRowProps) {
  return (
    <tr className={isHere ? 'unit-here' : undefined}>
      <th scope="row">
        <Link to={to} aria-current={isHere ? 'page' : undefined}>
          {name}
        </Link>
      </th>
      <td className="unit-bar-cell" aria-hidden>
        {share > 0 && <span className="unit-bar" style={{ width: `${share * 100}%` }} />}
      </td>
      <td className="figure-right figure-strong">
        <ShownFigure figure={figure} />
      </td>
      {hasParts && (
        <>
          <td className="figure-right figure-quiet wide-only">
            <FigureNumber text={figure.numerator ?? ''} />
          </td>
          <td className="figure-right figure-quiet wide-only">
            <FigureNumber text={figure.denominator ?? ''} />
          </td>
        </>
      )}
      <td className="wide-only">
        <FigureStatusTag figure={figure} />
      </td>
    </tr>
  )
}
