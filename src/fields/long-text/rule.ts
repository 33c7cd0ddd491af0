import { type FieldRule } from '../rule.ts'
import { checkText, exampleText } from '../text/rule.ts'

const DEFAULT_LENGTH = 100_000

/** Control characters other than line feed and tab. */
const REFUSED = /[^\P{Cc}\n\t]/u

export const longTextRule: FieldRule<'long-text'> = {
  check(input, field) {
    const lines = typeof input === 'string' ? input.replace(/\r\n?/g, '\n') : input
    return checkText(lines, field.maxLength ?? DEFAULT_LENGTH, REFUSED)
  },
  read: (cell, field) => longTextRule.check(cell, field),
  write: (value) => value,
  example: (field, seed) => exampleText(field.label.zh, field.maxLength ?? DEFAULT_LENGTH, seed),
}
