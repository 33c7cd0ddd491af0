import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { append } from '../../../engine/history/append.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords } from '../../../engine/records/list.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { cityIndustries } from '../dictionaries/city-industries.ts'
import { majorOccupations } from '../dictionaries/major-occupations.ts'
import type { WireClass, WireFit, WireIndustry, WirePart } from '../wire.ts'
import { classNameOf } from './demand.ts'
import { checkMayBring } from './imports.ts'
import { classesOf } from './plan-items.ts'

/** Occupations without a major, and majors of the catalogue for each, that a page shows. */
const UNSERVED = 12
const PROPOSED = 6
/** The most majors a college runs is far below; a list of them is one page. */
const MAJORS = 500

/** The shipped list: a start, until a college lists the industries of its own city. */
const shipped: readonly WireIndustry[] = cityIndustries
  .trim()
  .split('\n')
  .map((row) => row.split(': '))
  .map(([name, of]) => {
    const [classes, codes] = of!.split(' | ')
    return { name: name!, classes: classes!.split(' '), codes: codes?.split(' ') ?? [] }
  })

/** Majors of the official catalogue by the small classes they lead to. */
const majorsByClass = new Map<string, { code: string; name: string }[]>()
for (const row of majorOccupations.trim().split('\n')) {
  const [code, name] = row.split(' ')
  for (const one of classesOf(code!))
    majorsByClass.set(one, [...(majorsByClass.get(one) ?? []), { code: code!, name: name! }])
}

async function industriesOf(tx: Tx): Promise<{ industries: readonly WireIndustry[]; isShipped: boolean }> {
  const own = await tx.run<WireIndustry>(sql`
    SELECT name, classes, codes FROM city_industries WHERE college_id = ${tx.collegeId} ORDER BY place`)
  return own.length === 0 ? { industries: shipped, isShipped: true } : { industries: own, isShipped: false }
}

/** Puts the industries of the city in place of those listed before; none brings the shipped list back. @throws Refusal 403, 422 */
export async function setIndustries(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  industries: readonly WireIndustry[],
): Promise<void> {
  checkMayBring(engine, actor)
  const twice = industries.find(({ name }, at) => industries.findIndex((other) => other.name === name) !== at)
  if (twice)
    throw new Refusal('invalid', {
      zh: `产业“${twice.name}”列了两次`,
      en: `The industry "${twice.name}" is listed twice`,
    })
  const { industries: before } = await industriesOf(tx)
  await tx.run(sql`DELETE FROM city_industries WHERE college_id = ${tx.collegeId}`)
  for (const [place, { name, classes, codes }] of industries.entries())
    await tx.run(sql`
      INSERT INTO city_industries (college_id, id, name, classes, codes, place)
      VALUES (${tx.collegeId}, ${v7()}, ${name}, ${[...new Set(classes)]}::text[], ${[...new Set(codes)]}::text[], ${place})`)
  await append(tx, actor, new Date().toISOString(), [
    {
      subject: 'city-industries',
      subjectId: tx.collegeId,
      action: 'set',
      before: { industries: before },
      after: { industries },
    },
  ])
}

/** Small classes that industries may be made of: those majors of the catalogue lead to and those of the shipped list. */
export const listClasses = (): WireClass[] =>
  [...new Set([...majorsByClass.keys(), ...shipped.flatMap(({ classes }) => classes)])]
    .toSorted()
    .map((key) => ({ key, name: classNameOf(key) }))

/** Advertisements of one small class and one industry of GB/T 4754 ('' where their file names none). */
export interface FitCell {
  readonly key: string
  readonly industry: string
  readonly n: number
}

/** Advertisements whose occupation is known, by small class and by the industry that their file names. */
export async function fitCells(tx: Tx, city: string | undefined): Promise<FitCell[]> {
  const counts = await tx.run<{ key: string; n: number }>(sql`
    SELECT small_class AS key, sum(advertisements)::integer AS n FROM demand_counts
    WHERE college_id = ${tx.collegeId} AND skill = '' AND small_class <> '' AND ${city === undefined ? sql`city_code = '*'` : sql`city_code = ${city}`}
    GROUP BY small_class`)
  const named = await tx.run<FitCell>(sql`
    SELECT small_class AS key, industry, count(*)::integer AS n FROM advertisements
    WHERE college_id = ${tx.collegeId} AND industry <> '' AND small_class <> '' ${city === undefined ? sql`` : sql`AND city_code = ${city}`}
    GROUP BY industry, small_class`)
  const ofClass = Map.groupBy(named, ({ key }) => key)
  const unnamed = counts.map(({ key, n }) => ({
    key,
    industry: '',
    n: n - (ofClass.get(key) ?? []).reduce((sum, one) => sum + one.n, 0),
  }))
  return [...named, ...unnamed.filter(({ n }) => n > 0)]
}

