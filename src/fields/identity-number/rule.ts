import { dateText, daysIn, isYear } from '../date/rule.ts'
import { type FieldRule, halfWidth, right, wrong } from '../rule.ts'

/** Weights and check characters of GB 11643 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/**
 * Messages never quote the number: they end up in import reports and logs, where not everybody may read it.
 * The first digits are not compared with regions: residence permits begin with 81 to 83 and 9.
 */
export const identityNumberRule: FieldRule<'identity-number'> = {
  check(input) {
    const number = typeof input === 'string' ? input.trim().toUpperCase() : ''
    if (/^\d{15}$/.test(number)) {
      return wrong(
        '15 位身份证号已停用，请填写 18 位身份证号',
        'Identity numbers of 15 digits are no longer valid: write the one of 18',
      )
    }
    if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
      return wrong(
        `身份证号应为 18 位（前 17 位数字，末位数字或 X），现为 ${number.length} 位，请核对`,
        `An identity number has 18 characters (17 digits, then a digit or X), this one has ${number.length}: check it`,
      )
    }
    const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [
      number,
      number,
      number,
    ]
    if (!isYear(year) || day < 1 || day > daysIn(year, month)) {
      return wrong(
        '身份证号第 7 至 14 位不是有效的出生日期，请核对',
        'Characters 7 to 14 of the identity number are not a valid date of birth: check them',
      )
    }
    return number[17] === checkCharacter(number)
      ? right(number)
      : wrong(
          '身份证号校验位不符，请逐位核对',
          'The check character of the identity number does not fit: check every digit',
        )
  },
  read: (cell, field) => identityNumberRule.check(halfWidth(cell).replace(/[\s']/g, ''), field),
  write: (value) => value,
  example(_field, seed) {
    const born = dateText(1970 + (seed % 36), 1 + (seed % 12), 1 + (seed % 28))
    const digits = `110101${born.replaceAll('-', '')}${String(seed % 1000).padStart(3, '0')}`
    return digits + checkCharacter(digits)
  },
  mask: (value) => `${value.slice(0, 6)}********${value.slice(-4)}`,
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECK_CHARACTERS[sum % 11]!
}
