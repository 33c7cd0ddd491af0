import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import {
  besideOf,
  counted,
  type DemandFilter,
  demandOf,
  evidenceOf,
  LOOKED_AT,
  type Sums,
  SUMS,
} from '../inside/demand.ts'
import { type FitCell, fitCells, fitOf } from '../inside/fit.ts'
import { matchPlan, readPlan } from '../inside/match-plan.ts'
import { dictionaryOf } from '../inside/own-dictionary.ts'
import type { Plan, PlanItem } from '../inside/plan-items.ts'
import { payOf } from '../inside/share.ts'
import { waitForImports } from '../inside/terms.ts'
import type { MakingStep } from '../wire-report.ts'
import type { WireCount, WireDemand, WireEvidence, WireFit, WireMatch, WirePay } from '../wire.ts'

/** How many rows tables of a report have: enough for its reader, not all there is. */
const WIDE = 12
const PLACES = 6
const TRENDS = 20
const PARTNERS = 8
const PARTNERS_EACH = 4
const SAMPLED = 10
const SAMPLES_EACH = 2
/** A month with fewer advertisements says nothing of a share. */
const ENOUGH_IN_MONTH = 30

/** A group of advertisements with its pay. */
export interface PaidGroup extends WireCount {
  readonly pay: WirePay | null
}
/** How often skills are asked in groups of advertisements: by group, then skill. */
export type Crossed = ReadonlyMap<string, ReadonlyMap<string, number>>
export interface ImportedFile {
  readonly id: string
  readonly name: string
  readonly on: string
  /** Advertisements that stand in it, and those of them for this major. */
  readonly n: number
  readonly meant: number
  readonly problems: Readonly<Record<string, number>>
}
/** Two spans of months, each with its advertisements and how many ask for a skill. */
export interface Halves {
  readonly earlier: { readonly from: string; readonly to: string; readonly n: number }
  readonly later: { readonly from: string; readonly to: string; readonly n: number }
  readonly skills: readonly { readonly skill: string; readonly before: number; readonly after: number }[]
}

/** Everything a report of a major says, before it is said. */
export interface Facts {
  readonly plan: Plan
  /** The advertisements meant: occupations of the major and, where asked, one city. */
  readonly base: DemandFilter
  readonly cityName: string | undefined
  readonly upTo: string
  readonly demand: WireDemand
  readonly match: WireMatch
  readonly items: ReadonlyMap<string, readonly PlanItem[]>
  readonly files: readonly ImportedFile[]
  readonly classes: readonly PaidGroup[]
  readonly cities: readonly PaidGroup[]
  readonly educations: readonly PaidGroup[]
  readonly years: readonly { readonly years: number | null; readonly n: number }[]
  readonly byEducation: Crossed
  readonly byCity: Crossed
  readonly byMonth: Crossed
  readonly halves: Halves | null
  readonly together: readonly { readonly skill: string; readonly of: number; readonly beside: readonly WireCount[] }[]
  readonly fit: WireFit
  readonly cells: readonly FitCell[]
  readonly samples: readonly { readonly skill: string; readonly ads: readonly WireEvidence[] }[]
}

/**
 * Gathers what a report says, in one transaction in which no import keeps more: what is counted now is what opens later.
 * @param at told of each step as it begins
 */
export async function gatherFacts(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: Plan,
  base: DemandFilter,
  at: (step: MakingStep) => void,
): Promise<Facts> {
  await waitForImports(tx)
  at('demand')
  const [latest] = await tx.run<{ id: string }>(
    sql`SELECT id FROM advertisements WHERE college_id = ${tx.collegeId} ORDER BY id DESC LIMIT 1`,
  )
  const upTo = latest?.id ?? '00000000-0000-7000-8000-000000000000'
  const demand = await demandOf(tx, base)
  at('plan')
  const match = await matchPlan(tx, base, plan)
  const items = readPlan(plan.items, (await dictionaryOf(tx)).dictionary)
  at('crossed')
  const paid = async (column: 'small_class' | 'city_code' | 'education', counts: readonly WireCount[]) => {
    const rows = await tx.run<Sums & { key: string }>(sql`
      SELECT ${sql.ref(column)} AS key, ${SUMS} FROM demand_counts
      WHERE ${counted(tx, base, column !== 'small_class')} AND skill = '' GROUP BY 1`)
    return rows
      .map(({ key, n, paid: with_, pay, squares }) => ({
        key,
        name: counts.find((one) => one.key === key)?.name ?? key,
        n,
        pay: payOf(with_, pay, squares),
      }))
      .toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  }
  const names = (await demandOf(tx, { ...base, city: undefined })).cities
  const cities = await paid('city_code', names)
  const hard = demand.skills.filter(({ kind }) => kind !== 'soft')
  const wide = hard.slice(0, WIDE).map(({ skill }) => skill)
  const trended = hard.slice(0, TRENDS).map(({ skill }) => skill)
  const byMonth = await crossed(tx, base, 'month', trended)
  at('together')
  const together: Facts['together'][number][] = []
  for (const { skill } of hard.slice(0, PARTNERS)) {
    const { of, beside } = await besideOf(tx, base, skill)
    together.push({ skill, of, beside: beside.slice(0, PARTNERS_EACH) })
  }
  at('fit')
  const fit = await fitOf(engine, tx, actor, base.city)
  const cells = await fitCells(tx, base.city)
  at('samples')
  const missing = match.skills.filter(({ state }) => state === 'missing').map(({ skill }) => skill)
  const sampled = [...new Set([...hard.slice(0, SAMPLED).map(({ skill }) => skill), ...missing.slice(0, SAMPLED)])]
  const samples: Facts['samples'][number][] = []
  for (const skill of sampled) samples.push({ skill, ads: (await evidenceOf(tx, base, skill)).slice(0, SAMPLES_EACH) })
  return {
    plan,
    base,
    cityName: base.city === undefined ? undefined : cities.find(({ key }) => key === base.city)?.name,
    upTo,
    demand,
    match,
    items,
    files: await filesOf(tx, base),
    classes: await paid('small_class', demand.occupations),
    cities,
    educations: await paid('education', demand.educations),
    years: await yearsOf(tx, base),
    byEducation: await crossed(tx, base, 'education', wide),
    byCity: await crossed(tx, base, 'city_code', wide, cities.filter(({ key }) => key !== '').slice(0, PLACES)),
    byMonth,
    halves: halvesOf(demand, byMonth, trended),
    together,
    fit,
    cells,
    samples,
  }
}

