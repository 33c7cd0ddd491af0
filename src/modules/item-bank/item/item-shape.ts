import { z } from 'zod'
import type { Item } from './item.ts'

const text = z.string().max(10_000)
const texts = z.array(text).max(100)
const common = { stem: text, points: z.string().max(20), explanation: text.nullable() }
const options = z.array(z.strictObject({ key: z.string().max(8), text })).max(26)
const credit = z.enum(['all', 'share'])

/** What is written of an item, as data; whether it makes sense is for `itemProblems` to say. */
export const itemShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...common, options, right: z.string().max(8) }),
  z.strictObject({
    kind: z.literal('multiple'),
    ...common,
    options,
    right: z.array(z.string().max(8)).max(26),
    credit: z.enum(['all', 'right-only', 'half', 'minus-wrong']),
  }),
  z.strictObject({
    kind: z.literal('blanks'),
    ...common,
    blanks: z.array(texts).max(40),
    folding: z.strictObject({ width: z.boolean(), case: z.boolean(), space: z.boolean() }),
    credit,
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...common,
    value: z.string().max(60),
    tolerance: z.strictObject({ kind: z.enum(['absolute', 'relative']), amount: z.string().max(60) }),
    unit: z.string().max(20).nullable(),
  }),
  z.strictObject({ kind: z.literal('order'), ...common, entries: texts, credit }),
  z.strictObject({
    kind: z.literal('match'),
    ...common,
    pairs: z.array(z.tuple([text, text])).max(100),
    distractors: texts,
    credit,
  }),
  z.strictObject({ kind: z.literal('short'), ...common, keywords: z.array(texts).max(40), sample: text.nullable() }),
]) satisfies z.ZodType<Item>
