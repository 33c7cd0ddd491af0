import { Link } from 'react-router'
import type { WireRule } from '../../../language/wire-figures.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { RuleParts, RuleState } from './rule-parts.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

interface RuleListProps {
  readonly rules: readonly WireRule[]
  readonly period: string
  readonly code: string
}

/** The rules that one figure takes part in, broken ones first. */
export function RuleList({ rules, period, code }: RuleListProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  if (rules.length === 0) return null
  return (
    <section className="card" aria-labelledby="figure-rules">
      <h2 id="figure-rules">{t('page.rules')}</h2>
      <ul className="rule-list">
        {rules
          .toSorted((a, b) => Number(a.holds) - Number(b.holds))
          .map((rule) => (
            <li key={rule.name}>
              <div className="rule-head">
                <RuleState rule={rule} />
                <Link to={`/rules?period=${period}&rule=${encodeURIComponent(rule.name)}`}>{rule.label[lang]}</Link>
              </div>
              <RuleParts rule={rule} period={period} except={code} />
            </li>
          ))}
      </ul>
    </section>
  )
}
