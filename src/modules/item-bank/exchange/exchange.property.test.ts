import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeSheet } from '../../../engine/sheets/write-sheet.ts'
import { itemProblems } from '../item/item-problems.ts'
import type { Item } from '../item/item.ts'
import type { OutItem } from './draft.ts'
import { itemsSheet, readItemsSheet } from './items-sheet.ts'
import { readPackage, writePackage } from './qti-package.ts'
import { readQti } from './read-qti.ts'
import { writeQti } from './write-qti.ts'

/** What people type, with everything that means something in XML, sheets or our own separators. */
const word = fc
  .array(fc.constantFrom(...'电池压差甲乙Aa19<>&"\'|\\/=+-%,，；;（）()#@🔋é'), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join(''))
  // A sheet that begins so is text all the same; a stem or an entry is never empty.
  .filter((text) => text.trim() === text)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const stem = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const points = fc
  .integer({ min: 1, max: 4000 })
  .map((n) => (n % 100 === 0 ? `${n / 100}` : (n / 100).toFixed(2).replace(/0$/, '')))
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
  .map(([minus, digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0')
    const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    return `${minus ? '-' : ''}${whole}`
  })
const maybe = (text: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(text, { nil: null })
const common = { stem, points, explanation: maybe(stem) }
const distinct = (min: number, max: number) => fc.uniqueArray(phrase, { minLength: min, maxLength: max })
const options = distinct(2, 9).map((texts) => texts.map((text, i) => ({ key: 'ABCDEFGHI'[i]!, text })))
const share = fc.constantFrom('all' as const, 'share' as const)
const kinds: Record<Item['kind'], fc.Arbitrary<Item>> = {
  single: fc
    .record({ kind: fc.constant('single' as const), ...common, options, at: fc.nat(8) })
    .map(({ at, ...item }) => ({ ...item, right: item.options[at % item.options.length]!.key })),
  multiple: fc
    .record({
      kind: fc.constant('multiple' as const),
      ...common,
      options,
      mask: fc.integer({ min: 1, max: 511 }),
      credit: fc.constantFrom('all' as const, 'right-only' as const, 'half' as const, 'minus-wrong' as const),
    })
    .map(({ mask, ...item }) => {
      const right = item.options.map(({ key }) => key).filter((_, i) => mask & (1 << i))
      return { ...item, right: right.length > 0 ? right : ['A'] }
    }),
  blanks: fc
    .record({
      kind: fc.constant('blanks' as const),
      ...common,
      blanks: fc.array(distinct(1, 3), { minLength: 1, maxLength: 4 }),
      folding: fc.record({ width: fc.boolean(), case: fc.boolean(), space: fc.boolean() }),
      credit: share,
    })
    .map((item) => ({ ...item, stem: `${item.stem}${item.blanks.map((_, i) => ` ____ 第${i}空`).join('')}` })),
  number: fc.record({
    kind: fc.constant('number' as const),
    ...common,
    value: decimal,
    tolerance: fc.oneof(
      fc.record({ kind: fc.constant('absolute' as const), amount: decimal.map((text) => text.replace('-', '')) }),
      fc.record({ kind: fc.constant('relative' as const), amount: fc.integer({ min: 0, max: 100 }).map(String) }),
    ),
    unit: maybe(word),
  }),
  order: fc.record({ kind: fc.constant('order' as const), ...common, entries: distinct(2, 6), credit: share }),
  match: fc
    .record({
      kind: fc.constant('match' as const),
      ...common,
      lefts: distinct(1, 5),
      rights: distinct(3, 6),
      credit: share,
    })
    .map(({ lefts, rights, ...item }) => {
      const pairs = lefts.map((left, i) => [left, rights[i % (rights.length - 1)]!] as const)
      // A package lists what is wrong by its text.
      const distractors = rights.filter((text) => !pairs.some(([, right]) => right === text)).toSorted()
      return { ...item, pairs, distractors }
    }),
  short: fc.record({
    kind: fc.constant('short' as const),
    ...common,
    keywords: fc.array(distinct(1, 3), { maxLength: 3 }),
    sample: maybe(stem),
  }),
}
const anyItem = fc.oneof(...Object.values(kinds)).filter((item) => itemProblems(item).length === 0)
const out = (item: Item, i = 0): OutItem => ({
  id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  item,
  difficulty: 'hard',
  points: ['1.1', '2.3'],
})
const runs = { numRuns: 150 }

describe('what goes out of the bank comes back the same', () => {
  it('as QTI 3, item by item', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const read = readQti(writeQti(out(item)))
        expect(read).toEqual({ item, difficulty: 'hard', points: ['1.1', '2.3'], notes: [] })
      }),
      runs,
    )
  })

  it('as a QTI 3 package, and as a sheet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 12 }), async (items) => {
        const packed = await readPackage(await writePackage(items.map(out)))
        expect(packed.map(({ item }) => item)).toEqual(items)
        const read = await readItemsSheet(await writeSheet(itemsSheet(items.map(out))), 'items.xlsx')
        expect(read.map(({ problems }) => problems)).toEqual(items.map(() => []))
        expect(read.map(({ item }) => item)).toEqual(items)
      }),
      { numRuns: 25 },
    )
  })
})
