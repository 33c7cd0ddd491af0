import { z } from 'zod'
import { type Item, itemProblems } from '../../item-bank/index.ts'
import { Refusal } from '../../../engine/refusal.ts'

const line = z.string().trim().min(1).max(200)
const title = z.string().trim().max(80).default('')

/** A question made on the spot: options and which of them is right. */
const quickItem = z.strictObject({
  stem: z.string().trim().min(1).max(1000),
  options: z.array(z.string().trim().min(1).max(300)).min(2).max(8),
  right: z.array(z.int().min(0).max(7)).min(1).max(8),
})

/** What a teacher asks for when making an activity. */
export const newActivity = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quiz'),
    title,
    quick: z.array(quickItem).max(20).default([]),
    /** Items of the item bank. */
    items: z.array(z.uuid()).max(50).default([]),
  }),
  z.strictObject({
    kind: z.literal('poll'),
    title: line,
    options: z.array(line).min(2).max(8),
    many: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('words'), title: line, most: z.int().min(1).max(5).default(3) }),
  z.strictObject({ kind: z.literal('pick'), title }),
  z.strictObject({
    kind: z.literal('groups'),
    title,
    count: z.int().min(2).max(30),
    by: z.enum(['number', 'mastery']).default('number'),
  }),
  z.strictObject({ kind: z.literal('board'), title: line }),
  z.strictObject({
    kind: z.literal('practice'),
    title: line,
    steps: z.array(line).min(1).max(20),
    rubric: z
      .array(z.strictObject({ label: line, max: z.int().min(1).max(100) }))
      .max(10)
      .default([]),
  }),
])
export type NewActivity = z.output<typeof newActivity>

/** A question made on the spot, as an item. @throws Refusal 422 when it cannot be answered right */
export function itemOfQuick({ stem, options, right }: z.output<typeof quickItem>): Item {
  const keyed = options.map((text, i) => ({ key: String.fromCodePoint(65 + i), text }))
  const keys = [...new Set(right)].toSorted((a, b) => a - b).map((i) => keyed[i]?.key ?? '')
  const common = { stem, points: '1', explanation: null, options: keyed }
  const item: Item =
    keys.length === 1
      ? { kind: 'single', ...common, right: keys[0]! }
      : { kind: 'multiple', ...common, right: keys, credit: 'all' }
  const [problem] = itemProblems(item)
  if (problem) throw new Refusal('invalid', problem.message)
  return item
}
