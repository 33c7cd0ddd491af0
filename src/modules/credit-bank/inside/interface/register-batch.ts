import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { Actor } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { createMany, type ManyNew } from '../../../../engine/records/write-many.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { identityNumberRule } from '../../../../fields/identity-number/rule.ts'
import type { Label } from '../../../../language/label.ts'
import { matchNames, nameDiffers } from '../accounts/names.ts'
import { newNumber } from '../accounts/new-number.ts'
import { tableOf } from '../fact-sql.ts'
import type { Client } from './clients.ts'

/** An outcome as an institution sends it. Its own number of it makes it unlike any other: sent twice it is there once. */
export const batchRow = z.strictObject({
  externalId: z.string().trim().min(1).max(60),
  learner: z.strictObject({
    name: z.string().trim().min(1).max(60),
    identity: z.string().trim().min(1).max(30),
    /** The learner lets the institution register outcomes, on paper or on its own pages. */
    consents: z.boolean().default(false),
    stage: z.enum(['student', 'worker', 'senior', 'other']).default('student'),
  }),
  kind: z.string().max(40),
  name: z.string().max(100),
  level: z.string().max(40).optional(),
  grade: z.string().max(40).optional(),
  issuedOn: z.string().max(20),
  expiresOn: z.string().max(20).optional(),
  hours: z.int().optional(),
  credits: z.union([z.string().max(20), z.int()]).transform(String),
  certificateNumber: z.string().trim().max(60).optional(),
})
export type BatchRow = z.output<typeof batchRow>

/** What became of one row; rows stand in the order they were sent. */
export interface BatchResult {
  readonly externalId: string
  readonly status: 'registered' | 'known' | 'refused'
  readonly id?: string
  readonly problems?: readonly (Label & { readonly field?: string })[]
  readonly notes?: readonly Label[]
}

interface Known {
  readonly id: string
  readonly name: string
  readonly consent: 'given' | 'withdrawn' | null
}

interface Prepared {
  readonly at: number
  readonly id: string
  readonly learner: string
  readonly values: Readonly<Record<string, unknown>>
}

const numberOf = (client: Client, externalId: string) => `JK-${client.institution.slice(-6)}-${externalId}`

/**
 * Registers outcomes of an institution's learners; a row that is refused holds up no other. Accounts that are not there
 * yet are opened: the institution has checked who its learners are.
 */
export async function registerBatch(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  client: Client,
  rows: readonly BatchRow[],
): Promise<BatchResult[]> {
  const results: (BatchResult | undefined)[] = rows.map(() => undefined)
  const refuse = (at: number, ...problems: (Label & { field?: string })[]) =>
    (results[at] = { externalId: rows[at]!.externalId, status: 'refused', problems })
  const identities = rows.map(({ learner }) =>
    identityNumberRule.check(learner.identity, { kind: 'identity-number', label: { zh: '', en: '' } }),
  )
  const learners = await knownLearners(
    engine,
    tx,
    client,
    identities.flatMap(({ value }) => value ?? []),
  )
  const numbers = await knownNumbers(
    engine,
    tx,
    rows.map(({ externalId }) => numberOf(client, externalId)),
  )
  const opened: ManyNew[] = []
  const consents: ManyNew[] = []
  const ready: Prepared[] = []
  const notes = new Map<number, Label[]>()
  for (const [at, row] of rows.entries()) {
    const { externalId, learner: who, ...outcome } = row
    const number = numberOf(client, externalId)
    const there = numbers.get(number)
    if (there !== undefined) {
      results[at] = { externalId, status: 'known', id: there }
      continue
    }
    const { value: identity, problem } = identities[at]!
    if (problem) {
      refuse(at, { ...problem, field: 'learner.identity' })
      continue
    }
    let known = learners.get(identity!)
    if (known) {
      const match = matchNames(who.name, known.name)
      const differs = nameDiffers(match)
      if (differs && !match.same) {
        refuse(at, { ...differs, field: 'learner.name' })
        continue
      }
      if (differs) notes.set(at, [differs])
    }
    if (known?.consent === 'withdrawn' || (known?.consent !== 'given' && !who.consents)) {
      refuse(at, noConsent(known?.consent === 'withdrawn'))
      continue
    }
    if (!known) {
      known = { id: v7(), name: who.name, consent: null }
      opened.push({
        id: known.id,
        values: {
          number: newNumber('XL'),
          name: who.name,
          identity,
          proof: 'institution',
          stage: who.stage,
          openedOn: today(),
        },
      })
    }
    if (known.consent === null) {
      consents.push({
        values: {
          number: newNumber('TY'),
          learner: known.id,
          institution: client.institution,
          purposes: ['register-outcomes'],
          givenOn: today(),
        },
      })
      known = { ...known, consent: 'given' }
    }
    learners.set(identity!, known)
    const id = v7()
    numbers.set(number, id)
    ready.push({
      at,
      id,
      learner: known.id,
      values: { ...outcome, number, learner: known.id, issuer: client.institution },
    })
  }
  if (opened.length > 0) await createMany(engine, tx, actor, 'credit-learners', opened)
  if (consents.length > 0) await createMany(engine, tx, actor, 'credit-consents', consents)
  for (const { at, problem } of await createGood(engine, tx, actor, ready)) refuse(at, ...problem)
  for (const { at, id } of ready)
    results[at] ??= {
      externalId: rows[at]!.externalId,
      status: 'registered',
      id,
      ...(notes.has(at) ? { notes: notes.get(at)! } : {}),
    }
  return results as BatchResult[]
}

