import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Indicator } from '../../language/indicator.ts'
import type { FigureDoing, FigureStatus, WireFigure } from '../../language/wire.ts'
import { type Actor, may } from '../access/actor.ts'
import { reachOf } from '../access/reach.ts'
import { type Engine, getRegister } from '../engine.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { checkUnit, unitTree } from '../units.ts'
import { Exact, printed } from './exact.ts'
import { ownReviews } from './own-reviews.ts'
import { getPeriod, listPeriods, type Period } from './periods.ts'
import { unrecorded } from './unrecorded.ts'

export interface FigureQuery {
  readonly period: string
  /** Absent: the whole college. */
  readonly unitId?: string
  readonly codes?: readonly string[]
}

interface Row {
  readonly code: string
  readonly period: string
  readonly unit_id: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly row_count: number
  readonly status: FigureStatus
  readonly version: number
  readonly definition_version: number
  readonly is_changed: boolean
  readonly changed_value: string | null
  readonly changed_at: string | null
  readonly note: string | null
  readonly marked: boolean
}

const SELECT = sql`SELECT code, period, unit_id, value, numerator, denominator, row_count, status, version, definition_version, is_changed, changed_value, changed_at, note, marked FROM figures`

/** @throws Refusal 404 */
export function getIndicator(engine: Engine, code: string): Indicator {
  const found = engine.catalogue.indicators.get(code)
  if (!found) throw new Refusal('not-found', { zh: `没有指标“${code}”`, en: `There is no indicator "${code}"` })
  return found
}

/** How a figure stands: what decides on the next steps. */
interface Standing {
  readonly status: FigureStatus
  readonly hasValue: boolean
  readonly changed: boolean
  readonly locked: boolean
  /** The actor reviewed it, and the college wants another person to approve it. */
  readonly isOwnReview: boolean
}

/** What the actor may do with a figure now. The steps of locked editions are closed to everybody. */
export function figureCan(
  engine: Engine,
  actor: Actor,
  indicator: Indicator,
  { status, hasValue, changed, locked, isOwnReview }: Standing,
): FigureDoing[] {
  if (locked) return []
  const allowed = (permission: Parameters<typeof may>[2]) => may(engine.catalogue, actor, permission, indicator.owner)
  const found: FigureDoing[] = []
  const early = status === 'computed' || status === 'entered'
  if ('entered' in indicator && early && allowed('figures.enter')) found.push('enter')
  if (early && hasValue && allowed('figures.review')) found.push('review')
  if (status === 'reviewed' && !isOwnReview && allowed('figures.approve')) found.push('approve')
  if (!early && (status === 'reviewed' ? allowed('figures.review') : allowed('figures.approve'))) found.push('return')
  if (changed && allowed('figures.review')) found.push('accept')
  return found
}

/** May the actor mark a figure for a second look? Marks are no part of the value: locking does not close them. */
export const mayMark = (engine: Engine, actor: Actor, indicator: Indicator): boolean =>
  may(engine.catalogue, actor, 'figures.review', indicator.owner) ||
  may(engine.catalogue, actor, 'figures.enter', indicator.owner)

/** May the actor close an edition, or open it again? By the access of the register that keeps the editions. */
export function periodCan(engine: Engine, actor: Actor, { locked }: Pick<Period, 'locked'>): ('lock' | 'unlock')[] {
  return reachOf(getRegister(engine, 'periods'), actor, 'write').all ? [locked ? 'unlock' : 'lock'] : []
}

/** Figures as the actor may see them: without the right to see unapproved ones, those have no value. */
export async function listFigures(engine: Engine, tx: Tx, actor: Actor, query: FigureQuery): Promise<WireFigure[]> {
  const period = await getPeriod(tx, query.period)
  const tree = await unitTree(engine.database, tx)
  const unitId = query.unitId ?? tree.root.id
  const indicators = query.codes
    ? query.codes.map((c) => getIndicator(engine, c))
    : [...engine.catalogue.indicators.values()]
  const codes = indicators.map((i) => i.code)
  const previous = period.previousId ? (await listPeriods(tx)).find((p) => p.id === period.previousId) : undefined
  const periods = previous ? [period.code, previous.code] : [period.code]
  const rows = await tx.run<Row>(
    sql`${SELECT} WHERE college_id = ${tx.collegeId} AND period = ANY(${periods}::text[]) AND unit_id = ${unitId} AND code = ANY(${codes}::text[])`,
  )
  const found = new Map(rows.map((r) => [`${r.period}/${r.code}`, r]))
  const rowOf = (indicator: Indicator) => found.get(`${period.code}/${indicator.code}`)
  const surrounding = await surroundingsOf(
    engine,
    tx,
    actor,
    period,
    rows.filter((r) => r.period === period.code),
  )
  return indicators.map((indicator) =>
    wireFigure(
      engine,
      actor,
      indicator,
      period,
      { ...surrounding, unitId, unitName: tree.units.get(unitId)?.name ?? '' },
      rowOf(indicator),
      previous && { period: previous, row: found.get(`${previous.code}/${indicator.code}`) },
    ),
  )
}

/** What is asked once for many figures. */
interface Surroundings {
  /** Figures that the actor reviewed and therefore may not approve, as `<code>/<unit>`. */
  readonly ownReviews: ReadonlySet<string>
  /** Codes of figures whose 0 stands for no records at all. */
  readonly empty: ReadonlySet<string>
}

