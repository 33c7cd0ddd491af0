import { type FieldRule, halfWidth, outside, quoted, right, withoutSeparators, withoutUnit, wrong } from '../rule.ts'

export const integerRule: FieldRule<'integer'> = {
  check(input, field) {
    if (typeof input !== 'number') {
      return wrong(
        `${quoted(input)}不是数字，请填写整数，如 12`,
        `${quoted(input)} is not a number: write a whole number such as 12`,
      )
    }
    if (!Number.isSafeInteger(input)) {
      return wrong(
        `${quoted(input)}不是整数或过大，请填写整数，如 12`,
        `${quoted(input)} is not whole or too large: write a whole number such as 12`,
      )
    }
    const { min, max } = field
    if ((min !== undefined && input < min) || (max !== undefined && input > max)) {
      return outside(String(input), min?.toString(), max?.toString())
    }
    return right(input === 0 ? 0 : input)
  },
  read(cell, field) {
    const digits = withoutSeparators(withoutUnit(halfWidth(cell), field.unit))
    if (!/^[+-]?\d+(\.0*)?$/.test(digits)) {
      return wrong(
        `${quoted(cell)}不是整数，请只写数字，如 12`,
        `${quoted(cell)} is not a whole number: write digits only, such as 12`,
      )
    }
    return integerRule.check(Number(digits), field)
  },
  write: (value) => String(value),
  example(field, seed) {
    const min = field.min ?? Math.min(1, field.max ?? 1)
    return min + (seed % ((field.max ?? min + 999) - min + 1))
  },
}
