import type { Codes } from '../../language/codes.ts'
import { codeOf, isCode, nameOf, notAllowed } from '../choice/rule.ts'
import { type FieldRule, quoted, right, wrong } from '../rule.ts'

const SEPARATORS = /([；;、,，/\n])/

export const choicesRule: FieldRule<'choices'> = {
  check(input, field) {
    if (!Array.isArray(input)) {
      return wrong(`${quoted(input)}不是列表，请写成 ["…", "…"]`, `${quoted(input)} is not a list: write ["…", "…"]`)
    }
    if (input.length === 0)
      return wrong(
        '没有选中任何一项，请至少选一项或留空（null）',
        'Nothing is chosen: choose one or leave it empty (null)',
      )
    const stranger = input.findIndex((value) => !isCode(value, field.codes))
    return stranger >= 0 ? notAllowed(input[stranger], field.codes) : right(inOrder(input, field.codes))
  },
  read(cell, field) {
    // Even places are names, odd ones separators.
    const pieces = cell.replace(/\r\n?/g, '\n').split(SEPARATORS)
    const found: string[] = []
    let at = 0
    while (at < pieces.length) {
      if (pieces[at]!.trim() === '') {
        at += 2
        continue
      }
      const next = longestName(pieces, at, field.codes)
      if (!next) return notAllowed(pieces[at]!.trim(), field.codes)
      found.push(next.code)
      at = next.end + 1
    }
    return choicesRule.check(found, field)
  },
  write: (value, field, lang) => value.map((code) => nameOf(code, field.codes, lang)).join(lang === 'zh' ? '；' : '; '),
  example(field, seed) {
    const values = Object.keys(field.codes.values)
    // The seed's binary digits say who is in.
    const subset = (seed % (2 ** Math.min(values.length, 12) - 1)) + 1
    return values.filter((_, index) => index < 12 && (subset >> index) % 2 === 1)
  },
}

/** The longest run of pieces that is a name: labels may contain separators. */
function longestName(pieces: readonly string[], start: number, codes: Codes) {
  for (let end = pieces.length; end > start; end -= 2) {
    const code = codeOf(pieces.slice(start, end).join(''), codes)
    if (code !== undefined) return { code, end }
  }
  return undefined
}

/** Each once, in the order of the list: the same choices are the same value, however they were ticked. */
function inOrder(chosen: readonly string[], codes: Codes): string[] {
  return Object.keys(codes.values).filter((code) => chosen.includes(code))
}
