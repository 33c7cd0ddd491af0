import { Exact } from '../../../engine/indicators/exact.ts'
import { foldText, USUAL_FOLDING } from './fold-text.ts'

const NUMBER = /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})(e[+-]?\d{1,3})?$/
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

/**
 * A number as a person writes it: full-width digits, spaces, groups of three, an exponent, the unit behind it.
 * @returns null when it is none
 */
export function readNumber(written: string, unit: string | null = null): Exact | null {
  let text = foldText(written, USUAL_FOLDING)
  const suffix = unit === null ? '' : foldText(unit, USUAL_FOLDING)
  if (suffix && text.endsWith(suffix)) text = text.slice(0, -suffix.length)
  if (GROUPED.test(text)) text = text.replaceAll(',', '')
  return NUMBER.test(text) ? new Exact(text) : null
}
