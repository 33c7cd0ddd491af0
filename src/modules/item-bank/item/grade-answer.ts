import { Exact } from '../../../engine/indicators/exact.ts'
import { foldText, USUAL_FOLDING } from './fold-text.ts'
import type { Answer, Item, MultipleItem, NumberItem } from './item.ts'
import { readAnswer } from './read-answer.ts'
import { readNumber } from './read-number.ts'

/** One part of an item: an option, a blank, a place, a left side, a keyword. */
export interface PartGrade {
  readonly part: string
  readonly given: string | null
  readonly correct: boolean
}

export interface Grade {
  /** Decimal, at most two places, rounded half up; null when a teacher has to give it. */
  readonly score: string | null
  readonly maxScore: string
  /** Full marks; null when a teacher has to say. */
  readonly correct: boolean | null
  readonly answered: boolean
  readonly perPart: readonly PartGrade[]
  /** What keywords suggest for a short answer. */
  readonly suggested: string | null
}

/** Places of a score after the point: what an item gives is rounded half up to them, once, at the end. */
const PLACES = 2
/** Scores as they are written: no zeros at the end. */
const written = (score: Exact): string => new Exact(score.toFixed(PLACES)).toFixed()

/**
 * Grades an answer by the item's own key. Pure; whatever comes is an answer or none, and nothing is none.
 * @param given as it came from a phone: see `Answer`
 */
export function gradeAnswer(item: Item, given: unknown): Grade {
  const answer = readAnswer(item, given)
  const perPart = partsOf(item, answer)
  const maxScore = new Exact(item.points).toFixed()
  if (item.kind === 'short') {
    const suggested = answer === null || item.keywords.length === 0 ? null : written(share(perPart).times(item.points))
    // What nobody wrote needs no teacher.
    return answer === null
      ? { score: '0', maxScore, correct: false, answered: false, perPart, suggested }
      : { score: null, maxScore, correct: null, answered: true, perPart, suggested }
  }
  const fraction = answer === null ? new Exact(0) : fractionOf(item, answer, perPart)
  return {
    score: written(fraction.times(item.points)),
    maxScore,
    correct: fraction.eq(1),
    answered: answer !== null,
    perPart,
    suggested: null,
  }
}

function fractionOf(item: Exclude<Item, { kind: 'short' }>, answer: Answer, parts: readonly PartGrade[]): Exact {
  if (item.kind === 'multiple') return choiceFraction(item, answer as readonly string[])
  const all = parts.every(({ correct }) => correct)
  return item.kind === 'single' || item.kind === 'number' || item.credit === 'all'
    ? new Exact(all ? 1 : 0)
    : share(parts)
}

const share = (parts: readonly PartGrade[]): Exact =>
  new Exact(parts.filter(({ correct }) => correct).length).div(Math.max(1, parts.length))

function choiceFraction({ right, credit }: MultipleItem, chosen: readonly string[]): Exact {
  const good = chosen.filter((key) => right.includes(key)).length
  const bad = chosen.length - good
  if (bad === 0 && good === right.length) return new Exact(1)
  switch (credit) {
    case 'all':
      return new Exact(0)
    case 'right-only':
      return bad > 0 ? new Exact(0) : new Exact(good).div(right.length)
    case 'half':
      return bad > 0 ? new Exact(0) : new Exact('0.5')
    case 'minus-wrong':
      return Exact.max(0, new Exact(good - bad).div(right.length))
  }
}

function partsOf(item: Item, answer: Answer | null): PartGrade[] {
  switch (item.kind) {
    case 'single':
      return [{ part: item.right, given: answer as string | null, correct: answer === item.right }]
    case 'multiple': {
      const chosen = (answer ?? []) as readonly string[]
      return item.options.map(({ key }) => ({
        part: key,
        given: chosen.includes(key) ? key : null,
        correct: chosen.includes(key) === item.right.includes(key),
      }))
    }
    case 'blanks': {
      const texts = (answer ?? []) as readonly string[]
      return item.blanks.map((accepted, i) => {
        const given = texts[i] ?? ''
        const folded = foldText(given, item.folding)
        return {
          part: String(i + 1),
          given: given === '' ? null : given,
          correct: folded !== '' && accepted.some((one) => foldText(one, item.folding) === folded),
        }
      })
    }
    case 'number':
      return [
        {
          part: item.value,
          given: answer as string | null,
          correct: typeof answer === 'string' && isWithin(item, answer),
        },
      ]
    case 'order': {
      const placed = (answer ?? []) as readonly string[]
      return item.entries.map((entry, i) => ({ part: entry, given: placed[i] ?? null, correct: placed[i] === entry }))
    }
    case 'match': {
      const joined = (answer ?? {}) as Readonly<Record<string, string>>
      return item.pairs.map(([left, right]) => ({
        part: left,
        given: joined[left] ?? null,
        correct: joined[left] === right,
      }))
    }
    case 'short': {
      const text = foldText((answer ?? '') as string, USUAL_FOLDING)
      return item.keywords.map((ways) => {
        const found = ways.find((way) => text.includes(foldText(way, USUAL_FOLDING)))
        return { part: ways[0] ?? '', given: found ?? null, correct: found !== undefined }
      })
    }
  }
}

/** Both ends of the tolerance are within it: IEEE fractions never decide. */
function isWithin(item: NumberItem, answer: string): boolean {
  const given = readNumber(answer, item.unit)
  if (given === null) return false
  const value = new Exact(item.value)
  const margin =
    item.tolerance.kind === 'absolute'
      ? new Exact(item.tolerance.amount)
      : value.abs().times(item.tolerance.amount).div(100)
  return given.minus(value).abs().lte(margin)
}
