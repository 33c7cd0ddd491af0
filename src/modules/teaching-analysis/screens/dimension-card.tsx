import { Button } from 'antd'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { dimensionOf } from '../model/evaluation-model.ts'
import type { WireDimension } from '../wire.ts'
import { inUnit } from './in-unit.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'

/** One dimension: its value and how sure it is, its formula and source, and the class beside others. */
export function DimensionCard({
  dimension,
  onOpen,
}: {
  readonly dimension: WireDimension
  readonly onOpen: () => void
}) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const { name, value, interval, method, points, units, cases, weight, comparison } = dimension
  const declared = dimensionOf(name)
  return (
    <article className="dimension-card">
      <h3>{declared.label[lang]}</h3>
      <p className="dimension-about">{declared.about[lang]}</p>
      {value === null ? (
        <p className="dimension-few">
          {t('class.few', { n: units })} <small>{t('class.least', { n: declared.least })}</small>
        </p>
      ) : (
        <>
          <p className="dimension-value">
            <strong>{inUnit(name, value, lang)}</strong>
            {points !== null && <span>{t('class.points', { points, weight })}</span>}
          </p>
          {interval && (
            <p>
              {t('class.interval', { low: interval.low, high: interval.high })}
              {method && <small> {t(`class.by-${method}`)}</small>}
            </p>
          )}
          <p>
            {t('class.observed', { units, cases })}{' '}
            <Button type="link" size="small" onClick={onOpen}>
              {t('class.open')}
            </Button>
          </p>
          {comparison ? (
            <p className={`dimension-place dimension-${comparison.place}`}>
              {t(`compare.${comparison.place}`)}
              <small>
                {t('compare.how', {
                  classes: comparison.classes,
                  teachers: comparison.teachers,
                  common: comparison.common,
                  shrunk: comparison.shrunk,
                  low: comparison.interval.low,
                  high: comparison.interval.high,
                  own: comparison.own,
                })}
              </small>
            </p>
          ) : (
            <p className="dimension-place">
              <small>{t('compare.none')}</small>
            </p>
          )}
        </>
      )}
      <details>
        <summary>{t('class.formula')}</summary>
        <p>{declared.formula[lang]}</p>
        <p>
          <small>{t('class.source', { source: declared.source[lang] })}</small>
        </p>
      </details>
    </article>
  )
}
