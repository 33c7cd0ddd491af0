import type { Lang } from '../../../language/label.ts'
import { dimensionOf, type DimensionName } from '../model/evaluation-model.ts'

const UNITS = {
  '%': { zh: ' %', en: ' %' },
  s: { zh: ' 秒', en: ' s' },
  pp: { zh: ' 个百分点', en: ' points' },
} as const

/** A value with the unit of its dimension. */
export const inUnit = (name: DimensionName, value: string, lang: Lang): string =>
  `${value}${UNITS[dimensionOf(name).unit][lang]}`

/** A case as it was counted: shares of 0 to 1 in per cent. */
export function caseInUnit(name: DimensionName, value: string, lang: Lang): string {
  const { unit } = dimensionOf(name)
  return inUnit(
    name,
    (Number(value) * (unit === 's' ? 1 : 100)).toFixed(unit === 's' ? 0 : 1).replace(/\.0$/, ''),
    lang,
  )
}

/** The address of a class. */
export const classPath = ({ courseId, teachingClass }: { courseId: string; teachingClass: string }): string =>
  `/teaching/classes/${courseId}/${encodeURIComponent(teachingClass)}`
