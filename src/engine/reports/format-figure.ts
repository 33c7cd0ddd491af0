import { inLanguage } from '../../language/document.ts'
import type { FigurePartName, Language, ResolvedFigure, ResolvedFigurePart } from '../../language/document.ts'
import { cleanText } from './clean-text.ts'
import { labelsIn } from './labels.ts'

/** The asked side of a figure, or null when the indicator is no fraction. */
export function figurePart(figure: ResolvedFigure, part: FigurePartName): ResolvedFigurePart | null {
  if (part === 'numerator') return figure.numerator
  if (part === 'denominator') return figure.denominator
  return figure
}

/** What is printed for a figure: `93.40`, `93.40%`, `1,204人`, `1,204 persons`, `—` when missing; null for no such part. */
export function formatFigure(
  figure: ResolvedFigure,
  part: FigurePartName,
  withUnit: boolean,
  language: Language,
): string | null {
  const asked = figurePart(figure, part)
  return asked === null ? null : formatPart(asked, withUnit, language)
}

/** Formatted value of one side, with its unit when wanted and when there is a value. */
export function formatPart(part: ResolvedFigurePart, withUnit: boolean, language: Language): string {
  const text = cleanText(part.text)
  if (part.value === null || text === '') return labelsIn(language).missing
  if (!withUnit || part.unit === null) return text
  const unit = cleanText(inLanguage(part.unit, language))
  const tight = language === 'zh' || /^[%‰°]/.test(unit)
  return tight ? `${text}${unit}` : `${text} ${unit}`
}
