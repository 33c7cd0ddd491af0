import { Link } from 'react-router'
import type { Formula, Indicator, Measure } from '../../../language/index.ts'
import { catalogue } from '../../app/catalogue.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { figureAddress } from './figure-places.ts'
import type { ConditionWords, Window } from './formula-words.ts'
import { filterWords, measureWords } from './formula-words.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface FormulaViewProps {
  readonly indicator: Indicator
  readonly window: Window
}

/** How an indicator is computed, read off its declaration: what is counted, with which filters, over which days. */
export function FormulaView({ indicator, window }: FormulaViewProps) {
  const t = useFigureTexts()
  if ('entered' in indicator) return <p>{t('page.formula-entered')}</p>
  if ('value' in indicator) return <Part formula={indicator.value} window={window} />
  return (
    <div className="formula-fraction">
      <div>
        <small>{t('page.numerator')}</small>
        <Part formula={indicator.numerator} window={window} />
      </div>
      <div className="formula-line">
        <span aria-hidden>÷</span>
      </div>
      <div>
        <small>{t('page.denominator')}</small>
        <Part formula={indicator.denominator} window={window} />
      </div>
      {indicator.scale && indicator.scale !== '1' && <div className="formula-scale">× {indicator.scale}</div>}
    </div>
  )
}

const SIGNS = { plus: '+', minus: '−', times: '×', divide: '÷', least: ',' } as const

function Part({ formula, window }: { readonly formula: Formula; readonly window: Window }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  switch (formula.of) {
    case 'constant':
      return <span className="formula-constant">{formula.value}</span>
    case 'indicator':
      return (
        <Link className="formula-used" to={figureAddress(formula.code, window.period)}>
          {figuresCatalogue.indicators.get(formula.code)?.label[lang] ?? formula.code}
        </Link>
      )
    case 'plus':
    case 'minus':
    case 'times':
    case 'divide':
    case 'least':
      return (
        <div className="formula-terms">
          {formula.of === 'least' && <span className="formula-sign">{t('formula.least')}</span>}
          {formula.terms.map((term, index) => (
            <div key={index} className="formula-term">
              {index > 0 && <span className="formula-sign">{SIGNS[formula.of]}</span>}
              <Part formula={term} window={window} />
            </div>
          ))}
        </div>
      )
    default:
      return <MeasureView measure={formula} window={window} />
  }
}

function MeasureView({ measure, window }: { readonly measure: Measure; readonly window: Window }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const register = catalogue.registers.get(measure.register)
  if (!register) return <span>{measure.register}</span>
  const speaker = { t, lang, window }
  const conditions = filterWords(measure.where, register, speaker)
  return (
    <div className="formula-measure">
      <div>
        <strong>{measureWords(measure, speaker)}</strong>{' '}
        <Link to={`/registers/${register.name}`}>{register.label[lang]}</Link>
        {conditions.length === 0 && <small> {t('formula.all')}</small>}
      </div>
      <Conditions conditions={conditions} />
    </div>
  )
}

function Conditions({ conditions }: { readonly conditions: readonly ConditionWords[] }) {
  const t = useFigureTexts()
  if (conditions.length === 0) return null
  return (
    <ul className="formula-conditions">
      {conditions.map((one, index) =>
        'anyOf' in one ? (
          <li key={index}>
            {t('formula.any-of')}
            <ol>
              {one.anyOf.map((alternative, place) => (
                <li key={place}>
                  <Conditions conditions={alternative} />
                </li>
              ))}
            </ol>
          </li>
        ) : (
          <li key={index}>
            <span className="formula-field">{one.field}</span> {one.words}
          </li>
        ),
      )}
    </ul>
  )
}
