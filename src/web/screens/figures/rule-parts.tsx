import { Link } from 'react-router'
import type { WireRule } from '../../../language/wire-figures.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureNumber } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Whether a rule holds: in words and colour. */
export function RuleState({ rule }: { readonly rule: WireRule }) {
  const t = useFigureTexts()
  if (rule.open) return <span className="figure-tag figure-tag-missing">{t('rule.open')}</span>
  if (rule.holds) return <span className="figure-tag figure-tag-approved">{t('rule.holds')}</span>
  if (rule.signedOff) return <span className="figure-tag figure-tag-reviewed">{t('rule.signed-off')}</span>
  return rule.severity === 'error' ? (
    <span className="figure-tag rule-error">{t('rule.error')}</span>
  ) : (
    <span className="figure-tag figure-tag-entered">{t('rule.warning')}</span>
  )
}

interface RulePartsProps {
  readonly rule: WireRule
  readonly period: string
  /** The figure whose page this is: no link to itself. */
  readonly except?: string
}

/** Both sides of a rule with their values, and the comparison. */
export function RuleParts({ rule, period, except }: RulePartsProps) {
  const { lang } = useLang()
  return (
    <div className="rule-parts">
      <dl>
        {rule.parts.map((part) => (
          <div key={part.code}>
            <dt>
              {part.code === except ? (
                part.label[lang]
              ) : (
                <Link to={figureAddress(part.code, period)}>{part.label[lang]}</Link>
              )}
            </dt>
            <dd>
              <FigureNumber text={part.text} />
            </dd>
          </div>
        ))}
      </dl>
      {!rule.open && rule.explanation[lang] !== '' && <p className="rule-explanation">{rule.explanation[lang]}</p>}
    </div>
  )
}
