import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { middleSql } from '../inside/counted-now.ts'
import type { WireIndustry } from '../wire.ts'

/** Which advertisements a figure of a report was counted from. Months are those of the first posting. */
export interface AdFilter {
  readonly classes?: readonly string[] | undefined
  readonly city?: string | undefined
  readonly education?: string | undefined
  /** None of these cities. */
  readonly elsewhere?: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Those without a date. */
  readonly undated?: boolean
  /** All of these are asked for. */
  readonly skills?: readonly string[]
  /** This one is not. */
  readonly without?: string
  /** This one is a must. */
  readonly must?: string
  /** They say their pay. */
  readonly paid?: boolean
  /** Years of experience asked at least; null: none is said. */
  readonly years?: number | null
  /** They are of one of these industries: by the industry their file names, else by their occupation. */
  readonly industries?: readonly Pick<WireIndustry, 'classes' | 'codes'>[]
  /** They stand in this file. */
  readonly import?: string
  readonly ids?: readonly string[]
  /** Only the latest so many that ask for a skill. */
  readonly latest?: { readonly skill: string; readonly most: number; readonly classes?: readonly string[] | undefined }
}

/** What a figure rests on: advertisements, or things of the college. */
export type Behind =
  | { readonly kind: 'ads'; readonly of: AdFilter }
  | { readonly kind: 'share'; readonly of: AdFilter; readonly among: AdFilter }
  | { readonly kind: 'pay'; readonly of: AdFilter }
  | { readonly kind: 'pays'; readonly of: AdFilter; readonly without: AdFilter }
  /** Every time an advertisement asks for one of these skills. */
  | { readonly kind: 'mentions'; readonly skills: readonly string[]; readonly of: AdFilter }
  | {
      readonly kind: 'mention-share'
      readonly skills: readonly string[]
      readonly among: readonly string[]
      readonly of: AdFilter
    }
  /** `sum` where the figure is not how many there are, but what they add up to. */
  | { readonly kind: 'rows'; readonly rows: readonly BehindRow[]; readonly sum?: string }
  | { readonly kind: 'row-share'; readonly rows: readonly BehindRow[]; readonly whole: number }

export interface BehindRow {
  readonly label: string
  readonly text: string
  /** Where it opens: a path of this program. */
  readonly to?: string
}

/** The advertisements of a filter that were here when the report was made, as a condition on `advertisements a`. */
export function adsSql(tx: Tx, filter: AdFilter, upTo: string): RawBuilder<unknown> {
  const asks = (skill: string, also = sql``) => sql`EXISTS (SELECT FROM advertisement_skills s
    WHERE s.college_id = ${tx.collegeId} AND s.advertisement_id = a.id AND s.skill = ${skill} ${also})`
  const parts = [sql`a.college_id = ${tx.collegeId}`, sql`a.id <= ${upTo}`]
  if (filter.classes) parts.push(sql`a.small_class = ANY(${[...filter.classes]}::text[])`)
  if (filter.city !== undefined) parts.push(sql`a.city_code = ${filter.city}`)
  if (filter.elsewhere !== undefined) parts.push(sql`a.city_code <> ALL(${[...filter.elsewhere]}::text[])`)
  if (filter.education !== undefined) parts.push(sql`a.education = ${filter.education}`)
  if (filter.from !== undefined) parts.push(sql`a.first_seen >= ${`${filter.from}-01`}::date`)
  if (filter.to !== undefined) parts.push(sql`a.first_seen < (${`${filter.to}-01`}::date + interval '1 month')`)
  if (filter.undated) parts.push(sql`a.first_seen IS NULL`)
  for (const skill of filter.skills ?? []) parts.push(asks(skill))
  if (filter.without !== undefined) parts.push(sql`NOT ${asks(filter.without)}`)
  if (filter.must !== undefined) parts.push(asks(filter.must, sql`AND s.required`))
  if (filter.paid) parts.push(sql`coalesce(a.pay_min, a.pay_max) IS NOT NULL`)
  if (filter.years !== undefined) parts.push(sql`a.years_min IS NOT DISTINCT FROM ${filter.years}::integer`)
  if (filter.industries !== undefined)
    parts.push(
      sql`a.small_class <> '' AND (${sql.join(
        filter.industries.map(({ classes, codes }) =>
          codes.length === 0
            ? sql`a.small_class = ANY(${[...classes]}::text[])`
            : sql`CASE WHEN a.industry = '' THEN a.small_class = ANY(${[...classes]}::text[]) ELSE a.industry LIKE ANY(${codes.map((code) => `${code}%`)}::text[]) END`,
        ),
        sql` OR `,
      )})`,
    )
  if (filter.import !== undefined)
    parts.push(
      sql`a.id IN (SELECT advertisement_id FROM advertisement_postings WHERE college_id = ${tx.collegeId} AND import_id = ${filter.import})`,
    )
  if (filter.ids !== undefined) parts.push(sql`a.id = ANY(${[...filter.ids]}::uuid[])`)
  if (filter.latest !== undefined) {
    const { skill, most, classes } = filter.latest
    parts.push(sql`a.id IN (SELECT advertisement_id FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND skill = ${skill}
      ${classes ? sql`AND small_class = ANY(${[...classes]}::text[])` : sql``} AND advertisement_id <= ${upTo}
      ORDER BY advertisement_id DESC LIMIT ${most})`)
  }
  return sql.join(parts, sql` AND `)
}

/** The skill whose words are shown in the advertisements of a filter. */
export const shownSkill = (filter: AdFilter): string | undefined => filter.must ?? filter.skills?.at(-1)

export interface CountedAds {
  readonly n: number
  readonly paid: number
  readonly pay: string
  readonly squares: string
}

/** How many advertisements a filter means, with the sums of what they pay (yuan a month, middles of ranges). */
export async function countAds(tx: Tx, filter: AdFilter, upTo: string): Promise<CountedAds> {
  const [row] = await tx.run<CountedAds>(sql`
    SELECT count(*)::integer AS n, count(pay)::integer AS paid, coalesce(sum(pay), 0)::text AS pay, coalesce(sum(pay * pay), 0)::text AS squares
    FROM (SELECT ${middleSql} AS pay FROM advertisements a WHERE ${adsSql(tx, filter, upTo)}) AS meant`)
  return row!
}

/** How often advertisements of a filter ask for one of some skills. */
export async function countMentions(
  tx: Tx,
  skills: readonly string[],
  filter: AdFilter,
  upTo: string,
): Promise<number> {
  const [row] = await tx.run<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM advertisement_skills m JOIN advertisements a ON a.college_id = ${tx.collegeId} AND a.id = m.advertisement_id
    WHERE m.college_id = ${tx.collegeId} AND m.skill = ANY(${[...skills]}::text[]) AND ${adsSql(tx, filter, upTo)}`)
  return row!.n
}