/** An advertisement is one of an industry by the industry its file names; where none is named, by its occupation. */
export const isOfIndustry = (
  { classes, codes }: Pick<WireIndustry, 'classes' | 'codes'>,
  { key, industry }: Pick<FitCell, 'key' | 'industry'>,
): boolean =>
  industry !== '' && codes.length > 0 ? codes.some((code) => industry.startsWith(code)) : classes.includes(key)

const sumOf = (cells: readonly FitCell[]) => cells.reduce((sum, { n }) => sum + n, 0)

const partOf = (part: number, whole: number): WirePart => ({
  part,
  whole,
  percent: whole === 0 ? '0.0' : new Exact(part).mul(100).div(whole).toFixed(1),
})

/**
 * How a college's majors fit the industries of its city. *By majors*: majors that run, whose occupations the official
 * catalogue names, and of which at least one occupation (small class) is at work in an industry listed ÷ all majors that
 * run and whose occupations are named. *By demand*: advertisements for small classes of the industries that some major
 * leads to ÷ all advertisements of the industries (see `isOfIndustry`). Both count what is in the college's own lists.
 * @param city GB/T 2260 code: counts its advertisements only
 */
export async function fitOf(engine: Engine, tx: Tx, actor: Actor, city: string | undefined): Promise<WireFit> {
  const { industries, isShipped } = await industriesOf(tx)
  const cells = await fitCells(tx, city)
  const asked = new Map([...Map.groupBy(cells, ({ key }) => key)].map(([key, of]) => [key, sumOf(of)]))
  const sum = (classes: Iterable<string>) => [...new Set(classes)].reduce((all, key) => all + (asked.get(key) ?? 0), 0)
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'majors',
    where: [['stoppedOn', 'empty', true]],
    limit: MAJORS,
  })
  const running = rows.map(({ id, values }) => {
    const code = String(values['code'] ?? '')
    return { id, code, name: String(values['name'] ?? ''), classes: classesOf(code) }
  })
  const known = running.filter(({ classes }) => classes.length > 0)
  const serves = (classes: readonly string[]) =>
    industries.filter((industry) => industry.classes.some((one) => classes.includes(one))).map(({ name }) => name)
  const majors = known.map(({ id, code, name, classes }) => ({
    id,
    code,
    name,
    occupations: classes.map((key) => ({ key, name: classNameOf(key), n: asked.get(key) ?? 0 })),
    industries: serves(classes),
    n: sum(classes),
    alike: known
      .filter((other) => other.id !== id && other.classes.toSorted().join() === classes.toSorted().join())
      .map((other) => other.name),
  }))
  const led = new Set(known.flatMap(({ classes }) => classes))
  const wanted = cells.filter((cell) => industries.some((industry) => isOfIndustry(industry, cell)))
  const unserved = [
    ...Map.groupBy(
      wanted.filter(({ key }) => !led.has(key)),
      ({ key }) => key,
    ),
  ]
    .map(([key, of]) => ({ key, n: sumOf(of), most: of.reduce((a, b) => (b.n > a.n ? b : a)) }))
    .toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .slice(0, UNSERVED)
  return {
    industries: industries.map(({ name, classes, codes }) => ({
      name,
      classes,
      codes,
      n: sumOf(cells.filter((cell) => isOfIndustry({ classes, codes }, cell))),
      majors: majors.filter((major) => major.industries.includes(name)).map((major) => major.name),
    })),
    isShipped,
    majors: majors.toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)),
    byMajors: partOf(majors.filter((major) => major.industries.length > 0).length, majors.length),
    byDemand: partOf(sumOf(wanted.filter(({ key }) => led.has(key))), sumOf(wanted)),
    unserved: unserved.map(({ key, n, most }) => ({
      key,
      name: classNameOf(key),
      n,
      industry: industries.find((industry) => isOfIndustry(industry, most))!.name,
      majors: (majorsByClass.get(key) ?? []).slice(0, PROPOSED),
    })),
    unknown: running.flatMap(({ name, classes }) => (classes.length === 0 ? [name] : [])),
    n: sumOf(cells),
    named: sumOf(cells.filter(({ industry }) => industry !== '')),
  }
}
