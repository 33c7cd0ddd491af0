import { z } from 'zod'

/** A decimal string: never a binary number. */
const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/)
const count = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/)
const key = z.string().min(1).max(120)

/** One result that is claimed: what it is called, so that it counts once; its level, rank and extras in the rule's words. */
export const claimShape = z.strictObject({
  result: key.optional(),
  level: key,
  rank: key.optional(),
  extras: z.array(key).max(10).optional(),
  /** Several of a kind at once, where they are not told apart. */
  count: z.int().min(1).max(100_000).optional(),
})

/** What one item is scored from; which parts are read is the rule's business. */
export const itemValueShape = z.strictObject({
  value: decimal.optional(),
  /** What the scheme asks for beside the value: a target, a mean, a highest value. */
  target: decimal.optional(),
  claims: z.array(claimShape).max(5000).optional(),
  /** Cases by kind of deduction. */
  cases: z.record(key, count).optional(),
  scores: z
    .array(z.strictObject({ expert: key, score: count }))
    .max(200)
    .optional(),
  /** One line per question: how many gave each answer. */
  answers: z
    .array(
      z.strictObject({
        question: key,
        verySatisfied: z.int().min(0),
        satisfied: z.int().min(0),
        fair: z.int().min(0),
        dissatisfied: z.int().min(0),
      }),
    )
    .max(200)
    .optional(),
  /** The case in which there are no points at all has come about. */
  zero: z.boolean().optional(),
})

/** All that a scheme is scored from: level → item → value, vetoes by key. */
export const scoreValuesShape = z.strictObject({
  /** How the levels weigh; the scheme's first way when absent. */
  weighting: key.optional(),
  levels: z.record(key, z.record(key, itemValueShape)),
  /** Vetoes that somebody says have come about. */
  said: z.array(key).max(50).optional(),
  /** Values of vetoes that look at one. */
  vetoes: z.record(key, decimal).optional(),
})

export type Claim = z.infer<typeof claimShape>
export type ItemValue = z.infer<typeof itemValueShape>
export type ScoreValues = z.infer<typeof scoreValuesShape>
