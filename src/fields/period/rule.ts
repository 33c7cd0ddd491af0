import { type FieldRule, halfWidth, notText, quoted, right, wrong } from '../rule.ts'

const MOST_CHARACTERS = 12

/** Only the form is checked: which periods a college has, its engine knows. */
export const periodRule: FieldRule<'period'> = {
  check(input) {
    if (typeof input !== 'string') return notText(input, '2023')
    const value = input.normalize('NFC').trim()
    return new RegExp(`^[^\\p{C}\\p{Z}]{1,${MOST_CHARACTERS}}$`, 'u').test(value)
      ? right(value)
      : wrong(
          `${quoted(input)}不是统计期代码，请填写 1 至 ${MOST_CHARACTERS} 个字符的代码，如 2023`,
          `${quoted(input)} is not the code of a period: write 1 to ${MOST_CHARACTERS} characters, such as 2023`,
        )
  },
  read: (cell, field) => periodRule.check(halfWidth(cell), field),
  write: (value) => value,
  example: (_field, seed) => String(2015 + (seed % 86)),
}
