/** How Word numbers the paragraphs of lists and headings: word/numbering.xml (ECMA-376 part 1, 17.9). */

interface Level {
  readonly format: string
  /** '%1.%2' or '第%1章'. */
  readonly text: string
  readonly start: number
  /** Numbers of the levels above are Arabic whatever they are there. */
  readonly isLegal: boolean
  /** The style that this level belongs to. */
  readonly style: string | undefined
}

/** The numbering that a paragraph or its style asks for; list 0 is none. */
export interface ListPlace {
  readonly list: string
  readonly level?: number | undefined
}

export type NumberNext = (place: ListPlace, style: string | undefined) => string

/** Numbers a document's paragraphs in their order: each call counts one and gives what Word prints before it, or ''. */
export function numberingOf(xml: string): NumberNext {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  for (const [, id, body] of xml.matchAll(/<w:abstractNum\s[^>]*w:abstractNumId="(\d+)"[^>]*>(.*?)<\/w:abstractNum>/gs))
    abstracts.set(id!, levelsOf(body!))
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>()
  for (const [, id, body] of xml.matchAll(/<w:num\s[^>]*w:numId="(\d+)"[^>]*>(.*?)<\/w:num>/gs)) {
    const abstract = /<w:abstractNumId\s+w:val="(\d+)"/.exec(body!)?.[1]
    const starts = [...body!.matchAll(/<w:lvlOverride\s+w:ilvl="(\d)"[^>]*>\s*<w:startOverride\s+w:val="(\d+)"/g)].map(
      ([, level, start]): [number, number] => [Number(level), Number(start)],
    )
    if (abstract !== undefined) lists.set(id!, { abstract, starts: new Map(starts) })
  }
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  return ({ list, level: asked }, style) => {
    const found = lists.get(list)
    const levels = found && abstracts.get(found.abstract)
    if (!levels) return ''
    const level = asked ?? [...levels].find(([, { style: of }]) => of !== undefined && of === style)?.[0] ?? 0
    const own = levels.get(level)
    if (!own) return ''
    const count = counts.get(found.abstract) ?? []
    counts.set(found.abstract, count)
    const override = begun.has(`${list}.${level}`) ? undefined : found.starts.get(level)
    begun.add(`${list}.${level}`)
    count[level] = override ?? (count[level] === undefined ? own.start : count[level] + 1)
    // A higher level starts the ones below it anew.
    count.length = level + 1
    if (own.format === 'bullet' || own.format === 'none') return ''
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1
      const format = own.isLegal ? 'decimal' : (levels.get(of)?.format ?? 'decimal')
      return numeral(count[of] ?? levels.get(of)?.start ?? 1, format)
    })
    return text === '' || /[、：）)】]$/.test(text) ? text : `${text} `
  }
}

function levelsOf(body: string): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const [, level, inside] of body.matchAll(/<w:lvl\s[^>]*w:ilvl="(\d)"[^>]*>(.*?)<\/w:lvl>/gs)) {
    const valueOf = (tag: string) => new RegExp(`<w:${tag}\\s+w:val="([^"]*)"`).exec(inside!)?.[1]
    levels.set(Number(level), {
      format: valueOf('numFmt') ?? 'decimal',
      text: valueOf('lvlText') ?? '',
      start: Number(valueOf('start') ?? 1),
      isLegal: /<w:isLgl\b(?![^>]*w:val="(0|false)")/.test(inside!),
      style: valueOf('pStyle'),
    })
  }
  return levels
}

const CHINESE = /^(chinese|taiwanese|japanese)Counting|^(ideographDigital|chineseLegalSimplified)$/
const DIGITS = '〇一二三四五六七八九'

function numeral(value: number, format: string): string {
  if (CHINESE.test(format) && value < 100) return chinese(value)
  if (format.startsWith('decimalEnclosedCircle') && value >= 1 && value <= 20)
    return String.fromCharCode(0x2460 + value - 1)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format.endsWith('Letter') && value >= 1) {
    const letter = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format.endsWith('Roman')) return format === 'upperRoman' ? roman(value) : roman(value).toLowerCase()
  return String(value)
}

function chinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return DIGITS.charAt(ones)
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`
}

function roman(value: number): string {
  const signs: readonly [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = Math.min(value, 399)
  let text = ''
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign
  return text
}
