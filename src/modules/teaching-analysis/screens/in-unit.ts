import { dimensionOf, type DimensionName } from '../model/evaluation-model.ts'

const UNITS = { '%': ' %', s: ' s', pp: ' pp' } as const

/** A value with the unit of its dimension. */
export const inUnit = (name: DimensionName, value: string): string => `${value}${UNITS[dimensionOf(name).unit]}`

/** A case as it was counted: shares of 0 to 1 in per cent. */
export function caseInUnit(name: DimensionName, value: string): string {
  const { unit } = dimensionOf(name)
  return inUnit(name, (Number(value) * (unit === 's' ? 1 : 100)).toFixed(unit === 's' ? 0 : 1).replace(/\.0$/, ''))
}

/** The address of a class. */
export const classPath = ({ courseId, teachingClass }: { courseId: string; teachingClass: string }): string =>
  `/teaching/classes/${courseId}/${encodeURIComponent(teachingClass)}`
