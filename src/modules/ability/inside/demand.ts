import { type RawBuilder, sql } from 'kysely'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { regionName } from '../../../fields/region/regions.ts'
import { smallClasses } from '../dictionaries/small-classes.ts'
import { occupationOf } from '../understanding/guess-occupation.ts'
import type { WireCount, WireDemand, WireEvidence, WireSkillDemand } from '../wire.ts'
import { payOf, shareOf } from './share.ts'

/** Which advertisements are meant; what is left out does not narrow. */
export interface DemandFilter {
  /** Small classes of the classification of 2022 (2-02-10). */
  readonly classes?: readonly string[] | undefined
  readonly city?: string | undefined
  readonly education?: string | undefined
  /** Months 'YYYY-MM', both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface Sums {
  readonly n: number
  readonly required: number
  readonly paid: number
  readonly pay: string
  readonly squares: string
}

export const SUMS = sql`sum(advertisements)::integer AS n, sum(required)::integer AS required, sum(paid)::integer AS paid,
  sum(pay_sum)::text AS pay, sum(pay_squares)::text AS squares`
/** How many skills a page shows. */
const SKILLS = 80
const CERTIFICATES = 8

/** The rows of the counts at the grain a filter needs: none is added up twice. Words, not parameters: partial indexes know them. */
export function counted(
  tx: Tx,
  { classes, city, education, from, to }: DemandFilter,
  isFine = false,
): RawBuilder<unknown> {
  const fine = isFine || city !== undefined || education !== undefined
  const parts = [sql`college_id = ${tx.collegeId}`, fine ? sql`city_code <> '*'` : sql`city_code = '*'`]
  if (classes !== undefined) parts.push(sql`small_class = ANY(${[...classes]}::text[])`)
  if (city !== undefined) parts.push(sql`city_code = ${city}`)
  if (education !== undefined) parts.push(sql`education = ${education}`)
  if (from !== undefined) parts.push(sql`month >= ${from}`)
  // '' is before every month: who asks for months does not mean what has no date.
  if (to !== undefined) parts.push(sql`month <= ${to} AND month <> ''`)
  return sql.join(parts, sql` AND `)
}

/** What is asked for, from the counts alone. */
export async function demandOf(tx: Tx, filter: DemandFilter, skill?: string): Promise<WireDemand> {
  const where = counted(tx, filter)
  const named = sql`skill = ''`
  const [all] = await tx.run<Sums>(sql`SELECT ${SUMS} FROM demand_counts WHERE ${where} AND ${named}`)
  const whole = all?.n ? all : { n: 0, required: 0, paid: 0, pay: '0', squares: '0' }
  // Certificates are asked for seldom and by name: the first of them are told whatever their rank.
  const skills = await tx.run<Sums & { skill: string; kind: string }>(sql`
    SELECT skill, kind, n, required, paid, pay, squares FROM (
      SELECT *, row_number() OVER (ORDER BY n DESC, skill) AS place,
        row_number() OVER (PARTITION BY kind ORDER BY n DESC, skill) AS place_of_kind
      FROM (SELECT skill, min(kind) AS kind, ${SUMS} FROM demand_counts WHERE ${where} AND skill <> '' GROUP BY skill) AS sums
    ) AS placed
    WHERE place <= ${SKILLS} OR (kind = 'certificate' AND place_of_kind <= ${CERTIFICATES}) ORDER BY n DESC, skill`)
  const groups = async (
    column: 'small_class' | 'city_code' | 'education',
    limit: number,
    name: (key: string) => string,
  ) => {
    const without =
      column === 'small_class'
        ? { ...filter, classes: undefined }
        : column === 'city_code'
          ? { ...filter, city: undefined }
          : { ...filter, education: undefined }
    const rows = await tx.run<{ key: string; n: number }>(sql`
      SELECT ${sql.ref(column)} AS key, sum(advertisements)::integer AS n FROM demand_counts
      WHERE ${counted(tx, without, column !== 'small_class')} AND ${column === 'small_class' && skill !== undefined ? sql`skill = ${skill}` : named}
      GROUP BY ${sql.ref(column)} ORDER BY n DESC, key LIMIT ${limit}`)
    return rows.map(({ key, n }): WireCount => ({ key, name: name(key), n }))
  }
  const everyMonth = await tx.run<{ month: string; n: number }>(sql`
    SELECT month, sum(advertisements)::integer AS n FROM demand_counts WHERE ${where} AND ${named} GROUP BY month ORDER BY month`)
  const withSkill =
    skill === undefined
      ? []
      : await tx.run<{ month: string; n: number }>(sql`
          SELECT month, sum(advertisements)::integer AS n FROM demand_counts WHERE ${where} AND skill = ${skill} GROUP BY month`)
  const askedIn = (month: string) =>
    skill === undefined ? null : (withSkill.find((one) => one.month === month)?.n ?? 0)
  const months = everyMonth.filter(({ month }) => month !== '')
  const sources = await tx.run<{ file_name: string }>(sql`
    SELECT file_name FROM advertisement_imports WHERE college_id = ${tx.collegeId} AND kept > 0 ORDER BY id DESC LIMIT 5`)
  return {
    n: whole.n,
    pay: payOf(whole.paid, whole.pay, whole.squares),
    skills: skills.map((one) => skillDemand(one, whole)),
    occupations: await groups('small_class', 40, classNameOf),
    cities: await groups('city_code', 15, (key) => (regionName(key) === '市辖区' ? undefined : regionName(key)) ?? key),
    educations: await groups('education', 12, (key) => key),
    months: months.map(({ month, n }) => {
      const k = askedIn(month)
      return { month, n, withSkill: k, share: k === null ? null : shareOf(k, n) }
    }),
    undated: { n: everyMonth.find(({ month }) => month === '')?.n ?? 0, withSkill: askedIn('') },
    sources: sources.map(({ file_name }) => file_name),
    from: months[0]?.month ?? null,
    to: months.at(-1)?.month ?? null,
  }
}

export function skillDemand(one: Sums & { skill: string; kind: string }, whole: Sums): WireSkillDemand {
  const paidWithout = whole.paid - one.paid
  return {
    skill: one.skill,
    kind: one.kind,
    n: one.n,
    share: shareOf(one.n, whole.n),
    required: one.required,
    payWith: payOf(one.paid, one.pay, one.squares),
    payWithout: payOf(paidWithout, new Exact(whole.pay).minus(one.pay), new Exact(whole.squares).minus(one.squares)),
  }
}

const names = new Map(
  smallClasses
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 7), row.slice(8)]),
)