/** What the report calls the latest advertisements that it looked at for what stands together. */
export const TOGETHER_OF = LOOKED_AT

async function crossed(
  tx: Tx,
  base: DemandFilter,
  column: 'education' | 'city_code' | 'month',
  skills: readonly string[],
  only?: readonly { readonly key: string }[],
): Promise<Crossed> {
  const rows = await tx.run<{ key: string; skill: string; n: number }>(sql`
    SELECT ${sql.ref(column)} AS key, skill, sum(advertisements)::integer AS n FROM demand_counts
    WHERE ${counted(tx, base, column !== 'month')} AND skill = ANY(${[...skills]}::text[])
      ${only === undefined ? sql`` : sql`AND ${sql.ref(column)} = ANY(${only.map(({ key }) => key)}::text[])`}
    GROUP BY 1, 2`)
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, of]) => [key, new Map(of.map(({ skill, n }) => [skill, n]))]),
  )
}

async function yearsOf(tx: Tx, base: DemandFilter): Promise<Facts['years']> {
  return tx.run<{ years: number | null; n: number }>(sql`
    SELECT years_min AS years, count(*)::integer AS n FROM advertisements
    WHERE college_id = ${tx.collegeId} AND small_class = ANY(${[...(base.classes ?? [])]}::text[])
      ${base.city === undefined ? sql`` : sql`AND city_code = ${base.city}`}
    GROUP BY 1 ORDER BY 1 NULLS FIRST`)
}

async function filesOf(tx: Tx, base: DemandFilter): Promise<ImportedFile[]> {
  const rows = await tx.run<Omit<ImportedFile, 'on'> & { readonly on: Date }>(sql`
    SELECT i.id, i.file_name AS name, i.started_at AS "on", i.problems, p.n, p.meant
    FROM advertisement_imports i CROSS JOIN LATERAL (
      SELECT count(*)::integer AS n, (count(*) FILTER (WHERE a.small_class = ANY(${[...(base.classes ?? [])]}::text[])
        ${base.city === undefined ? sql`` : sql`AND a.city_code = ${base.city}`}))::integer AS meant
      FROM (SELECT DISTINCT advertisement_id FROM advertisement_postings WHERE college_id = ${tx.collegeId} AND import_id = i.id) AS d
      JOIN advertisements a ON a.college_id = ${tx.collegeId} AND a.id = d.advertisement_id) AS p
    WHERE i.college_id = ${tx.collegeId} AND p.meant > 0 ORDER BY p.meant DESC, i.id LIMIT 12`)
  return rows.map(({ on, ...row }) => ({ ...row, on: new Date(on).toISOString().slice(0, 10) }))
}

/** The earlier and the later half of the months that hold enough; null where there are not two such months. */
function halvesOf({ months }: WireDemand, byMonth: Crossed, skills: readonly string[]): Halves | null {
  const full = months.filter(({ n }) => n >= ENOUGH_IN_MONTH)
  if (full.length < 2) return null
  const middle = Math.floor(full.length / 2)
  // Between the first and the last full month the thin ones count too: a span has no holes.
  const split = full[middle]!.month
  const meant = months.filter(({ month }) => month >= full[0]!.month && month <= full.at(-1)!.month)
  const span = (of: typeof meant) => ({
    from: of[0]!.month,
    to: of.at(-1)!.month,
    n: of.reduce((sum, { n }) => sum + n, 0),
  })
  const [before, after] = [meant.filter(({ month }) => month < split), meant.filter(({ month }) => month >= split)]
  const asked = (of: typeof meant, skill: string) =>
    of.reduce((sum, { month }) => sum + (byMonth.get(month)?.get(skill) ?? 0), 0)
  return {
    earlier: span(before),
    later: span(after),
    skills: skills.map((skill) => ({ skill, before: asked(before, skill), after: asked(after, skill) })),
  }
}
