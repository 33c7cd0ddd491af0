import type { Label, WireFigure } from '../../../language/index.ts'
import { groupDigits } from '../../../fields/views.ts'
import { FigureValue } from '../../kit/figure-value.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { changeBetween } from './exact-change.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** A printed value with its digits in groups, and its unit. */
export function FigureNumber({
  text,
  unit,
  size,
}: {
  readonly text: string
  readonly unit?: Label
  readonly size?: 'large'
}) {
  return <FigureValue text={groupDigits(text)} {...(unit ? { unit } : {})} {...(size ? { size } : {})} />
}

type Shown = Pick<WireFigure, 'text' | 'unit' | 'empty'>

/** A figure's value; in words where its 0 only says that nothing has been recorded yet. */
export function ShownFigure({
  figure,
  size,
  hasUnit = false,
}: {
  readonly figure: Shown
  readonly size?: 'large'
  readonly hasUnit?: boolean
}) {
  const t = useFigureTexts()
  if (figure.empty)
    return (
      <span className={`figure-empty${size === 'large' ? ' figure-empty-large' : ''}`} title={t('figure.empty-hint')}>
        {t('figure.empty')}
      </span>
    )
  return <FigureNumber text={figure.text} {...(hasUnit ? { unit: figure.unit } : {})} {...(size ? { size } : {})} />
}

type Moved = Pick<WireFigure, 'text' | 'unit' | 'previous' | 'empty'>

/** How a figure moved since the year before: shares in points, everything else in per cent. */
export function FigureChange({ figure }: { readonly figure: Moved }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const change = figure.empty ? undefined : changeBetween(figure.previous?.text, figure.text)
  if (!change) return <span className="figure-change">—</span>
  const unit = figure.unit[lang]
  const full = `${groupDigits(change.difference)} ${unit === '%' ? t('figure.change-unit') : unit}`
  const shown = unit === '%' || change.percent === null ? change.difference : `${change.percent}%`
  const arrow = change.sign > 0 ? '↑' : change.sign < 0 ? '↓' : ''
  return (
    <span className="figure-change" title={full}>
      {change.sign === 0 ? '=' : `${arrow} ${shown.replace(/^[+-]/, '')}`}
    </span>
  )
}

/** Both values of a changed figure: with more digits than printed when rounding would hide the difference. */
export function changedTexts(figure: WireFigure): readonly [old: string, now: string] {
  const now = figure.changed
  if (!now) return [figure.text, figure.text]
  if (figure.text !== now.text || !figure.value || !now.value) return [figure.text || '—', now.text || '—']
  return [cut(figure.value, figure.decimals + 3), cut(now.value, figure.decimals + 3)]
}

function cut(value: string, digits: number): string {
  const [whole = '', fraction = ''] = value.split('.')
  const kept = fraction.slice(0, digits).replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}

/** What records give since somebody stood by the value: old → new. */
export function ChangedFlag({ figure, isShort }: { readonly figure: WireFigure; readonly isShort?: boolean }) {
  const t = useFigureTexts()
  if (!figure.changed) return null
  const [old, now] = changedTexts(figure).map(groupDigits)
  return (
    <span className="changed-flag" title={t('figure.changed-hint', { old: old ?? '', new: now ?? '' })}>
      {!isShort && <span>{t('figure.changed')} </span>}
      <span className="field-number">
        {old}
        <span className="sr-only"> {t('figure.became')} </span>
        <span aria-hidden> → </span>
        <strong>{now}</strong>
      </span>
    </span>
  )
}
