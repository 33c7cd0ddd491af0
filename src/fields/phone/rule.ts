import { type FieldRule, halfWidth, right, wrong } from '../rule.ts'

/**
 * Kept as 13812341234, 010-12345678, 010-12345678-801, 4001234567 or +85212345678. Messages do not quote the
 * number: not everybody who reads an import report or a log may read it.
 */
export const phoneRule: FieldRule<'phone'> = {
  check(input) {
    const value = typeof input === 'string' ? phoneOf(halfWidth(input)) : undefined
    return value === undefined
      ? wrong(
          '不是有效的电话号码，请填写 11 位手机号、带区号的固定电话（010-12345678）或带国家代码的号码（+852…）',
          'Not a valid telephone number: write a mobile number of 11 digits, a landline with its area code (010-12345678) or a number with its country code (+852…)',
        )
      : right(value)
  },
  read: (cell, field) => phoneRule.check(cell, field),
  write: (value) => value,
  example: (_field, seed) => `138${String((10_000_000 + seed * 13) % 100_000_000).padStart(8, '0')}`,
  mask(value) {
    const [, area, last] = /^(0\d+-)\d+(\d{4})(?:-\d+)?$/.exec(value) ?? []
    if (area !== undefined) return `${area}****${last}`
    // At least four digits stay hidden, however short the number.
    const shown = Math.min(value.startsWith('+') ? 4 : 3, value.length - 8)
    return `${value.slice(0, shown)}****${value.slice(-4)}`
  },
}

const MOBILE = /^1[3-9]\d{9}$/
const SERVICE = /^[48]00\d{7}$/

/** Area codes of three digits are 010 and 02x; all others have four. */
const LANDLINE = /^\(?(010|02\d|0[3-9]\d\d)\)?[\s-]*([1-9]\d{2,3})[\s-]?(\d{4})(?:\s*(?:-|转|ext\.?|#)\s*(\d{1,6}))?$/i

const INTERNATIONAL = /^(?:\+|00)(?!\s*86)\s*([1-9][\d\s().-]*)$/

function phoneOf(written: string): string | undefined {
  const domestic = written.replace(/^(?:\+|00)86[\s-]*/, '')
  const digits = domestic.replace(/[\s-]/g, '')
  if (MOBILE.test(digits) || SERVICE.test(digits)) return digits
  // +86 10 … drops the zero that every area code begins with.
  const isShort = domestic !== written && !/^\(?0/.test(domestic)
  const landline = LANDLINE.exec(isShort ? `0${domestic}` : domestic)
  if (landline) {
    const [, area, first, last, extension] = landline
    return `${area}-${first}${last}${extension === undefined ? '' : `-${extension}`}`
  }
  const international = INTERNATIONAL.exec(written)?.[1]?.replace(/\D/g, '')
  return international !== undefined && /^\d{7,15}$/.test(international) ? `+${international}` : undefined
}
