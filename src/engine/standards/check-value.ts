import { Decimal } from 'decimal.js'
import { daysIn } from '../../fields/date/rule.ts'
import { regionName } from '../../fields/region/regions.ts'
import type { Label } from '../../language/label.ts'
import type { Column, ValueSpace } from '../../language/standard.ts'
import { typeOf } from './official-text.ts'

/** What can be wrong with a row of a standard's table. */
export type FaultKind =
  | 'missing'
  | 'type'
  | 'length'
  | 'format'
  | 'code'
  | 'check-digit'
  | 'reference'
  | 'order'
  | 'needs'
  | 'duplicate'

export interface ValueFault {
  readonly kind: FaultKind
  readonly message: Label
}

/**
 * What is wrong with one value of one column, looking at nothing else: the first thing a person must mend.
 * @returns null when the standard would take it
 */
export function checkValue(value: string | null, column: Column): ValueFault | null {
  const [, , label, , must] = column
  if (value === null || value.trim() === '')
    return must === 'M'
      ? fault('missing', `“${label}”为必填项，现为空`, `"${label}" must be filled and is empty`)
      : null
  return checkType(value, column) ?? checkSpace(value, column) ?? checkLength(value, column)
}

const fault = (kind: FaultKind, zh: string, en: string): ValueFault => ({ kind, message: { zh, en } })
const shown = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)

function checkType(value: string, column: Column): ValueFault | null {
  const { type } = typeOf(column)
  if (type !== 'N' && type !== 'M') return null
  if (/^-?\d+(\.\d+)?$/.test(value)) return null
  return fault(
    'type',
    `“${column[2]}”应为数字，现为“${shown(value)}”`,
    `"${column[2]}" must be a number, and is "${shown(value)}"`,
  )
}

function checkLength(value: string, column: Column): ValueFault | null {
  const { type, length, decimals } = typeOf(column)
  const label = column[2]
  if (type === 'N' || type === 'M') {
    const number = new Decimal(value)
    if (number.decimalPlaces() > decimals)
      return fault(
        'length',
        `“${label}”最多 ${decimals} 位小数，现为“${shown(value)}”`,
        `"${label}" takes ${decimals} decimals, and is "${shown(value)}"`,
      )
    const digits = number.abs().toFixed().replace('.', '').replace(/^0+/, '').length
    if (digits <= length) return null
    return fault(
      'length',
      `“${label}”最多 ${length} 位数字，现为 ${digits} 位`,
      `"${label}" takes ${length} digits, and has ${digits}`,
    )
  }
  const count = [...value].length
  if (count <= length) return null
  return fault(
    'length',
    `“${label}”最多 ${length} 个字符，现为 ${count} 个`,
    `"${label}" takes ${length} characters, and has ${count}`,
  )
}

function checkSpace(value: string, column: Column): ValueFault | null {
  const space = column[6]
  if (space === undefined) return null
  if (typeof space === 'object') return checkCode(value, column, space)
  return SPACES[space](value, column)
}

/** Columns far wider than one code take several, with commas between, as the standard's remarks say. */
const TAKES_SEVERAL = 10

function checkCode(value: string, column: Column, space: Exclude<ValueSpace, string>): ValueFault | null {
  const official = codesOf(space)
  const { length } = typeOf(column)
  const values = length >= TAKES_SEVERAL ? value.split(',') : [value]
  const unknown = values.find((one) => !official.has(one))
  if (unknown === undefined) return null
  const list = `${space.label.zh}${space.officialName ? `（${space.officialName}）` : ''}`
  return fault(
    'code',
    `“${column[2]}”的值“${shown(unknown)}”不在${list}中`,
    `The value "${shown(unknown)}" of "${column[2]}" is not in ${space.label.en} (${space.officialName ?? space.name})`,
  )
}

const known = new WeakMap<object, ReadonlySet<string>>()
function codesOf(space: Exclude<ValueSpace, string>): ReadonlySet<string> {
  let codes = known.get(space)
  if (!codes) known.set(space, (codes = new Set(Object.values(space.official ?? {}) as string[])))
  return codes
}

