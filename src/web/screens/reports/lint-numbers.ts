import type { WireFigure } from '../../../language/index.ts'
import type { TextRun } from './text-runs.ts'

/** A number typed as text that looks like a figure of the college. */
export interface BareNumber {
  readonly from: number
  readonly to: number
  /** As typed, with the unit behind it. */
  readonly text: string
  readonly code: string
  /** Whether the figure's unit was typed too, and is replaced with it. */
  readonly unit: boolean
  /** The same number; otherwise one so near that it may be an older or rounded one. */
  readonly isSame: boolean
}

export type KnownFigure = Pick<WireFigure, 'code' | 'label' | 'unit' | 'text' | 'value'> & {
  readonly synonyms: readonly string[]
}

const NUMBER = /(?<![\p{Script=Latin}\d.])\d[\d,\uFF0C]*(?:\.\d+)?/gu
// Behind: year, school year, month, day, number, grade, class of. Before: ordinal, or part of a longer sign.
const NO_QUANTITY =
  /^\s*(?:[\u5e74\u6708\u65e5\u53f7\u7ea7\u5c4a\u7ae0\u8282]|\u5b66\u5e74|[-\u2013\u2014/:\uFF1A]\s*\d)/u
const ORDINAL = /[\u7b2c\u56fe\u8868\u3014\u300a-][\s\d.]*$/u
// Measure words that no figure may use but people do: yuan, copies, items, sets, places, times, days, square metres.
const COMMON_UNITS = ['\u5143', '\u518c', '\u9879', '\u53f0', '\u6240', '\u6b21', '\u5929', '\u5e73\u65b9\u7c73']
// Ten thousand and a hundred million: 1.7 of them may be a figure too.
const SCALE: Readonly<Record<string, number>> = { '\u4e07': 4, '\u4ebf': 8 }
/** How far off a number may be and still be meant. */
const NEAR = 0.005

/** Numbers typed in prose that equal, or nearly equal, a figure; the best match of each. */
export function lintNumbers(runs: readonly TextRun[], figures: readonly KnownFigure[]): readonly BareNumber[] {
  const known = figures.filter((one) => one.value !== null && one.text !== '').map(prepare)
  const units = [...new Set([...COMMON_UNITS, ...known.map((one) => one.unit).filter((unit) => unit !== '')])].sort(
    (a, b) => b.length - a.length,
  )
  return runs.flatMap((run) => lintRun(run, known, units))
}

interface Prepared {
  readonly code: string
  readonly unit: string
  readonly text: string
  readonly names: readonly string[]
}

const prepare = (figure: KnownFigure): Prepared => ({
  code: figure.code,
  unit: figure.unit.zh === '\uFF05' ? '%' : figure.unit.zh,
  text: plain(figure.text),
  names: [figure.label.zh, ...figure.synonyms].map(nameOf).filter((name) => name.length > 1),
})

/** A name without what stands in brackets. */
const nameOf = (name: string) => name.replace(/[(\uFF08].*?[)\uFF09]/gu, '').trim()

/** A decimal without separators and without zeros that say nothing. */
function plain(text: string): string {
  const digits = text.replace(/[,\uFF0C]/gu, '')
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}

function lintRun(run: TextRun, figures: readonly Prepared[], units: readonly string[]): BareNumber[] {
  return [...run.text.matchAll(NUMBER)].flatMap((match): BareNumber[] => {
    const typed = match[0].replace(/[,\uFF0C]+$/u, '')
    const [start, end] = [match.index, match.index + typed.length]
    const behind = run.text.slice(end)
    if (NO_QUANTITY.test(behind) || ORDINAL.test(run.text.slice(0, start))) return []
    const tail = tailOf(behind, units)
    const sentence = sentenceAround(run.text, start)
    const best = figures
      .map((figure) => ({ figure, score: scoreOf(figure, typed, tail, sentence) }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score)[0]
    if (!best) return []
    const withUnit = tail.unit !== '' && tail.unit === best.figure.unit
    const length = withUnit ? tail.length : 0
    return [
      {
        from: run.from + start,
        to: run.from + end + length,
        text: run.text.slice(start, end + tail.length),
        code: best.figure.code,
        unit: withUnit,
        isSame: best.score >= SAME,
      },
    ]
  })
}

interface Tail {
  readonly scale: number
  readonly unit: string
  /** Characters that the scale and the unit take. */
  readonly length: number
}

/** The unit that was typed behind a number. */
function tailOf(behind: string, units: readonly string[]): Tail {
  const text = behind.replaceAll('\uFF05', '%')
  const space = text.length - text.trimStart().length
  const rest = text.trimStart()
  const direct = units.find((one) => rest.startsWith(one))
  if (direct) return { scale: 0, unit: direct, length: space + direct.length }
  const scale = SCALE[rest.charAt(0)] ?? 0
  const scaled = scale === 0 ? undefined : units.find((one) => rest.slice(1).startsWith(one))
  return { scale, unit: scaled ?? '', length: scale === 0 ? 0 : space + 1 + (scaled?.length ?? 0) }
}

function sentenceAround(text: string, at: number): string {
  const stop = /[\u3002\uFF1B\uFF01\uFF1F;!?]/u
  let start = at
  while (start > 0 && !stop.test(text.charAt(start - 1))) start--
  let end = at
  while (end < text.length && !stop.test(text.charAt(end))) end++
  return text.slice(start, end)
}

const SAME = 100

/** How surely a number means a figure; 0 when it does not. */
function scoreOf(figure: Prepared, typed: string, tail: Tail, sentence: string): number {
  const hasUnit = tail.unit !== ''
  if (hasUnit && figure.unit !== tail.unit) return 0
  const digits = plain(typed)
  const weight = digits.replace(/\D/g, '').replace(/^0+/, '').length
  const longest = Math.max(0, ...figure.names.filter((name) => sentence.includes(name)).map((name) => name.length))
  const isNamed = longest > 0
  if (tail.scale === 0 && digits === figure.text) {
    // A small count alone means nothing: half the college's figures are 2 or 15.
    const isSure = isNamed || weight >= 4 || (weight >= 3 && (hasUnit || figure.unit === ''))
    return isSure ? SAME + longest * 2 + (hasUnit ? 20 : 0) : 0
  }
  if (weight < 2 || !(isNamed || (hasUnit && weight >= 4))) return 0
  // Only how near the two are is asked here; nothing is computed from the answer.
  const [asked, meant] = [Number(digits) * 10 ** tail.scale, Number(figure.text)]
  if (meant === 0 || Math.abs(asked - meant) > Math.abs(meant) * NEAR) return 0
  return 20 + longest * 2 + (hasUnit ? 10 : 0)
}
