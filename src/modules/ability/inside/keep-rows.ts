import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { ReadRow } from '../reading/read-row.ts'
import { addSkills } from './add-skills.ts'
import { addUp, type Counted } from './add-up.ts'
import { countedNow, middleOf } from './counted-now.ts'

/** What became of some rows of a file. */
export interface Kept {
  readonly kept: number
  /** Postings of advertisements that were here already. */
  readonly again: number
}

interface Known {
  readonly id: string
  readonly fingerprint: string
  /** ISO date. */
  readonly first: string | null
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
  const before = await tx.run<Known>(sql`
    SELECT id, fingerprint, first_seen::text AS first FROM advertisements
    WHERE college_id = ${tx.collegeId} AND fingerprint = ANY(${[...new Set(fresh.map(({ fingerprint }) => fingerprint))]}::text[])
    ORDER BY id FOR UPDATE`)
  const known = new Map(before.map(({ id, fingerprint }) => [fingerprint, id]))
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
  const days = new Map(
    [...Map.groupBy(postings, ({ id }) => id)].map(([id, all]) => [
      id,
      all.flatMap(({ row }) => row.postedOn ?? []).toSorted(),
    ]),
  )
  // A posting may be the first with a date, or earlier than those known: the advertisement then counts in that month.
  const moved = before.flatMap(({ id, first }) => {
    const day = days.get(id)?.[0]
    return day !== undefined && (first === null || day.slice(0, 7) < first.slice(0, 7))
      ? [{ id, month: day.slice(0, 7) }]
      : []
  })
  const gone = await countedNow(
    tx,
    moved.map(({ id }) => id),
  )
  await addPostings(tx, importId, postings, days)
  await addUp(
    tx,
    [
      ...added.map(({ id, row }) => countedOf(row, days.get(id)?.[0])),
      ...moved.map(({ id, month }) => ({ ...gone.get(id)!, month })),
    ],
    [...gone.values()],
  )
  return { kept: added.length, again: fresh.length - added.length }
}

const smallClassOf = (row: ReadRow) => row.occupations[0]?.code.slice(0, 7) ?? ''

function countedOf(row: ReadRow, day: string | undefined): Counted {
  const { salaryMin, salaryMax, cityCode, educationMin } = row.facts
  return {
    smallClass: smallClassOf(row),
    month: day?.slice(0, 7) ?? '',
    city: cityCode ?? '',
    education: educationMin ?? '',
    pay: middleOf(salaryMin, salaryMax),
    skills: row.skills.map(({ name, kind, required }) => ({ name, kind, required })),
  }
}

async function addAdvertisements(tx: Tx, added: readonly { id: string; row: ReadRow }[]): Promise<void> {
  const list = <T>(of: (row: ReadRow) => T) => added.map(({ row }) => of(row))
  await tx.run(sql`
    INSERT INTO advertisements (college_id, id, fingerprint, title, company, body, small_class, occupations, city_code, education, industry,
      years_min, years_max, pay_min, pay_max, first_seen, last_seen, postings)
    SELECT ${tx.collegeId}::uuid, a.id, a.fingerprint, a.title, a.company, a.body, a.small_class, a.occupations::jsonb, a.city_code,
      a.education, a.industry, a.years_min, a.years_max, a.pay_min, a.pay_max, a.seen, a.seen, 0
    FROM unnest(
      ${added.map(({ id }) => id)}::uuid[], ${list(({ fingerprint }) => fingerprint)}::text[], ${list(({ title }) => title)}::text[],
      ${list(({ company }) => company)}::text[], ${list(({ body }) => body)}::text[], ${list(smallClassOf)}::text[],
      ${list(({ occupations }) => JSON.stringify(occupations.map(({ code, name, score, because }) => ({ code, name, score, because }))))}::text[],
      ${list(({ facts }) => facts.cityCode ?? '')}::text[], ${list(({ facts }) => facts.educationMin ?? '')}::text[], ${list(({ industry }) => industry)}::text[],
      ${list(({ facts }) => facts.yearsMin)}::integer[], ${list(({ facts }) => facts.yearsMax)}::integer[],
      ${list(({ facts }) => facts.salaryMin)}::integer[], ${list(({ facts }) => facts.salaryMax)}::integer[],
      ${list(({ postedOn }) => postedOn)}::date[]
    ) AS a(id, fingerprint, title, company, body, small_class, occupations, city_code, education, industry, years_min, years_max, pay_min, pay_max, seen)`)
  await addSkills(
    tx,
    added.map(({ id, row }) => ({ id, smallClass: smallClassOf(row), skills: row.skills })),
  )
}

async function addPostings(
  tx: Tx,
  importId: string,
  postings: readonly { readonly id: string; readonly row: ReadRow }[],
  days: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO advertisement_postings (college_id, import_id, row_number, advertisement_id, posted_on, city_code)
    SELECT ${tx.collegeId}::uuid, ${importId}::uuid, p.* FROM unnest(
      ${postings.map(({ row }) => row.number)}::integer[], ${postings.map(({ id }) => id)}::uuid[],
      ${postings.map(({ row }) => row.postedOn)}::date[], ${postings.map(({ row }) => row.facts.cityCode ?? '')}::text[]
    ) AS p`)
  const sums = [...Map.groupBy(postings, ({ id }) => id)].map(([id, all]) => ({
    id,
    count: all.length,
    first: days.get(id)?.[0] ?? null,
    last: days.get(id)?.at(-1) ?? null,
    // Posted again with an industry where none was said before.
    industry: all.find(({ row }) => row.industry !== '')?.row.industry ?? '',
  }))
  await tx.run(sql`
    UPDATE advertisements AS a
    SET postings = a.postings + p.count, first_seen = least(a.first_seen, p.first), last_seen = greatest(a.last_seen, p.last),
      industry = CASE WHEN a.industry = '' THEN p.industry ELSE a.industry END
    FROM unnest(${sums.map(({ id }) => id)}::uuid[], ${sums.map(({ count }) => count)}::integer[],
      ${sums.map(({ first }) => first)}::date[], ${sums.map(({ last }) => last)}::date[], ${sums.map(({ industry }) => industry)}::text[]) AS p(id, count, first, last, industry)
    WHERE a.college_id = ${tx.collegeId} AND a.id = p.id`)
}
