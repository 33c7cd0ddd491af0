import type { Exact } from '../../../engine/indicators/exact.ts'
import { nameOf } from '../understanding/names.ts'
import { type Statement, statementsOf } from '../understanding/statements.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, percentOf, type Printed } from './arithmetic.ts'

/** Exact figures before a mention in its paragraph, nearest last; the usual operands of what is computed. */
export function figuresBefore({ sentences }: Understood, { sentence, index }: Mention, most = 14): Mention[] {
  const near = sentences
    .slice(Math.max(0, sentence.index - 6), sentence.index)
    .filter((s) => s.block === sentence.block)
  return [...near.flatMap((s) => s.mentions), ...sentence.mentions.slice(0, index)].filter(isOperand).slice(-most)
}

/** Exact figures of the whole paragraph but one. */
export function figuresAround({ sentences }: Understood, mention: Mention): Mention[] {
  const from = Math.max(0, mention.sentence.index - 8)
  return sentences
    .slice(from, mention.sentence.index + 9)
    .filter((s: Sentence) => s.block === mention.sentence.block)
    .flatMap((s) => s.mentions)
    .filter((m) => m !== mention && isOperand(m))
}

/** Blocks before a paragraph whose figures may still be what it computes with, up to the next heading. */
const SECTION = 6

/** Exact figures of the section up to and with the paragraph of a mention. */
export const figuresOfSection = (understood: Understood, mention: Mention): Mention[] =>
  inSection(understood, mention.sentence.block).filter((m) => m !== mention)

/** Exact figures of the section before a place of a sentence. */
export const figuresBeforePlace = (understood: Understood, sentence: Sentence, at: number): Mention[] =>
  inSection(understood, sentence.block).filter(
    (m) => m.sentence.index < sentence.index || (m.sentence === sentence && m.end <= at),
  )

function inSection({ document, sentences }: Understood, from: number): Mention[] {
  const heading = document.blocks.findLastIndex(({ kind }, at) => kind === 'heading' && at < from)
  return sentences
    .filter(({ block }) => block <= from && block > heading && from - block <= SECTION)
    .flatMap((s) => s.mentions)
    .filter(isOperand)
}

const isOperand = (m: Mention) => m.closeness === 'exact' && !m.isChinese && !m.isRange

/**
 * Whether any two figures of one kind give the rate: then the sentence is right under another reading, and a rule that
 * took other operands must be silent.
 */
export function isRateOfSome(rate: Printed, figures: readonly Mention[]): boolean {
  const counts = figures.filter((m) => m.unitClass !== '%' && m.unitClass !== 'points')
  return counts.some((part) =>
    counts.some((whole) => {
      // Answers are counted in 份 and in 人, places of a plan in 个.
      const isOne =
        part.unitClass === whole.unitClass ||
        (whole.lead.includes('计划') ? /^[个人]{2}$/ : /^[份人]{2}$/).test(`${part.unitClass}${whole.unitClass}`)
      if (part === whole || !isOne || part.value.gt(whole.value.times(2))) return false
      const exact = percentOf(part.value, whole.value)
      return exact !== null && agrees(exact, rate)
    }),
  )
}

/** Whether some figure, or the sum of the figures that run up to one, gives the change. */
export function isChangeOfSome(
  change: Printed,
  before: Exact,
  figures: readonly Mention[],
  isPercent: boolean,
  meant: Exact,
): boolean {
  const candidates = figures.map((m) => m.value)
  for (let at = 0; at < figures.length; at += 1) {
    let total = figures[at]!.value
    for (let next = at + 1; next < Math.min(figures.length, at + 8); next += 1) {
      if (figures[next]!.unitClass !== figures[at]!.unitClass) break
      total = total.plus(figures[next]!.value)
      candidates.push(total)
    }
  }
  return candidates.some((after) => {
    // The parts of the figure that was judged come to it again.
    if ((before.isZero() && isPercent) || after.eq(meant)) return false
    const exact = isPercent ? after.minus(before).div(before).times(100) : after.minus(before)
    return (
      agrees(exact.abs(), { value: change.value.abs(), step: change.step }) ||
      isTruncated(exact.abs(), { value: change.value.abs(), step: change.step })
    )
  })
}

/** Every count of the document, in the text and in tables, as numbers: only to be tried, never to be printed. */
const countsOfAll = new WeakMap<Understood, readonly number[]>()

/** Whether some figure of the document, wherever it stands, is a whole of which the count is this share. */
export function isShareOfAny(understood: Understood, part: Exact, rate: Printed): boolean {
  let counts = countsOfAll.get(understood)
  if (!counts) {
    const all = [
      ...understood.mentions.filter((m) => isOperand(m) && m.unitClass !== '%' && m.unitClass !== 'points'),
      ...understood.sheets.flatMap(({ figures }) => figures.filter(({ unitClass }) => unitClass !== '%')),
    ]
    counts = [...new Set(all.map(({ value }) => Number(value.toString())))].filter((value) => value > 0)
    countsOfAll.set(understood, counts)
  }
  const [own, most, least] = [part, rate.value.plus(rate.step.div(2)), rate.value.minus(rate.step.div(2))].map(
    (exact) => Number(exact.toString()),
  ) as [number, number, number]
  return counts.some((whole) => whole >= own && (own / whole) * 100 <= most && (own / whole) * 100 >= least)
}

/**
 * The figure that the document gives for people of this name, where most of its places agree: 毕业生, 在校生. The text is
 * preferred to tables; null where the document does not give one.
 */
export function agreedFigure(understood: Understood, name: string): Statement | undefined {
  const { key } = nameOf(name, understood.synonyms)
  const same = statementsOf(understood).filter(
    (s) =>
      s.name.key === key &&
      s.name.level === '' &&
      (s.unitClass === '人' || (s.unitClass === '' && s.from === 'table')) &&
      s.closeness === 'exact' &&
      s.scope === '' &&
      !s.isNew &&
      !s.isPart &&
      (s.year === '' || s.year === String(understood.year)),
  )
  const byValue = [...Map.groupBy(same, ({ value }) => value.toFixed()).values()].toSorted(
    (a, b) => b.length - a.length,
  )
  const [most, next] = byValue
  return most && (!next || most.length > next.length)
    ? (most.find(({ from }) => from === 'prose') ?? most[0])
    : undefined
}

/** The figure of a unit that the document prints most often, where it prints one more than once: 58 所. */
export function mostPrinted({ mentions }: Understood, unit: string): Mention[] {
  const same = mentions.filter((m) => m.unit === unit && isOperand(m))
  const [most, next] = [...Map.groupBy(same, ({ printed }) => printed).values()].toSorted((a, b) => b.length - a.length)
  return most && most.length >= 2 && (!next || next.length < most.length) ? [most[0]!] : []
}
