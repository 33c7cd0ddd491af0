import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import { groupDigits } from '../../../fields/views.ts'
import { useCan } from '../../app/session.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureNumber } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { destinationFigures, staffFigures, staffWhole } from './key-figures.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface OverviewBarsProps {
  readonly byCode: ReadonlyMap<string, WireFigure>
  readonly period: string
}

/** Where graduates go and what the teachers are: bars with their numbers, each leading to its figure. */
export function OverviewBars({ byCode, period }: OverviewBarsProps) {
  const t = useFigureTexts()
  const get = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? [])
  const destinations = get(destinationFigures).toSorted((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0))
  const whole = byCode.get(staffWhole)
  return (
    <>
      <section className="card" aria-labelledby="overview-destinations">
        <h2 id="overview-destinations">{t('overview.destinations')}</h2>
        <Bars figures={destinations} of={sum(destinations)} period={period} />
      </section>
      <section className="card" aria-labelledby="overview-staff">
        <h2 id="overview-staff">{t('overview.staff')}</h2>
        {whole?.value && <p className="state-small">{t('overview.staff-all', { n: groupDigits(whole.text) })}</p>}
        <Bars figures={get(staffFigures)} of={Number(whole?.value ?? 0)} period={period} />
      </section>
    </>
  )
}

const sum = (figures: readonly WireFigure[]) => figures.reduce((total, figure) => total + Number(figure.value ?? 0), 0)

interface BarsProps {
  readonly figures: readonly WireFigure[]
  /** What the shares are shares of. */
  readonly of: number
  readonly period: string
}

function Bars({ figures, of, period }: BarsProps) {
  const t = useFigureTexts()
  const seesAll = useCan()('figures.read-unapproved')
  const { lang } = useLang()
  if (of === 0 || figures.length === 0)
    return <p className="state-small">{t(seesAll ? 'overview.no-data' : 'figures.hidden')}</p>
  const share = (figure: WireFigure) => Number(figure.value ?? 0) / of
  const largest = Math.max(...figures.map(share))
  return (
    <ul className="overview-bars">
      {figures.map((figure) => (
        <li key={figure.code}>
          <Link to={figureAddress(figure.code, period)}>
            <span className="overview-bar-name">{figure.label[lang]}</span>
            <span className="overview-bar-track" aria-hidden>
              <span style={{ width: `${(share(figure) / largest) * 100}%` }} />
            </span>
            <FigureNumber text={figure.text} />
            <small>{(share(figure) * 100).toFixed(1)}%</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