/** The name of a small class; of one not listed, its first occupations: "茶艺师、咖啡师 等". */
export function classNameOf(smallClass: string): string {
  const known = names.get(smallClass)
  if (known !== undefined) return known
  const members = ['01', '02', '03', '00'].flatMap((last) => occupationOf(`${smallClass}-${last}`)?.name ?? [])
  return members.length > 1 ? `${members.slice(0, 2).join('、')} 等` : (members[0] ?? smallClass)
}

/** So many of the advertisements with a skill are looked at for what stands beside it. */
export const LOOKED_AT = 5000

/** What is asked together with a skill, of the latest advertisements that ask it. */
export async function besideOf(
  tx: Tx,
  filter: DemandFilter,
  skill: string | readonly string[],
): Promise<{ of: number; beside: WireCount[] }> {
  const ways = [skill].flat()
  const some = sql`
    SELECT advertisement_id FROM advertisement_skills
    WHERE college_id = ${tx.collegeId} AND skill = ANY(${ways}::text[]) ${filter.classes ? sql`AND small_class = ANY(${[...filter.classes]}::text[])` : sql``}
    ORDER BY advertisement_id DESC LIMIT ${LOOKED_AT}`
  const [count] = await tx.run<{ n: number }>(sql`SELECT count(*)::integer AS n FROM (${some}) AS s`)
  const rows = await tx.run<{ skill: string; n: number }>(sql`
    SELECT o.skill, count(*)::integer AS n FROM (${some}) AS s
    JOIN advertisement_skills o ON o.college_id = ${tx.collegeId} AND o.advertisement_id = s.advertisement_id
    WHERE o.skill <> ALL(${ways}::text[]) AND o.kind <> 'soft' GROUP BY o.skill ORDER BY n DESC, o.skill LIMIT 15`)
  return { of: count?.n ?? 0, beside: rows.map(({ skill: name, n }) => ({ key: name, name, n })) }
}

/** Letters shown before and after the words of an advertisement. */
const AROUND = 60

/** The advertisements behind a claim, the latest first, each with its words. */
export async function evidenceOf(
  tx: Tx,
  filter: DemandFilter,
  skill: string | readonly string[],
): Promise<WireEvidence[]> {
  const parts = [sql`s.college_id = ${tx.collegeId}`, sql`s.skill = ANY(${[skill].flat()}::text[])`]
  if (filter.classes) parts.push(sql`s.small_class = ANY(${[...filter.classes]}::text[])`)
  if (filter.city !== undefined) parts.push(sql`a.city_code = ${filter.city}`)
  if (filter.education !== undefined) parts.push(sql`a.education = ${filter.education}`)
  if (filter.from !== undefined) parts.push(sql`a.first_seen >= ${`${filter.from}-01`}::date`)
  if (filter.to !== undefined) parts.push(sql`a.first_seen < (${`${filter.to}-01`}::date + interval '1 month')`)
  const rows = await tx.run<{
    id: string
    title: string
    company: string
    body: string
    city_code: string
    seen: string | null
    postings: number
    required: boolean
    in_title: boolean
    starts: number
    ends: number
  }>(sql`
    SELECT a.id, a.title, a.company, a.body, a.city_code, a.last_seen::text AS seen, a.postings, s.required, s.in_title, s.starts, s.ends
    FROM advertisement_skills s JOIN advertisements a ON a.college_id = ${tx.collegeId} AND a.id = s.advertisement_id
    WHERE ${sql.join(parts, sql` AND `)} ORDER BY s.advertisement_id DESC LIMIT 20`)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    company: row.company,
    city: row.city_code === '' ? '' : (regionName(row.city_code) ?? ''),
    postedOn: row.seen,
    postings: row.postings,
    required: row.required,
    ...inContext(row),
  }))
}

/** The words meant, with what stands around them. */
export function inContext(place: {
  readonly title: string
  readonly body: string
  readonly in_title: boolean
  readonly starts: number
  readonly ends: number
}): Pick<WireEvidence, 'before' | 'words' | 'after'> {
  const text = place.in_title ? place.title : place.body
  return {
    before: text.slice(Math.max(0, place.starts - AROUND), place.starts),
    words: text.slice(place.starts, place.ends),
    after: text.slice(place.ends, place.ends + AROUND),
  }
}
