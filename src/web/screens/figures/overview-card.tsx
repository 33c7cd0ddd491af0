import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureChange, FigureNumber, ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { FigureStatusTag } from './figure-status.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

interface OverviewCardProps {
  readonly figure: WireFigure
  /** The same figure in the editions up to this one, in any order. */
  readonly trend: readonly WireFigure[]
  readonly period: string
}

/** A key figure with last year's beside it and, from three years on, a small trend. */
export function OverviewCard({ figure, trend, period }: OverviewCardProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const points = trend
    .filter((one) => one.value !== null && !one.empty)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
  return (
    <li>
      <Link className="overview-card" to={figureAddress(figure.code, period)}>
        <span className="overview-card-name">{figure.label[lang]}</span>
        <ShownFigure figure={figure} hasUnit size="large" />
        <span className="overview-card-foot">
          <small>
            {figure.previous && figure.previous.text !== '' ? (
              <>
                <span>
                  {t('figure.previous')} <FigureNumber text={figure.previous.text} />
                </span>
                <FigureChange figure={figure} />
              </>
            ) : (
              figure.value === null && <FigureStatusTag figure={figure} />
            )}
          </small>
          {points.length > 2 && <Spark points={points} />}
        </span>
      </Link>
    </li>
  )
}

const [WIDTH, HEIGHT] = [64, 20]

function Spark({ points }: { readonly points: readonly WireFigure[] }) {
  const values = points.map((one) => Number(one.value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (index: number) => 2 + (index / (values.length - 1)) * (WIDTH - 4)
  const y = (value: number) => (high === low ? HEIGHT / 2 : HEIGHT - 3 - ((value - low) / (high - low)) * (HEIGHT - 6))
  const last = values.length - 1
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={points.map((one) => `${one.period}: ${one.text}`).join(', ')}
    >
      <polyline
        points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke="#7fb0ad"
        strokeWidth="1.5"
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.5" fill="#11676a" />
    </svg>
  )
}
