import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { Counted } from './add-up.ts'

/** The middle of a range of pay: a whole number of half yuan is exact here and in SQL. */
export function middleOf(min: number | null, max: number | null): number | null {
  const ends = [min, max].filter((value) => value !== null)
  return ends.length === 0 ? null : ends.reduce((sum, value) => sum + value, 0) / ends.length
}

/** Kept advertisements as the counts hold them now, by id. */
export async function countedNow(tx: Tx, ids: readonly string[]): Promise<Map<string, Counted>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run<
    Omit<Counted, 'pay'> & { readonly id: string; readonly payMin: number | null; readonly payMax: number | null }
  >(sql`
    SELECT a.id, a.small_class AS "smallClass", coalesce(to_char(a.first_seen, 'YYYY-MM'), '') AS month, a.city_code AS city,
      a.education, a.pay_min AS "payMin", a.pay_max AS "payMax",
      coalesce((SELECT jsonb_agg(jsonb_build_object('name', s.skill, 'kind', s.kind, 'required', s.required))
        FROM advertisement_skills s WHERE s.college_id = ${tx.collegeId} AND s.advertisement_id = a.id), '[]') AS skills
    FROM advertisements a WHERE a.college_id = ${tx.collegeId} AND a.id = ANY(${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, payMin, payMax, ...one }) => [id, { ...one, pay: middleOf(payMin, payMax) }]))
}

/** The same of `advertisements a` in SQL; null where none is said. */
export const middleSql = sql`((coalesce(a.pay_min, a.pay_max) + coalesce(a.pay_max, a.pay_min)) / 2.0)`