const noConsent = (isWithdrawn: boolean): Label & { field: string } => ({
  field: 'learner.consents',
  ...(isWithdrawn
    ? {
        zh: '学习者已撤回对贵机构的同意：请联系本人，由本人在学分银行重新同意',
        en: 'The learner has withdrawn the consent: only they can give it again, on their own page',
      }
    : {
        zh: '学习者尚未同意贵机构登记成果：取得同意后将 consents 填为 true',
        en: 'The learner has not consented yet: once they have, send consents as true',
      }),
})

/** Writes those that can be written, all at once where none is refused. @returns what was refused, with the reasons */
async function createGood(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  rows: readonly Prepared[],
): Promise<{ at: number; problem: (Label & { field?: string })[] }[]> {
  const refused: { at: number; problem: (Label & { field?: string })[] }[] = []
  let left = rows
  while (left.length > 0) {
    await tx.run(sql`SAVEPOINT batch`)
    try {
      await createMany(engine, tx, actor, 'learning-outcomes', left)
      await tx.run(sql`RELEASE SAVEPOINT batch`)
      return refused
    } catch (error) {
      await tx.run(sql`ROLLBACK TO SAVEPOINT batch`)
      if (!(error instanceof Refusal)) throw error
      const problems = error.details.problems ?? []
      const found = new Map<number, (Label & { field?: string })[]>()
      for (const { row, field, message } of problems)
        if (row !== undefined) found.set(row, [...(found.get(row) ?? []), { ...message, ...(field ? { field } : {}) }])
      // A key that is taken names no row: then each is tried for itself.
      const one = left.length === 1
      if (found.size === 0 && !one) return [...refused, ...(await eachAlone(engine, tx, actor, left))]
      if (one) return [...refused, { at: left[0]!.at, problem: found.get(1) ?? problems.map(({ message }) => message) }]
      refused.push(...[...found].map(([row, problem]) => ({ at: left[row - 1]!.at, problem })))
      left = left.filter((_, index) => !found.has(index + 1))
    }
  }
  return refused
}

async function eachAlone(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  rows: readonly Prepared[],
): Promise<{ at: number; problem: (Label & { field?: string })[] }[]> {
  const half = Math.ceil(rows.length / 2)
  return [
    ...(await createGood(engine, tx, actor, rows.slice(0, half))),
    ...(await createGood(engine, tx, actor, rows.slice(half))),
  ]
}

async function knownLearners(
  engine: Engine,
  tx: Tx,
  client: Client,
  identities: readonly string[],
): Promise<Map<string, Known>> {
  const rows = await tx.run<Known & { identity: string }>(sql`
    SELECT l.identity, l.id, l.name, (
      SELECT c.state FROM ${tableOf(engine, 'credit-consents')} AS c
      WHERE c.college_id = ${tx.collegeId} AND c.learner = l.id AND c.institution = ${client.institution} AND c.deleted_at IS NULL
        AND 'register-outcomes' = ANY(c.purposes) AND (c.until IS NULL OR c.until >= ${today()}::date) ORDER BY c.id DESC LIMIT 1) AS consent
    FROM ${tableOf(engine, 'credit-learners')} AS l
    WHERE l.college_id = ${tx.collegeId} AND l.identity = ANY(${[...new Set(identities)]}::text[]) AND l.deleted_at IS NULL`)
  return new Map(rows.map(({ identity, ...known }) => [identity, known]))
}

async function knownNumbers(engine: Engine, tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.run<{ number: string; id: string }>(sql`
    SELECT number, id FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${tx.collegeId} AND number = ANY(${[...numbers]}::text[])`)
  return new Map(rows.map(({ number, id }) => [number, id]))
}
