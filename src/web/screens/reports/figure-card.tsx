import { Button, Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { type FigurePartName, type FigureReference, inLanguage } from '../../../language/document.ts'
import { groupDigits } from '../../../fields/views.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { StandingTag } from './standing-tag.tsx'
import { PREVIOUS, useShownFigures } from './figures-context.tsx'
import { figureAddress, rowsAddress } from './report-places.ts'
import { useReportTexts } from './use-report-texts.ts'

interface FigureCardProps {
  readonly reference: FigureReference
  /** Absent where the text may not be changed. */
  readonly onChange?: (reference: Partial<FigureReference>) => void
  readonly onRemove?: () => void
}

const PARTS: readonly FigurePartName[] = ['value', 'numerator', 'denominator']

/** What stands behind a figure of the text: its definition, sides, status and rows; and how it is printed here. */
export function FigureCard({ reference, onChange, onRemove }: FigureCardProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const shown = useShownFigures().find(reference)
  const { figure, period } = shown
  const indicator = figuresCatalogue.indicators.get(reference.code)
  const isFraction = indicator !== undefined && 'numerator' in indicator
  return (
    <div className="figure-card">
      <p className="figure-card-head">
        <strong>{shown.label}</strong>
        <StandingTag standing={shown.standing} />
      </p>
      <p className="figure-card-value">
        {shown.text} <small>{t('figure.of-period', { period, code: reference.code })}</small>
      </p>
      {figure?.changed && (
        <p className="figure-card-changed">
          {t('figure.changed-to', {
            old: groupDigits(figure.text) || '—',
            now: groupDigits(figure.changed.text) || '—',
          })}
        </p>
      )}
      {shown.supplied && <p className="figure-card-definition">{inLanguage(shown.supplied.definition, lang)}</p>}
      {indicator && <p className="figure-card-definition">{indicator.definition[lang]}</p>}
      {figure && isFraction && (
        <dl className="figure-card-sides">
          <div>
            <dt>{t('figure.numerator')}</dt>
            <dd>{side(figure.numerator)}</dd>
          </div>
          <div>
            <dt>{t('figure.denominator')}</dt>
            <dd>{side(figure.denominator)}</dd>
          </div>
        </dl>
      )}
      {onChange && (
        <div className="figure-card-tools">
          <Checkbox
            checked={reference.unit === true}
            onChange={(event) => onChange({ unit: event.target.checked ? true : null })}
          >
            {t('figure.with-unit')}
          </Checkbox>
          <Select
            size="small"
            aria-label={t('figure.period')}
            value={reference.period ?? ''}
            onChange={(next: string) => onChange({ period: next === '' ? null : next })}
            options={[
              { value: '', label: t('figure.period-own') },
              { value: PREVIOUS, label: t('figure.period-previous') },
              ...(reference.period && reference.period !== PREVIOUS
                ? [{ value: reference.period, label: reference.period }]
                : []),
            ]}
            popupMatchSelectWidth={false}
          />
          {isFraction && (
            <Select
              size="small"
              aria-label={t('figure.part')}
              value={reference.part ?? 'value'}
              onChange={(part: FigurePartName) => onChange({ part: part === 'value' ? null : part })}
              options={PARTS.map((part) => ({ value: part, label: t(`figure.${part}`) }))}
              popupMatchSelectWidth={false}
            />
          )}
        </div>
      )}
      <p className="figure-card-links">
        {shown.supplied?.behind ? (
          <Link to={shown.supplied.behind} target="_blank">
            {t('figure.behind')}
          </Link>
        ) : (
          <Link to={figureAddress(reference.code, period)} target="_blank">
            {t('figure.open')}
          </Link>
        )}
        {figure && figure.rows > 0 && (
          <Link to={rowsAddress(reference.code, period, reference.part ?? 'value')} target="_blank">
            {t('figure.rows', { count: groupDigits(String(figure.rows)) })}
          </Link>
        )}
        {onRemove && (
          <Button type="link" size="small" danger onClick={onRemove}>
            {t('figure.remove')}
          </Button>
        )}
      </p>
    </div>
  )
}

const side = (value: string | null) =>
  value === null ? '—' : groupDigits(value.includes('.') ? value.replace(/\.?0+$/, '') : value)
