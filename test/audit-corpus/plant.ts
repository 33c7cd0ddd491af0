import { Decimal } from 'decimal.js'
import type { FindingKind } from '../../src/modules/audit/finding.ts'
import { fill, type MadeDocument, printingOf } from './made-document.ts'
import { decimalsOf, exactOf, holds, numberOf, type Relation, refsOf } from './relations.ts'

/** One error in an otherwise clean document, and what an audit is expected to say of it. */
export interface Plant {
  readonly id: string
  readonly made: MadeDocument
  /** What was broken on purpose. */
  readonly kind: FindingKind
  /** Kinds under which the error may be found: `kind`, and every other relation that the change breaks. */
  readonly kinds: readonly FindingKind[]
  /** The one change: a printing of a figure and what stands there now. */
  readonly ref: string
  readonly to: string
  /** The misprint, and the totals that it makes wrong: a finding speaks of the error when it points at one of them. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  /** The printed figure; absent where the place says enough (a number of a heading, a unit). */
  readonly value?: string
  /** The line of text or row of a table that prints it. */
  readonly line: string
}

/**
 * Kinds that say the same of one error: a total is a whole and its parts; a share is a ratio; more answers than people
 * asked are impossible and out of order; a rule of the catalogue may say no more than arithmetic does.
 */
const ALSO: Partial<Record<FindingKind, readonly FindingKind[]>> = {
  total: ['parts-and-whole'],
  'parts-and-whole': ['total'],
  percentage: ['ratio'],
  ratio: ['percentage'],
  'impossible-value': ['order'],
  'catalogue-rule': ['order', 'parts-and-whole', 'impossible-value', 'unit-magnitude'],
  'unit-magnitude': ['order', 'year-on-year'],
}

/** Numbers in [0, 1), the same ones for the same seed. */
export function dice(seed: string): () => number {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619) >>> 0
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Slips of the hand: two digits swapped, or one of the first three digits wrong. Never the printed number itself. */
function misprints(printed: string, roll: () => number): string[] {
  const slips: string[] = []
  const digits = [...printed.matchAll(/\d/g)].map((match) => match.index)
  const put = (at: number, digit: string): string => printed.slice(0, at) + digit + printed.slice(at + 1)
  digits.forEach((at, i) => {
    const next = digits[i + 1]
    if (next !== undefined && printed[at] !== printed[next] && !(i === 0 && printed[next] === '0'))
      slips.push(put(at, printed[next]!).slice(0, next) + printed[at]! + printed.slice(next + 1))
    if (i > 2) return
    const wrong = (Number(printed[at]) + 1 + Math.floor(roll() * 8)) % 10
    if (i > 0 || wrong > 0) slips.push(put(at, String(wrong)))
  })
  return slips
    .map((slip) => ({ slip, order: roll() }))
    .sort((a, b) => a.order - b.order)
    .map(({ slip }) => slip)
    .filter((slip) => !numberOf(slip).eq(numberOf(printed)))
}

/** The number in the writing of `like`: its decimals, its separators, its percent sign. */
function writtenLike(number: Decimal, like: string): string {
  const plain = number.toFixed(decimalsOf(like))
  const grouped = /\d,\d/.test(like) ? plain.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : plain
  return like.replace(/-?\d[\d,]*(?:\.\d+)?/, grouped)
}

const NEXT: Readonly<Record<string, string>> = { 一: '二', 二: '三', 三: '四', 四: '五', 五: '六', 六: '七', 七: '八' }

/** Changes that break a relation: where, and what is printed instead. */
function breaks(relation: Relation, read: (ref: string) => string, roll: () => number): { ref: string; to: string }[] {
  switch (relation.kind) {
    case 'impossible-value':
    case 'catalogue-rule':
      return relation.to.map((to) => ({ ref: relation.value, to }))
    case 'unit-magnitude':
      return [
        { ref: relation.unit, to: relation.to },
        { ref: relation.number, to: writtenLike(numberOf(read(relation.number)).times(10_000), read(relation.number)) },
      ]
    case 'order': {
      const large = numberOf(read(relation.large))
      const more = large.times(new Decimal(1.02 + roll() / 4)).plus(decimalsOf(read(relation.small)) > 0 ? 0.1 : 1)
      return [{ ref: relation.small, to: writtenLike(more.ceil(), read(relation.small)) }]
    }
    case 'numbering':
      return relation.sequence.slice(1).map((ref) => {
        const printed = read(ref)
        return { ref, to: NEXT[printed] ?? String(Number(printed) + 1) }
      })
    default:
      return refsOf(relation).flatMap((ref) =>
        misprints(read(ref), roll)
          .slice(0, 2)
          .map((to) => ({ ref, to })),
      )
  }
}

/** The quotient cut off where it should be rounded; undefined when both are the same. */
function truncated(relation: Relation, read: (ref: string) => string): { ref: string; to: string } | undefined {
  const exact = exactOf(relation, read)?.abs()
  if (exact === undefined || !('value' in relation)) return undefined
  const printed = read(relation.value)
  const cut = exact.toDecimalPlaces(decimalsOf(printed), Decimal.ROUND_DOWN)
  return cut.eq(numberOf(printed).abs()) ? undefined : { ref: relation.value, to: writtenLike(cut, printed) }
}

const nameOf = (ref: string): string => ref.replace(/@\d+$/, '')

/** A part that is larger than its whole. */
function isOutgrown(relation: Relation, read: (ref: string) => string): boolean {
  if (!('whole' in relation)) return false
  const whole = numberOf(read(relation.whole))
  return ('parts' in relation ? relation.parts : [relation.part]).some((part) => numberOf(read(part)).gt(whole))
}