const SPACES: { readonly [S in Extract<ValueSpace, string>]: (value: string, column: Column) => ValueFault | null } = {
  'GB/T 7408': checkMoment,
  'GB/T 2260': (value, column) =>
    regionName(value) !== undefined
      ? null
      : fault(
          'code',
          `“${column[2]}”的值“${shown(value)}”不是现行行政区划代码（GB/T 2260）`,
          `The value "${shown(value)}" of "${column[2]}" is not a region of GB/T 2260`,
        ),
  'ISO 3166': (value, column) =>
    /^[A-Z]{2,3}$|^\d{3}$/.test(value)
      ? null
      : fault(
          'code',
          `“${column[2]}”应为 ISO 3166 国家和地区代码，现为“${shown(value)}”`,
          `"${column[2]}" must be a country code of ISO 3166, and is "${shown(value)}"`,
        ),
  'credit-code': checkCreditCode,
  phone: (value, column) =>
    /^\+?[\d\- ()转]{7,30}$/.test(value)
      ? null
      : fault(
          'format',
          `“${column[2]}”不是电话号码：“${shown(value)}”`,
          `"${column[2]}" is not a telephone number: "${shown(value)}"`,
        ),
}

/** The forms of GB/T 7408 that the standard uses, by the length of the column. */
const FORMS: Readonly<Record<number, readonly [form: string, pattern: RegExp]>> = {
  4: ['YYYY', /^(\d{4})$/],
  6: ['YYYYMM', /^(\d{4})(\d{2})$/],
  8: ['YYYYMMDD', /^(\d{4})(\d{2})(\d{2})$/],
  15: ['YYYYMMDDhhmmss', /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/],
}

function checkMoment(value: string, column: Column): ValueFault | null {
  const { type, length } = typeOf(column)
  // The standard cites GB/T 7408 at a duration in minutes too.
  if (type !== 'C') return null
  const isClock = length === 6 && /hhmmss|时间$/.test(column[2])
  const [form, pattern] = isClock
    ? (['hhmmss', /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/] as const)
    : (FORMS[length] ?? FORMS[15]!)
  const parts = pattern.exec(value)
  const [year, month, day] = (parts?.slice(1) ?? []).map(Number) as [number, number?, number?]
  const isDay =
    parts !== null &&
    (isClock ||
      (year >= 1900 &&
        year <= 2100 &&
        (month === undefined || (month >= 1 && month <= 12)) &&
        (day === undefined || (day >= 1 && day <= daysIn(year, month ?? 0)))))
  if (isDay) return null
  return fault(
    'format',
    `“${column[2]}”应写成 ${form}，现为“${shown(value)}”`,
    `"${column[2]}" must be written ${form}, and is "${shown(value)}"`,
  )
}

/** GB 32100: weights, and the alphabet without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The last character of a unified social credit code (GB 32100), from the first seventeen; undefined for other texts. */
export function creditCodeCheck(first: string): string | undefined {
  if (first.length !== 17) return undefined
  const numbers = [...first].map((c) => ALPHABET.indexOf(c))
  if (numbers.includes(-1)) return undefined
  const sum = numbers.reduce((total, number, i) => total + number * WEIGHTS[i]!, 0)
  return ALPHABET[(31 - (sum % 31)) % 31]
}

function checkCreditCode(value: string, column: Column): ValueFault | null {
  const check = creditCodeCheck(value.slice(0, 17))
  if (value.length !== 18 || check === undefined)
    return fault(
      'format',
      `“${column[2]}”应为 18 位统一社会信用代码，现为“${shown(value)}”`,
      `"${column[2]}" must be a credit code of 18 characters, and is "${shown(value)}"`,
    )
  if (value[17] === check) return null
  return fault(
    'check-digit',
    `“${column[2]}”的校验位不符：“${value}”`,
    `The check character of "${column[2]}" does not fit: "${value}"`,
  )
}
