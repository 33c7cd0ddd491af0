import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'

/** One advertisement as the counts see it. */
export interface Counted {
  readonly smallClass: string
  /** 'YYYY-MM', '' where no date is said. */
  readonly month: string
  /** GB/T 2260 code of the city, '' where none is said. */
  readonly city: string
  readonly education: string
  /** Yuan a month, null where none is said. */
  readonly pay: number | null
  readonly skills: readonly { readonly name: string; readonly kind: string; readonly required: boolean }[]
}

/** What stands for every city and every schooling at the coarse grain. */
const ANY = '*'
/** The "skill" that counts advertisements themselves. */
const ALL = ''

interface Sum {
  readonly key: readonly [
    smallClass: string,
    skill: string,
    month: string,
    city: string,
    education: string,
    kind: string,
  ]
  advertisements: number
  required: number
  paid: number
  pay: number
  squares: number
}

/**
 * Adds advertisements to the counts, and takes others off; the rest of the counts is not touched.
 * @param gone as they were counted before, of which nothing is to stay
 */
export async function addUp(tx: Tx, counted: readonly Counted[], gone: readonly Counted[] = []): Promise<void> {
  const sums = new Map<string, Sum>()
  const signed = [...counted.map((one) => ({ ...one, by: 1 })), ...gone.map((one) => ({ ...one, by: -1 }))]
  for (const { smallClass, month, city, education, pay, skills, by } of signed)
    for (const { name, kind, required } of [{ name: ALL, kind: '', required: true }, ...skills])
      for (const [place, level] of [
        [ANY, ANY],
        [city, education],
      ] as const) {
        const id = `${smallClass}\n${name}\n${month}\n${place}\n${level}`
        let sum = sums.get(id)
        if (sum === undefined) {
          const key = [smallClass, name, month, place, level, kind] as const
          sums.set(id, (sum = { key, advertisements: 0, required: 0, paid: 0, pay: 0, squares: 0 }))
        }
        sum.advertisements += by
        if (required) sum.required += by
        if (pay === null) continue
        sum.paid += by
        sum.pay += by * pay
        sum.squares += by * pay * pay
      }
  if (sums.size === 0) return
  // In one order for all, so that two imports at once cannot wait for each other.
  const all = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  const column = (at: 0 | 1 | 2 | 3 | 4 | 5) => all.map(({ key }) => key[at])
  await tx.run(sql`
    INSERT INTO demand_counts AS d (college_id, small_class, skill, month, city_code, education, kind, advertisements, required, paid, pay_sum, pay_squares)
    SELECT ${tx.collegeId}::uuid, c.* FROM unnest(
      ${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::text[], ${column(4)}::text[], ${column(5)}::text[],
      ${all.map((sum) => sum.advertisements)}::integer[], ${all.map((sum) => sum.required)}::integer[], ${all.map((sum) => sum.paid)}::integer[],
      ${all.map((sum) => sum.pay)}::numeric[], ${all.map((sum) => sum.squares)}::numeric[]
    ) AS c
    ON CONFLICT (college_id, small_class, skill, month, city_code, education) DO UPDATE SET
      advertisements = d.advertisements + excluded.advertisements, required = d.required + excluded.required,
      paid = d.paid + excluded.paid, pay_sum = d.pay_sum + excluded.pay_sum, pay_squares = d.pay_squares + excluded.pay_squares`)
  if (gone.length > 0)
    await tx.run(sql`
      DELETE FROM demand_counts WHERE college_id = ${tx.collegeId} AND advertisements = 0
        AND small_class = ANY(${[...new Set(column(0))]}::text[]) AND skill = ANY(${[...new Set(column(1))]}::text[])`)
}
