import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Stored } from '../../../../engine/records/stored.ts'

/** The beginning of an edition: the step of history that counted the plan's editions on. */
export interface EditionStart {
  readonly edition: number
  /** Of the entry of history. */
  readonly id: string
  readonly at: string
  readonly reason: string
  readonly by: string
}

/** When the second and later editions of a plan began, and by which request. */
export async function editionStarts(tx: Tx, planId: string): Promise<readonly EditionStart[]> {
  return tx.run<EditionStart & Record<string, unknown>>(sql`
    SELECT (after ->> 'edition')::int AS edition, id, at, coalesce(reason, '') AS reason, actor_name AS by FROM history
    WHERE college_id = ${tx.collegeId} AND subject = 'plans' AND subject_id = ${planId} AND action = 'update'
      AND (after ->> 'edition')::int > 1
    ORDER BY id`)
}

interface Step extends Record<string, unknown> {
  readonly subject: string
  readonly subjectId: string
  readonly action: string
  readonly before: Readonly<Record<string, unknown>> | null
}

/**
 * Records of a plan as its edition came to be in the end: everything since the next one began is taken back, the
 * request that began it included. All of a request is written in one transaction, under its name.
 */
export async function atEdition(
  tx: Tx,
  planId: string,
  edition: number,
  records: ReadonlyMap<string, readonly Stored[]>,
): Promise<ReadonlyMap<string, readonly Stored[]>> {
  const next = (await editionStarts(tx, planId)).find((start) => start.edition === edition + 1)
  if (!next) return records
  const ids = [...records.values()].flat().map(({ id }) => id)
  const steps = await tx.run<Step>(sql`
    SELECT subject, subject_id AS "subjectId", action, before FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ANY(${[...records.keys()]}::text[])
      AND subject_id = ANY(${ids}::text[])
      AND (id > ${next.id} OR (reason = ${next.reason} AND actor_name = ${next.by}))
    ORDER BY id DESC`)
  const bySubject = Map.groupBy(steps, ({ subject, subjectId }) => `${subject} ${subjectId}`)
  return new Map(
    [...records].map(([name, own]) => [
      name,
      own.flatMap((record) => {
        const found = bySubject.get(`${name} ${record.id}`) ?? []
        return found.reduce<Stored | null>(takenBack, record) ?? []
      }),
    ]),
  )
}

/** A record before a step; null before there was one. */
function takenBack(record: Stored | null, { action, before }: Step): Stored | null {
  if (record === null || action === 'create') return null
  if (action === 'delete') return { ...record, deletedAt: null }
  if (action === 'restore') return { ...record, deletedAt: record.updatedAt }
  return { ...record, values: { ...record.values, ...before } }
}