async function surroundingsOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  period: Period,
  rows: readonly Row[],
): Promise<Surroundings> {
  const zeros = rows.filter((r) => r.row_count === 0 && r.value !== null && new Exact(r.value).isZero())
  const reviewed = rows.filter((r) => r.status === 'reviewed')
  return {
    ownReviews: await ownReviews(tx, actor, reviewed),
    empty: await unrecorded(engine, tx, period, new Set(zeros.map((r) => r.code))),
  }
}

/** One indicator across all units that have a figure, the college first. */
export async function figuresByUnit(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  periodCode: string,
): Promise<WireFigure[]> {
  const indicator = getIndicator(engine, code)
  const period = await getPeriod(tx, periodCode)
  const tree = await unitTree(engine.database, tx)
  const rows = await tx.run<Row>(
    sql`${SELECT} WHERE college_id = ${tx.collegeId} AND period = ${period.code} AND code = ${code}`,
  )
  const place = (id: string) => (id === tree.root.id ? -1 : (tree.units.get(id)?.order ?? 0))
  const surrounding = await surroundingsOf(engine, tx, actor, period, rows)
  return rows
    .sort((a, b) => place(a.unit_id) - place(b.unit_id))
    .map((r) => {
      const unitName = tree.units.get(r.unit_id)?.name ?? ''
      return wireFigure(engine, actor, indicator, period, { ...surrounding, unitId: r.unit_id, unitName }, r, undefined)
    })
}

/** One indicator over the editions, oldest first. */
export async function trendOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  unitId: string,
): Promise<{ period: string; value: string | null; text: string }[]> {
  const indicator = getIndicator(engine, code)
  const rows = await tx.run<Row>(
    sql`${SELECT} WHERE college_id = ${tx.collegeId} AND code = ${code} AND unit_id = ${unitId} ORDER BY period`,
  )
  return rows.map((r) => {
    const shown = maySee(engine, actor, r.status) ? r.value : null
    return { period: r.period, value: shown, text: printed(shown, indicator.decimals) }
  })
}

const maySee = (engine: Engine, actor: Actor, status: FigureStatus) =>
  status === 'approved' || status === 'published' || may(engine.catalogue, actor, 'figures.read-unapproved')

function wireFigure(
  engine: Engine,
  actor: Actor,
  indicator: Indicator,
  period: Period,
  { unitId, unitName, ...around }: Surroundings & { readonly unitId: string; readonly unitName: string },
  row: Row | undefined,
  previous: { period: Period; row: Row | undefined } | undefined,
): WireFigure {
  const status: FigureStatus = row?.status ?? ('entered' in indicator ? 'entered' : 'computed')
  const seen = row !== undefined && maySee(engine, actor, status)
  const value = seen ? row.value : null
  const before = previous?.row && maySee(engine, actor, previous.row.status) ? previous.row.value : null
  const changed = seen && row.is_changed
  return {
    code: indicator.code,
    label: indicator.label,
    unit: indicator.unit,
    decimals: indicator.decimals,
    period: period.code,
    unitId,
    unitName,
    value,
    numerator: seen ? row.numerator : null,
    denominator: seen ? row.denominator : null,
    text: printed(value, indicator.decimals),
    status,
    version: row?.version ?? 0,
    definitionVersion: row?.definition_version ?? indicator.version,
    rows: seen ? row.row_count : 0,
    changed: changed
      ? { value: row.changed_value, text: printed(row.changed_value, indicator.decimals), at: row.changed_at ?? '' }
      : null,
    previous: previous
      ? { period: previous.period.code, value: before, text: printed(before, indicator.decimals) }
      : null,
    entered: 'entered' in indicator,
    note: row?.note ?? null,
    marked: row?.marked ?? false,
    owner: indicator.owner,
    locked: period.locked,
    empty: seen && around.empty.has(indicator.code) && row.row_count === 0,
    can: [
      ...figureCan(engine, actor, indicator, {
        status,
        hasValue: value !== null,
        changed,
        locked: period.locked,
        isOwnReview: around.ownReviews.has(`${indicator.code}/${unitId}`),
      }),
      ...(row && mayMark(engine, actor, indicator) ? (['mark'] as const) : []),
      ...periodCan(engine, actor, period),
    ],
  }
}

/**
 * Makes sure that the actor may see a figure at all before anything that tells of it is shown: its rows, what is
 * said about it, what proves it.
 * @throws Refusal 403 while it is not approved and the actor may not see drafts, 404 no such unit
 */
export async function seeFigure(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  period: string,
  unitId: string,
): Promise<void> {
  getIndicator(engine, code)
  const [row] = await tx.run<{ status: FigureStatus }>(
    sql`SELECT status FROM figures WHERE college_id = ${tx.collegeId} AND period = ${period} AND code = ${code} AND unit_id = ${unitId}`,
  )
  if (!row) await checkUnit(engine.database, tx, unitId)
  if (!maySee(engine, actor, row?.status ?? 'computed'))
    throw notAllowed({ zh: '查看未批准的指标', en: 'see a figure before it is approved' })
}

/** A figure's row, held until the transaction ends, so that two people do not act on one figure at once. */
export async function holdFigure(tx: Tx, period: string, code: string, unitId: string): Promise<Row | undefined> {
  const also: RawBuilder<unknown> = sql`FOR UPDATE`
  const [row] = await tx.run<Row>(
    sql`${SELECT} WHERE college_id = ${tx.collegeId} AND period = ${period} AND code = ${code} AND unit_id = ${unitId} ${also}`,
  )
  return row
}
