import type { Field } from '../../language/fields.ts'
import { type FieldRule, notText, quoted, type Reading, right, wrong } from '../rule.ts'

/** An indexed text of 500 characters still fits an index row of PostgreSQL (2,704 bytes) when each takes four bytes. */
const DEFAULT_LENGTH = 500

/** Control characters and line breaks of every sort. */
const REFUSED = /[\p{Cc}\p{Zl}\p{Zp}]/u

export const textRule: FieldRule<'text'> = {
  check(input, field) {
    const reading = checkText(input, field.maxLength ?? DEFAULT_LENGTH, REFUSED)
    if (reading.problem || field.pattern === undefined || compiled(field.pattern).test(reading.value)) return reading
    return field.help
      ? wrong(`${quoted(input)}格式不对：${field.help.zh}`, `${quoted(input)} has the wrong form: ${field.help.en}`)
      : wrong(
          `${quoted(input)}格式不对，请写成 ${textRule.example(field, 0)} 这样的形式`,
          `${quoted(input)} has the wrong form: write it like ${textRule.example(field, 0)}`,
        )
  },
  read: (cell, field) => textRule.check(cell, field),
  write: (value) => value,
  example(field, seed) {
    if (field.pattern === undefined) return exampleText(field.label.zh, field.maxLength ?? DEFAULT_LENGTH, seed)
    return examplePattern(field, field.pattern, seed)
  },
}

/** Trims, composes (NFC) and measures in characters as people count them, so that 𠮷 is one. */
export function checkText(input: unknown, maxLength: number, refused: RegExp): Reading<string> {
  if (typeof input !== 'string') return notText(input, '文字')
  if (!input.isWellFormed()) {
    return wrong(
      `${quoted(input)}含有损坏的字符，请重新输入`,
      `${quoted(input)} contains a broken character: type it again`,
    )
  }
  const value = input.normalize('NFC').trim()
  if (value === '')
    return wrong(
      '只有空格，请填写内容或留空（null）',
      'There are only spaces: write something or leave it empty (null)',
    )
  if (refused.test(value)) {
    return /[\n\r\t]/.test(value) && refused.test('\n')
      ? wrong(
          `${quoted(value)}含有换行或制表符，请写成一行`,
          `${quoted(value)} contains line breaks or tabs: write it on one line`,
        )
      : wrong(`${quoted(value)}含有控制字符，请删除后重填`, `${quoted(value)} contains control characters: remove them`)
  }
  const length = Array.from(value).length
  return length <= maxLength
    ? right(value)
    : wrong(
        `共 ${length} 个字，最多 ${maxLength} 个字，请缩短`,
        `${length} characters long: shorten it to ${maxLength} at most`,
      )
}

/** "名称 3", cut to `maxLength` in front of the number that makes it different. */
export function exampleText(label: string, maxLength: number, seed: number): string {
  const number = String(seed + 1).slice(-maxLength)
  const room = maxLength - number.length - 1
  return room < 1 ? number : `${Array.from(label).slice(0, room).join('').trim()} ${number}`
}

const patterns = new Map<string, RegExp>()

/** A pattern speaks about the whole value, as in HTML: '[0-9]{5}' refuses six digits. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const made = new RegExp(`^(?:${pattern})$`, 'u')
  patterns.set(pattern, made)
  return made
}

function examplePattern(field: Field<'text'>, pattern: string, seed: number): string {
  const matches = (value: string) =>
    compiled(pattern).test(value) && checkText(value, field.maxLength ?? DEFAULT_LENGTH, REFUSED).value === value
  for (let attempt = 0; attempt < 500; attempt++) {
    const value = sample(pattern, seed + attempt * 7919)
    if (matches(value)) return value
  }
  if (field.default !== undefined && matches(field.default)) return field.default
  throw new Error(
    `Field "${field.label.en}": no example was found for the pattern ${pattern}; give a default that matches it`,
  )
}

const ALPHABET = Array.from(
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz汉字甲乙丙丁-_./:@ ()（）〔〕[]#+,&%=~',
)

/**
 * A text likely to match: walks the pattern and takes each choice (character, branch, repetition) from the seed
 * as from the digits of a number, so that different seeds give different texts. Assertions are skipped: the caller
 * tests the result.
 */
function sample(pattern: string, seed: number): string {
  const source = Array.from(pattern)
  let state = seed
  let at = 0
  const pick = (count: number) => {
    const taken = state % count
    state = Math.floor(state / count)
    return taken
  }
  // A piece is generated later and perhaps several times: parsing gives functions.
  type Piece = () => string
  const alternatives = (): Piece => {
    const branches: Piece[] = [sequence()]
    while (source[at] === '|') {
      at++
      branches.push(sequence())
    }
    return () => branches[pick(branches.length)]!()
  }
  const sequence = (): Piece => {
    const pieces: Piece[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') pieces.push(repeated(atom()))
    return () => pieces.map((piece) => piece()).join('')
  }
  const upTo = (end: string) => {
    const start = at
    while (at < source.length && source[at] !== end) at += source[at] === '\\' ? 2 : 1
    at++
    return source.slice(start, at).join('')
  }
  const atom = (): Piece => {
    const first = source[at++]!
    if (first === '^' || first === '$') return () => ''
    if (first === '(') {
      const opening = source.slice(at, at + 3).join('')
      const isAssertion = /^\?(=|!|<=|<!)/.test(opening)
      if (opening.startsWith('?:')) at += 2
      else if (opening.startsWith('?<') && !isAssertion) upTo('>')
      else if (isAssertion) at += opening[1] === '<' ? 3 : 2
      const inside = alternatives()
      at++
      return isAssertion ? () => '' : inside
    }
    let one = first
    if (first === '[') one += upTo(']')
    else if (first === '\\') {
      const kind = source[at++]!
      // Word edges, and what an earlier group matched.
      if (/[bBk1-9]/.test(kind)) return () => ''
      one += kind
      if ((kind === 'p' || kind === 'P' || kind === 'u') && source[at] === '{') one += upTo('}')
      else if (kind === 'u' || kind === 'x') {
        const length = kind === 'u' ? 4 : 2
        one += source.slice(at, at + length).join('')
        at += length
      }
    } else if (first !== '.') return () => first
    const test = new RegExp(`^${one}$`, 'u')
    const characters = ALPHABET.filter((character) => test.test(character))
    const code = /^\\[ux]\{?([0-9a-f]+)\}?$/i.exec(one)?.[1]
    const usable = characters.length > 0 || code === undefined ? characters : [String.fromCodePoint(parseInt(code, 16))]
    return () => (usable.length > 0 ? usable[pick(usable.length)]! : '')
  }
  const repeated = (piece: Piece): Piece => {
    const counts = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at).join(''))
    if (!counts) return piece
    at += counts[0].length
    const least = counts[1] ? (counts[1] === '+' ? 1 : 0) : Number(counts[2])
    const most = counts[1]
      ? counts[1] === '?'
        ? 1
        : least + 3
      : counts[4]
        ? Number(counts[4])
        : counts[3]
          ? least + 3
          : least
    return () => Array.from({ length: least + pick(Math.min(most - least, 3) + 1) }, piece).join('')
  }
  return alternatives()()
}
