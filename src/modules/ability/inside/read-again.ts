import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { FoundSkill } from '../advertisement.ts'
import { readAdvertisement } from '../read-advertisement.ts'
import type { Dictionary } from '../understanding/find-skills.ts'
import type { WireTermEffect } from '../wire.ts'
import { addSkills } from './add-skills.ts'
import { addUp } from './add-up.ts'
import { countedNow } from './counted-now.ts'
import { dictionaryOf, type OwnDictionary } from './own-dictionary.ts'

interface KeptText {
  readonly id: string
  readonly title: string
  readonly body: string
}

const asked = ({ id, title, body }: KeptText, dictionary: Dictionary): FoundSkill[] =>
  readAdvertisement({ id, title, text: body }, dictionary).skills.filter(({ negated }) => !negated)

/** Advertisements in which the words of a term stand, or which count under one of these names. */
const touched = (tx: Tx, term: string, names: readonly string[]): RawBuilder<unknown> => sql`
  a.college_id = ${tx.collegeId} AND (strpos(lower(a.body), ${term}) > 0 OR strpos(lower(a.title), ${term}) > 0 OR a.id IN (
    SELECT advertisement_id FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND skill = ANY(${[...names]}::text[])))`

async function countTouched(tx: Tx, term: string, names: readonly string[]): Promise<number> {
  const [count] = await tx.run<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM advertisements a WHERE ${touched(tx, term, names)}`,
  )
  return count?.n ?? 0
}

/** So many advertisements are read to show what a decision would do; the latest. */
const TRIED = 1000
/** Advertisements read before others have their turn. */
const TURN = 25

/** What another dictionary would change, tried on the advertisements in which the term stands; nothing is kept. */
export async function effectOf(
  tx: Tx,
  term: string,
  shown: string,
  before: Dictionary,
  after: Dictionary,
): Promise<WireTermEffect> {
  const rows = await tx.run<KeptText>(sql`
    SELECT a.id, a.title, a.body FROM advertisements a WHERE ${touched(tx, term, [shown])} ORDER BY a.id DESC LIMIT ${TRIED}`)
  const skills = new Map<string, { more: number; fewer: number }>()
  let changed = 0
  for (const [at, row] of rows.entries()) {
    if (at % TURN === 0) await setImmediate()
    const was = new Set(asked(row, before).map(({ name }) => name))
    const now = new Set(asked(row, after).map(({ name }) => name))
    const more = [...now].filter((name) => !was.has(name))
    const fewer = [...was].filter((name) => !now.has(name))
    // A proposal that becomes a skill of the same name changes nothing but its kind.
    if (more.length + fewer.length > 0) changed++
    for (const name of [...more, ...fewer]) {
      const sums = skills.get(name) ?? { more: 0, fewer: 0 }
      if (now.has(name)) sums.more++
      else sums.fewer++
      skills.set(name, sums)
    }
  }
  return {
    total: rows.length < TRIED ? rows.length : await countTouched(tx, term, [shown]),
    tried: rows.length,
    changed,
    skills: [...skills]
      .map(([skill, sums]) => ({ skill, ...sums }))
      .toSorted((a, b) => b.more + b.fewer - a.more - a.fewer || (a.skill < b.skill ? -1 : 1))
      .slice(0, 12),
  }
}

/** Advertisements read again in one transaction. */
const BATCH = 200

/**
 * Reads the kept advertisements again in which a decided term stands, by the terms in force, and moves the counts. May
 * be begun again at any time: what was read by the same terms stays as it is.
 */
export async function readAgain(
  engine: Engine,
  college: string,
  decision: string,
  progress: (done: number, total: number) => Promise<void> = async () => {},
  signal?: AbortSignal,
): Promise<{ read: number; changed: number }> {
  const { term, names, total } = await engine.database.inCollege(college, async (tx) => {
    const [one] = await tx.run<{ term: string; shown: string; name: string }>(sql`
      SELECT term, shown, CASE WHEN undone_at IS NULL THEN '' ELSE name END AS name FROM skill_terms WHERE college_id = ${college} AND id = ${decision}`)
    if (!one) throw new Error(`There is no decision ${decision}`)
    // Taken back, it may also stand where only the name tells it: words in wide letters.
    const of = [...new Set([one.term, one.shown, one.name])].filter((name) => name !== '')
    const n = await countTouched(tx, one.term, of)
    await tx.run(sql`UPDATE skill_terms SET total = ${n}, done = 0 WHERE college_id = ${college} AND id = ${decision}`)
    return { term: one.term, names: of, total: n }
  })
  let own: OwnDictionary | undefined
  let last = '00000000-0000-0000-0000-000000000000'
  let read = 0
  let changed = 0
  for (let isMore = true; isMore && !signal?.aborted;) {
    await engine.database.inCollege(college, async (tx) => {
      const rows = await tx.run<KeptText & { small_class: string }>(sql`
        SELECT a.id, a.title, a.body, a.small_class FROM advertisements a
        WHERE ${touched(tx, term, names)} AND a.id > ${last}::uuid ORDER BY a.id LIMIT ${BATCH} FOR UPDATE OF a`)
      isMore = rows.length === BATCH
      last = rows.at(-1)?.id ?? last
      read += rows.length
      // After the rows are locked: whoever decides later reads them later.
      own = await dictionaryOf(tx, own)
      const moved = await replaceSkills(tx, rows, own.dictionary)
      changed += moved
      await tx.run(sql`
        UPDATE skill_terms SET done = ${read}, total = greatest(total, ${read}), changed = changed + ${moved}
        WHERE college_id = ${college} AND id = ${decision}`)
    })
    await progress(read, Math.max(read, total))
  }
  if (!signal?.aborted)
    await engine.database.inCollege(college, (tx) =>
      tx.run(sql`UPDATE skill_terms SET state = 'done' WHERE college_id = ${college} AND id = ${decision}`),
    )
  return { read, changed }
}

/** @returns how many of the advertisements ask for something else now */
async function replaceSkills(
  tx: Tx,
  rows: readonly (KeptText & { readonly small_class: string })[],
  dictionary: Dictionary,
): Promise<number> {
  const before = await countedNow(
    tx,
    rows.map(({ id }) => id),
  )
  const asking = []
  for (const [at, row] of rows.entries()) {
    if (at % TURN === 0) await setImmediate()
    asking.push({ id: row.id, smallClass: row.small_class, skills: asked(row, dictionary) })
  }
  await tx.run(sql`
    DELETE FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND advertisement_id = ANY(${rows.map(({ id }) => id)}::uuid[])`)
  await addSkills(tx, asking)
  const after = asking.map(({ id, skills }) => ({
    ...before.get(id)!,
    skills: skills.map(({ name, kind, required }) => ({ name, kind, required })),
  }))
  await addUp(tx, after, [...before.values()])
  const list = (skills: readonly { readonly name: string }[]) =>
    skills
      .map(({ name }) => name)
      .toSorted()
      .join('\n')
  return asking.filter(({ id, skills }) => list(skills) !== list(before.get(id)!.skills)).length
}