/** Every error that can be planted into a document by its relations, one at a time. */
function plantsOf(made: MadeDocument, seed: string): Plant[] {
  const clean = fill(made)
  const lastYear = made.lastYear && fill(made.lastYear)
  const was = (name: string): string => lastYear!.printed.get(`${name}@1`)!
  const read = (ref: string): string => {
    const printed = clean.printed.get(printingOf(ref))
    if (printed === undefined) throw new Error(`${made.name}: nothing is printed at ${ref}`)
    return printed
  }
  const plants: Plant[] = []
  /** `number`: whose unit is changed, where it is a unit. */
  const plant = (kind: FindingKind, key: string, change: { ref: string; to: string }, number?: string): void => {
    const ref = printingOf(change.ref)
    if (kind !== 'unit-magnitude' && /%/.test(change.to) && kind !== 'impossible-value' && numberOf(change.to).gt(100))
      return
    const after = fill(made, { [ref]: change.to })
    const now = (name: string): string => after.printed.get(printingOf(name))!
    const brokenRelations = made.relations.filter((relation) => !holds(relation, now, was))
    const figure = nameOf(number ?? ref)
    // What is wrong here is wrong of the same figure elsewhere: a table may hold the same share as the text.
    const everywhere = (name: string): string => (nameOf(name) === nameOf(ref) ? change.to : read(name))
    const broken = made.relations
      // A figure that is cut off must be called so.
      .filter((relation) => kind !== 'truncation' && refsOf(relation).some((name) => nameOf(name) === figure))
      .filter((relation) => number !== undefined || !holds(relation, now, was) || !holds(relation, everywhere, was))
      .flatMap((relation) => [relation.kind, ...(isOutgrown(relation, everywhere) ? (['order'] as const) : [])])
    const isTwice = clean.printed.has(`${figure}@2`)
    const kinds = [
      ...new Set<FindingKind>([
        kind,
        ...broken,
        ...(ALSO[kind] ?? []),
        ...(isTwice ? (['same-quantity'] as const) : []),
      ]),
    ]
    const line = after.lineOf.get(ref)!
    const totals = brokenRelations.flatMap((relation) =>
      'whole' in relation && 'parts' in relation && printingOf(relation.whole) !== ref
        ? [{ value: now(relation.whole), line: after.lineOf.get(printingOf(relation.whole))! }]
        : [],
    )
    plants.push({
      id: `${made.name} ${key} ${ref} ${change.to}`,
      made,
      kind,
      kinds,
      ref,
      to: change.to,
      marks: [
        kind === 'numbering' ? { line } : { value: number === undefined ? change.to : read(number), line },
        ...totals,
      ],
    })
  }
  made.relations.forEach((relation, i) => {
    const roll = dice(`${seed} ${made.name} ${i}`)
    for (const change of breaks(relation, read, roll)) {
      const ref = printingOf(change.ref)
      const now = (name: string): string => (printingOf(name) === ref ? change.to : read(name))
      if (relation.kind !== 'unit-magnitude' && holds(relation, now, was)) continue
      const isUnit = relation.kind === 'unit-magnitude' && change.ref === relation.unit
      plant(relation.kind, `${relation.kind}-${i}`, change, isUnit ? relation.number : undefined)
    }
    const cut = truncated(relation, read)
    if (cut) plant('truncation', `truncation-${i}`, cut)
  })
  for (const ref of clean.printed.keys()) {
    const name = ref.replace(/@\d+$/, '')
    if (!clean.printed.has(`${name}@2`) || !/\d/.test(read(ref)) || name.startsWith('no.')) continue
    const [slip] = misprints(read(ref), dice(`${seed} ${made.name} ${ref}`))
    if (slip !== undefined) plant('same-quantity', 'same-quantity', { ref, to: slip })
  }
  return plants
}

/** What is not true of a document that is meant to be clean: relations that its own figures break. */
export function slipsOf(made: MadeDocument): Relation[] {
  const { printed } = fill(made)
  const lastYear = made.lastYear && fill(made.lastYear)
  return made.relations.filter(
    (relation) =>
      !holds(
        relation,
        (ref) => printed.get(printingOf(ref))!,
        (name) => lastYear!.printed.get(`${name}@1`)!,
      ),
  )
}

/** At most `perKind` errors of each kind, spread over the documents; the same ones for the same seed. */
export function choosePlants(documents: readonly MadeDocument[], perKind: number, seed: string): Plant[] {
  const byKind = new Map<FindingKind, Plant[][]>()
  for (const made of documents) {
    const own = Map.groupBy(plantsOf(made, seed), (plant) => plant.kind)
    for (const [kind, plants] of own) {
      const roll = dice(`${seed} ${made.name} ${kind}`)
      const shuffled = plants
        .map((plant) => ({ plant, order: roll() }))
        .sort((a, b) => a.order - b.order)
        .map(({ plant }) => plant)
      byKind.set(kind, [...(byKind.get(kind) ?? []), shuffled])
    }
  }
  // In turn from each document, so that none decides about a kind alone.
  return [...byKind.values()].flatMap((queues) => {
    const chosen: Plant[] = []
    for (let turn = 0; chosen.length < perKind && queues.some((queue) => turn < queue.length); turn++)
      for (const queue of queues) if (queue[turn] && chosen.length < perKind) chosen.push(queue[turn]!)
    return chosen
  })
}
