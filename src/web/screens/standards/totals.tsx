import { useLang } from '../../kit/use-lang.tsx'
import type { CoverageTotals } from './coverage-rows.ts'
import { useStandardTexts } from './use-standard-texts.ts'

interface TotalsProps {
  readonly totals: CoverageTotals
  readonly state: string
  readonly onState: (state: string) => void
}

type Tone = 'good' | 'bad' | 'plain'

/** The whole standard at one look. What can be narrowed to is a button. */
export function Totals({ totals, state, onState }: TotalsProps) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const n = (count: number) => count.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-US')
  const whole = (some: number, all: number): Tone => (some === all ? 'good' : 'bad')
  const { open, overdue } = totals
  const tiles: readonly (readonly [title: string, some: string, all: string | null, tone: Tone, state?: string])[] = [
    [t('total.tables'), n(totals.tablesMapped), n(totals.tables), whole(totals.tablesMapped, totals.tables)],
    [
      t('total.mandatory'),
      n(totals.mandatoryMapped),
      n(totals.mandatory),
      whole(totals.mandatoryMapped, totals.mandatory),
    ],
    [t('total.fields'), n(totals.mapped), n(totals.fields), whole(totals.mapped, totals.fields), 'unmapped'],
    [t('total.filled'), n(totals.filled), n(totals.tables), whole(totals.filled, totals.tables), 'empty'],
    [t('total.valid'), n(totals.valid), n(totals.rows), whole(totals.valid, totals.rows)],
    [t('total.score'), totals.score ?? '—', null, 'plain'],
    [t('total.open'), n(open), null, open === 0 ? 'good' : 'bad', 'faults'],
    [t('total.overdue'), n(overdue), n(totals.tables), overdue === 0 ? 'good' : 'bad', 'overdue'],
  ]
  return (
    <ul className="coverage-totals">
      {tiles.map(([title, some, all, tone, narrows]) => {
        const words = (
          <>
            <small>{title}</small>
            <span>
              <strong className={`coverage-${tone}`}>{some}</strong>
              {all !== null && <span className="coverage-of"> / {all}</span>}
            </span>
          </>
        )
        return (
          <li key={title}>
            {narrows === undefined ? (
              <div>{words}</div>
            ) : (
              <button
                type="button"
                aria-pressed={state === narrows}
                onClick={() => onState(state === narrows ? '' : narrows)}
              >
                {words}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
