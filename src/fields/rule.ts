import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'
import type { Lang, Label } from '../language/label.ts'

/** The outcome of reading a value: the value, or what is wrong with it and what to do. */
export type Reading<V> =
  | { readonly value: V; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: Label }

/** What one kind of field means: pure, the same in form, import and API. */
export interface FieldRule<K extends FieldKind, V = FieldKinds[K]['value']> {
  /** Checks a value as it travels in JSON. Never called with null: emptiness is the engine's business. */
  check(input: unknown, field: Field<K>): Reading<V>
  /** Reads what a person wrote in a cell: "2023/9/1", "是", "发明". Never called with an empty cell. */
  read(cell: string, field: Field<K>): Reading<V>
  /** Writes a value as people read it, in lists and exports; `read` understands it again. */
  write(value: V, field: Field<K>, lang: Lang): string
  /** A valid value, different for each seed: for templates and contract tests. */
  example(field: Field<K>, seed: number): V
  /** What those see who may not read the value; nothing is shown when a kind has no mask. */
  mask?(value: V): string
}

export function right<V>(value: V): Reading<V> {
  return { value }
}

/** A refusal: what is wrong and what to write instead. */
export function wrong(zh: string, en: string): Reading<never> {
  return { problem: { zh, en } }
}

/** Nothing was given: the one meaning of emptiness. Rules are not asked about such values. */
export function isEmpty(input: unknown): boolean {
  if (typeof input === 'string') return input.trim() === ''
  return input == null || (Array.isArray(input) && input.length === 0)
}

/** An input as it may be quoted in a message: one line, not too long. */
export function quoted(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input))
  const characters = Array.from(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim())
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('')}”`
}

/** A cell typed with a Chinese keyboard, in half-width characters: １２，３４５ → 12,345. */
export function halfWidth(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .trim()
}

/** A cell without the unit people like to write behind a figure: "12 人" in a column counted in 人. */
export function withoutUnit(cell: string, unit: Label | undefined): string {
  const names = unit ? [unit.zh, unit.en].map(halfWidth).filter((name) => name !== '' && !/\d$/.test(name)) : []
  const found = names.find((name) => cell.endsWith(name))
  return found ? cell.slice(0, -found.length).trim() : cell
}

/** Without thousands separators; a comma anywhere else stays, so that 1,5 is refused instead of read as 15. */
export function withoutSeparators(cell: string): string {
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(cell) ? cell.replaceAll(',', '') : cell
}

/** The refusal of a value outside declared limits. */
export function outside(value: string, min: string | undefined, max: string | undefined): Reading<never> {
  if (min !== undefined && max !== undefined) {
    return wrong(
      `“${value}”超出范围，请填写 ${min} 至 ${max} 之间的值`,
      `“${value}” is out of range: write a value from ${min} to ${max}`,
    )
  }
  return min === undefined
    ? wrong(`“${value}”超出范围，最大为 ${max}`, `“${value}” is out of range: write ${max} at most`)
    : wrong(`“${value}”超出范围，最小为 ${min}`, `“${value}” is out of range: write ${min} at least`)
}

/** The refusal of a JSON value of another type. */
export function notText(input: unknown, example: string): Reading<never> {
  return wrong(
    `${quoted(input)}不是文本，请写成字符串，如 "${example}"`,
    `${quoted(input)} is not text: write a string such as "${example}"`,
  )
}
