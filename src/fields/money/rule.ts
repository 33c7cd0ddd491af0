import type { Field } from '../../language/fields.ts'
import { canonicalDecimal, checkDecimal, exampleDecimal } from '../decimal/rule.ts'
import { type FieldRule, halfWidth, quoted, withoutSeparators, wrong } from '../rule.ts'

const UNITS = {
  yuan: { label: { zh: '元', en: 'yuan' }, decimals: 2 },
  // 0.000001 万元 is one fen.
  'ten-thousand-yuan': { label: { zh: '万元', en: 'ten thousand yuan' }, decimals: 6 },
} as const

/** Amounts show two decimals at least: 12.00, 1946.59. */
const PADDING = 2

export const moneyRule: FieldRule<'money'> = {
  check: (input, field) => checkDecimal(input, decimalsOf(field), PADDING, field.min, field.max),
  read(cell, field) {
    const [, amount = '', written = ''] = /^[¥￥]?\s*(.*?)\s*([万亿]?元|万|亿)?$/su.exec(halfWidth(cell)) ?? []
    const { label } = UNITS[field.unit ?? 'yuan']
    // 3 亿 in a column of 万元 is more likely a slip than a wish for a conversion.
    if (written !== '' && written !== label.zh && `${written}元` !== label.zh) {
      return wrong(
        `${quoted(cell)}的单位不对，本栏以${label.zh}为单位，请换算后只写数字`,
        `${quoted(cell)} has another unit: this column counts ${label.en}; convert it and write the number only`,
      )
    }
    return moneyRule.check(withoutSeparators(amount), field)
  },
  write: (value) => value.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ','),
  example: (field, seed) => exampleDecimal(decimalsOf(field), PADDING, field.min ?? '0', field.max, seed),
}

/** Digits behind the point that the unit has room for. */
export function decimalsOf(field: Field<'money'>): number {
  return UNITS[field.unit ?? 'yuan'].decimals
}

/** The one text of an amount, whatever its unit. */
export function canonicalMoney(text: string): string {
  return canonicalDecimal(text, PADDING)
}
