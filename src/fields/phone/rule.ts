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
    const shown = value.startsWith('+') ? 4 : 3
    return value.length < shown + 8 && !value.startsWith('+') && value.length < 10
      ? '****'
      : `${value.slice(0, shown)}****${value.slice(-4)}`
  },
}

function phoneOf(written: string): string | undefined {
  const [, number = '', extension] = /^(.*?)(?:\s*(?:转|ext\.?|x|#)\s*(\d{1,6}))?$/is.exec(written) ?? []
  if (!/^\+?[\d\s().-]+$/.test(number)) return undefined
  let digits = number.replace(/[^\d]/g, '')
  if (number.startsWith('+') || number.startsWith('00')) {
    const international = number.startsWith('+') ? digits : digits.slice(2)
    if (!international.startsWith('86')) {
      return /^[1-9]\d{6,14}$/.test(international) && extension === undefined ? `+${international}` : undefined
    }
    digits = international.slice(2)
    if (!/^(1[3-9]\d{9}|0.*|[48]00\d{7})$/.test(digits)) digits = `0${digits}`
  }
  if (extension === undefined && /^(1[3-9]\d{9}|[48]00\d{7})$/.test(digits)) return digits
  // Area codes of three digits are 010 and 02x; all others have four.
  const written0 = /^(?:\+86[\s-]*)?\(?(0?\d{2,3})\)?[\s-]*(\d{7,8})-(\d{1,6})$/.exec(number)
  const whole = written0 ? `${written0[1]!.startsWith('0') ? '' : '0'}${written0[1]}${written0[2]}` : digits
  const [, area, local] = /^(010|02\d|0[3-9]\d\d)([2-9]\d{6,7})$/.exec(whole) ?? []
  if (area === undefined) return undefined
  const inside = extension ?? written0?.[3]
  return `${area}-${local}${inside === undefined ? '' : `-${inside}`}`
}
