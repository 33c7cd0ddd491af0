import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { ReadRow } from '../reading/read-row.ts'
import { addUp, type Counted } from './add-up.ts'

/** What became of some rows of a file. */
export interface Kept {
  readonly kept: number
  /** Postings of advertisements that were here already. */
  readonly again: number
}

interface Known {
  readonly id: string
  readonly fingerprint: string
}

/**
 * Keeps rows of one import in one transaction: new advertisements with their skills and counts, known ones as one more
 * posting. Rows of this import that are kept already are passed over, so that a run that broke off may begin again.
 */
export async function keepRows(tx: Tx, importId: string, rows: readonly ReadRow[]): Promise<Kept> {
  const done = new Set(
    (
      await tx.run<{ row_number: number }>(sql`
        SELECT row_number FROM advertisement_postings
        WHERE college_id = ${tx.collegeId} AND import_id = ${importId} AND row_number = ANY(${rows.map(({ number }) => number)}::integer[])`)
    ).map(({ row_number }) => row_number),
  )
  const fresh = rows.filter(({ number }) => !done.has(number))
  if (fresh.length === 0) return { kept: 0, again: 0 }
  const known = new Map(
    (
      await tx.run<Known>(sql`
        SELECT id, fingerprint FROM advertisements
        WHERE college_id = ${tx.collegeId} AND fingerprint = ANY(${[...new Set(fresh.map(({ fingerprint }) => fingerprint))]}::text[])`)
    ).map(({ id, fingerprint }) => [fingerprint, id]),
  )
  const added: { id: string; row: ReadRow }[] = []
  const postings = fresh.map((row) => {
    let id = known.get(row.fingerprint)
    if (id === undefined) {
      id = v7()
      known.set(row.fingerprint, id)
      added.push({ id, row })
    }
    return { id, row }
  })
  if (added.length > 0) await addAdvertisements(tx, added)
  await addPostings(tx, importId, postings)
  await addUp(
    tx,
    added.map(({ row }): Counted => countedOf(row)),
  )
  return { kept: added.length, again: fresh.length - added.length }
}

const smallClassOf = (row: ReadRow) => row.occupations[0]?.code.slice(0, 7) ?? ''

function countedOf(row: ReadRow): Counted {
  const { salaryMin, salaryMax, cityCode, educationMin } = row.facts
  const ends = [salaryMin, salaryMax].filter((value) => value !== null)
  return {
    smallClass: smallClassOf(row),
    month: row.postedOn.slice(0, 7),
    city: cityCode ?? '',
    education: educationMin ?? '',
    // The middle of the range: a whole number of half yuan is exact here and in SQL.
    pay: ends.length === 0 ? null : ends.reduce((sum, value) => sum + value, 0) / ends.length,
    skills: row.skills.map(({ name, kind, required }) => ({ name, kind, required })),
  }
}

async function addAdvertisements(tx: Tx, added: readonly { id: string; row: ReadRow }[]): Promise<void> {
  const list = <T>(of: (row: ReadRow) => T) => added.map(({ row }) => of(row))
  await tx.run(sql`
    INSERT INTO advertisements (college_id, id, fingerprint, title, company, body, small_class, occupations, city_code, education,
      years_min, years_max, pay_min, pay_max, first_seen, last_seen, postings)
    SELECT ${tx.collegeId}::uuid, a.id, a.fingerprint, a.title, a.company, a.body, a.small_class, a.occupations::jsonb, a.city_code,
      a.education, a.years_min, a.years_max, a.pay_min, a.pay_max, a.seen, a.seen, 0
    FROM unnest(
      ${added.map(({ id }) => id)}::uuid[], ${list(({ fingerprint }) => fingerprint)}::text[], ${list(({ title }) => title)}::text[],
      ${list(({ company }) => company)}::text[], ${list(({ body }) => body)}::text[], ${list(smallClassOf)}::text[],
      ${list(({ occupations }) => JSON.stringify(occupations.map(({ code, name, score, because }) => ({ code, name, score, because }))))}::text[],
      ${list(({ facts }) => facts.cityCode ?? '')}::text[], ${list(({ facts }) => facts.educationMin ?? '')}::text[],
      ${list(({ facts }) => facts.yearsMin)}::integer[], ${list(({ facts }) => facts.yearsMax)}::integer[],
      ${list(({ facts }) => facts.salaryMin)}::integer[], ${list(({ facts }) => facts.salaryMax)}::integer[],
      ${list(({ postedOn }) => postedOn)}::date[]
    ) AS a(id, fingerprint, title, company, body, small_class, occupations, city_code, education, years_min, years_max, pay_min, pay_max, seen)`)
  const skills = added.flatMap(({ id, row }) => row.skills.map((skill) => ({ id, small: smallClassOf(row), skill })))
  if (skills.length === 0) return
  const each = <T>(of: (one: (typeof skills)[number]) => T) => skills.map(of)
  await tx.run(sql`
    INSERT INTO advertisement_skills (college_id, skill, advertisement_id, small_class, kind, required, is_new, in_title, starts, ends)
    SELECT ${tx.collegeId}::uuid, s.* FROM unnest(
      ${each(({ skill }) => skill.name)}::text[], ${each(({ id }) => id)}::uuid[], ${each(({ small }) => small)}::text[],
      ${each(({ skill }) => skill.kind)}::text[], ${each(({ skill }) => skill.required)}::boolean[],
      ${each(({ skill }) => skill.isNew)}::boolean[], ${each(({ skill }) => skill.span.in === 'title')}::boolean[],
      ${each(({ skill }) => skill.span.start)}::integer[], ${each(({ skill }) => skill.span.end)}::integer[]
    ) AS s
    ON CONFLICT (college_id, skill, advertisement_id) DO NOTHING`)
}

async function addPostings(
  tx: Tx,
  importId: string,
  postings: readonly { readonly id: string; readonly row: ReadRow }[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO advertisement_postings (college_id, import_id, row_number, advertisement_id, posted_on, city_code)
    SELECT ${tx.collegeId}::uuid, ${importId}::uuid, p.* FROM unnest(
      ${postings.map(({ row }) => row.number)}::integer[], ${postings.map(({ id }) => id)}::uuid[],
      ${postings.map(({ row }) => row.postedOn)}::date[], ${postings.map(({ row }) => row.facts.cityCode ?? '')}::text[]
    ) AS p`)
  const dates = Map.groupBy(postings, ({ id }) => id)
  const sums = [...dates].map(([id, all]) => {
    const days = all.map(({ row }) => row.postedOn).toSorted()
    return { id, count: all.length, first: days[0]!, last: days.at(-1)! }
  })
  await tx.run(sql`
    UPDATE advertisements AS a
    SET postings = a.postings + p.count, first_seen = least(a.first_seen, p.first), last_seen = greatest(a.last_seen, p.last)
    FROM unnest(${sums.map(({ id }) => id)}::uuid[], ${sums.map(({ count }) => count)}::integer[],
      ${sums.map(({ first }) => first)}::date[], ${sums.map(({ last }) => last)}::date[]) AS p(id, count, first, last)
    WHERE a.college_id = ${tx.collegeId} AND a.id = p.id`)
}
