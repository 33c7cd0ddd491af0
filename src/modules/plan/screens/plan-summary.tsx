import { Button } from 'antd'
import { Link } from 'react-router'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { LightColour, WireMoneyLine, WirePlanFigures, WirePlanMoney, WirePlanTask } from '../wire.ts'
import { countedAt } from './counted-page.tsx'
import { Definitions } from './money/definitions.tsx'
import { tenThousand } from './ten-thousand.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import type { TaskFilter } from './visible-tasks.ts'

interface PlanSummaryProps {
  readonly figures: WirePlanFigures
  readonly tasks: readonly WirePlanTask[]
  readonly onFilter: (change: Partial<TaskFilter>) => void
}

const COLOURS: readonly LightColour[] = ['red', 'yellow', 'green', 'grey']
const percent = (value: string | null) => (value === null ? '—' : `${value}%`)

/** What leaders look at first: completion, score, risk and money, each a click away from its rows. */
export function PlanSummary({ figures, tasks, onFilter }: PlanSummaryProps) {
  const t = usePlanTexts()
  const { lang } = useLang()
  const { completion, scores, results, money } = figures
  const leaves = tasks.filter((task) => task.kind === 'leaf')
  const countOf = (colour: LightColour) => leaves.filter((task) => task.light.colour === colour).length
  return (
    <div className="plan-summary">
      <div className="plan-brief">
        <section className="plan-card">
          <h2>{t('sum.completion')}</h2>
          <p>
            <span className="plan-big">{percent(completion.total.rate)}</span>
            {t('sum.completed', { n: completion.total.completed, all: completion.total.leaves })}
          </p>
          <ul className="plan-lines">
            {completion.byLevel.map(({ part, rate, completed, leaves: all }) => (
              <li key={part.id}>
                <span>{part.name}</span>
                <span>
                  {percent(rate)} <small>{t('task.of', { n: completed, all })}</small>
                </span>
                {completed < all && (
                  <Button type="link" size="small" onClick={() => onFilter({ level: part.id, isOpenOnly: true })}>
                    {t('sum.show-open')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <small>{t('sum.definition-completion')}</small>
        </section>
        <section className="plan-card">
          <h2>{t('sum.score')}</h2>
          <p>
            <span className="plan-big">{scores.total ?? '—'}</span>
            <small>{t('sum.weighed')}</small>
          </p>
          <ul className="plan-lines">
            {scores.levels.map((level) => (
              <li key={level.id}>
                <span>{level.name}</span>
                <span>{level.score ?? '—'}</span>
                <small>{t('sum.weight', { n: level.weight })}</small>
              </li>
            ))}
          </ul>
        </section>
        <section className="plan-card">
          <h2>{t('sum.lights')}</h2>
          <p className="plan-lights">
            {COLOURS.map((colour) => (
              <span key={colour} className={`plan-light plan-light-${colour}`}>
                <span>{t(`light.${colour}`)}</span>
                <Button
                  type="link"
                  size="small"
                  aria-label={`${t(`light.${colour}`)} ${countOf(colour)}`}
                  onClick={() => onFilter({ light: colour })}
                >
                  {countOf(colour)}
                </Button>
              </span>
            ))}
          </p>
        </section>
      </div>
      <div className="plan-side">
        {money && <MoneyTable plan={figures.plan.code} money={money} />}
        {results.results > 0 && (
          <section className="plan-card">
            <h2>{t('sum.results')}</h2>
            <p className="plan-lights">
              {results.byLevel
                .filter(({ count }) => count > 0)
                .map(({ level, label, count }) => (
                  <Link key={level} to={countedAt(figures.plan.code, 'results', { level })}>
                    {label[lang]} {count}
                  </Link>
                ))}
            </p>
          </section>
        )}
      </div>
    </div>
  )
}

function MoneyTable({ plan, money }: { readonly plan: string; readonly money: WirePlanMoney }) {
  const t = usePlanTexts()
  const { lang } = useLang()
  const line = (key: string, name: string, row: WireMoneyLine, source?: string) => (
    <tr key={key} className={source === undefined ? 'plan-total' : undefined}>
      <th scope="row">{name}</th>
      {(['budget', 'arrived', 'spent'] as const).map((amount) => (
        <td key={amount}>
          <Link to={countedAt(plan, amount, source ? { source } : {})}>{tenThousand(row[amount].yuan)}</Link>
        </td>
      ))}
      {row.rates.map((rate) => (
        <td key={rate.name} title={`${tenThousand(rate.numerator)} ÷ ${tenThousand(rate.denominator)}`}>
          {percent(rate.value)}
        </td>
      ))}
    </tr>
  )
  return (
    <section className="plan-card">
      <h2>{t('task.ten-thousand', { label: t('sum.money') })}</h2>
      <div className="plan-money-box" role="region" tabIndex={0} aria-label={t('sum.money')}>
        <table className="plan-money">
          <thead>
            <tr>
              <th scope="col">{t('sum.source')}</th>
              {(['budget', 'arrived', 'spent'] as const).map((amount) => (
                <th key={amount} scope="col">
                  {t(`task.${amount}`)}
                </th>
              ))}
              {money.total.rates.map((rate) => (
                <th key={rate.name} scope="col" title={rate.definition[lang]}>
                  {rate.label[lang]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {money.bySource.map((row) => line(row.source, row.label[lang], row, row.source))}
            {line('total', t('sum.all'), money.total)}
          </tbody>
        </table>
      </div>
      <Definitions rates={money.total.rates} />
    </section>
  )
}
