import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Catalogue } from '../../language/catalogue.ts'
import type { Indicator } from '../../language/indicator.ts'
import { asSystem } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { append, type Event } from '../history/append.ts'
import { unitTree } from '../units.ts'
import { compute, registersBehind } from './compute.ts'
import { kept, same } from './exact.ts'
import { listPeriods, type Period } from './periods.ts'

export const FIGURE = '@figure'
export const figureId = (period: string, code: string, unitId: string) => `${period}/${code}/${unitId}`

interface Known {
  readonly code: string
  readonly unit_id: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly row_count: number
  readonly status: string
  readonly definition_version: number
  readonly is_changed: boolean
  readonly changed_value: string | null
}

/** Indicators whose value depends on any of these registers. */
export const dependents = (catalogue: Catalogue, registers: ReadonlySet<string>): Indicator[] =>
  [...catalogue.indicators.values()].filter((i) => [...registersBehind(catalogue, i)].some((r) => registers.has(r)))

/** Computes figures anew for every edition: what one calls after registers changed. */
export async function refreshFigures(
  engine: Engine,
  tx: Tx,
  indicators: readonly Indicator[],
  reason: string,
): Promise<void> {
  if (indicators.length === 0) return
  for (const period of await listPeriods(tx)) await refreshPeriod(engine, tx, period, indicators, reason)
}

/**
 * Brings the figures of one edition up to date. A figure that somebody has reviewed or approved keeps its value;
 * what records now give stands beside it until a person accepts it. Locked editions are only compared.
 */
export async function refreshPeriod(
  engine: Engine,
  tx: Tx,
  period: Period,
  indicators: readonly Indicator[],
  reason: string,
): Promise<void> {
  const tree = await unitTree(engine.database, tx)
  const known = new Map(
    (
      await tx.run<Known>(sql`
        SELECT code, unit_id, value, numerator, denominator, row_count, status, definition_version, is_changed, changed_value
        FROM figures WHERE college_id = ${tx.collegeId} AND period = ${period.code}`)
    ).map((k) => [`${k.code}/${k.unit_id}`, k]),
  )
  const entered = (code: string, unitId: string) => known.get(`${code}/${unitId}`)?.value ?? null
  const computed = await compute(tx, engine.catalogue, tree, period, indicators, entered)
  const at = new Date().toISOString()
  const events: Event[] = []
  const fresh: {
    code: string
    unitId: string
    value: string | null
    numerator: string | null
    denominator: string | null
    rows: number
    version: number
  }[] = []
  const changed: { code: string; unitId: string; value: string | null; differs: boolean }[] = []
  const seen = new Set<string>()
  for (const c of computed) {
    const key = `${c.code}/${c.unitId}`
    seen.add(key)
    const before = known.get(key)
    const value = kept(c.value)
    const version = engine.catalogue.indicators.get(c.code)!.version
    if (!before || (before.status === 'computed' && !period.locked)) {
      const next = {
        code: c.code,
        unitId: c.unitId,
        value,
        numerator: kept(c.numerator),
        denominator: kept(c.denominator),
        rows: c.rows,
        version,
      }
      const equal =
        before !== undefined &&
        same(before.value, value) &&
        same(before.numerator, next.numerator) &&
        same(before.denominator, next.denominator) &&
        before.row_count === c.rows &&
        before.definition_version === version
      if (equal) continue
      fresh.push(next)
      if (before && !same(before.value, value))
        events.push({
          subject: FIGURE,
          subjectId: figureId(period.code, c.code, c.unitId),
          action: 'recomputed',
          before: { value: before.value },
          after: { value },
          reason,
        })
    } else {
      const differs = !same(before.value, value)
      if (differs === before.is_changed && (!differs || same(before.changed_value, value))) continue
      changed.push({ code: c.code, unitId: c.unitId, value, differs })
      events.push({
        subject: FIGURE,
        subjectId: figureId(period.code, c.code, c.unitId),
        action: differs ? 'records-changed' : 'records-agree-again',
        before: { value: before.value },
        after: { value },
        reason,
      })
    }
  }
  // A unit that no longer contributes: its untouched figures go, the others show nothing behind them.
  const codes = new Set(indicators.filter((i) => !('entered' in i)).map((i) => i.code))
  const gone = [...known.values()].filter(
    (k) => codes.has(k.code) && !seen.has(`${k.code}/${k.unit_id}`) && k.status === 'computed',
  )
  const list = <T, V>(items: readonly T[], pick: (item: T) => V) => items.map(pick)
  if (fresh.length > 0)
    await tx.run(sql`
      INSERT INTO figures (college_id, period, code, unit_id, value, numerator, denominator, row_count, status, definition_version, computed_at)
      SELECT ${tx.collegeId}::uuid, ${period.code}, f.code, f.unit_id, f.value, f.numerator, f.denominator, f.rows, 'computed', f.version, ${at}::timestamptz
      FROM unnest(${list(fresh, (f) => f.code)}::text[], ${list(fresh, (f) => f.unitId)}::uuid[], ${list(fresh, (f) => f.value)}::numeric[],
        ${list(fresh, (f) => f.numerator)}::numeric[], ${list(fresh, (f) => f.denominator)}::numeric[], ${list(fresh, (f) => f.rows)}::bigint[],
        ${list(fresh, (f) => f.version)}::int[]) AS f(code, unit_id, value, numerator, denominator, rows, version)
      ON CONFLICT (college_id, period, code, unit_id) DO UPDATE SET value = excluded.value, numerator = excluded.numerator,
        denominator = excluded.denominator, row_count = excluded.row_count, definition_version = excluded.definition_version,
        computed_at = excluded.computed_at, version = figures.version + 1`)
  if (changed.length > 0)
    await tx.run(sql`
      UPDATE figures SET is_changed = c.differs, changed_value = c.value, changed_at = ${at}, version = version + 1
      FROM unnest(${list(changed, (c) => c.code)}::text[], ${list(changed, (c) => c.unitId)}::uuid[], ${list(changed, (c) => c.value)}::numeric[],
        ${list(changed, (c) => c.differs)}::boolean[]) AS c(code, unit_id, value, differs)
      WHERE figures.college_id = ${tx.collegeId} AND figures.period = ${period.code} AND figures.code = c.code AND figures.unit_id = c.unit_id`)
  if (gone.length > 0)
    await tx.run(sql`
      DELETE FROM figures USING unnest(${list(gone, (g) => g.code)}::text[], ${list(gone, (g) => g.unit_id)}::uuid[]) AS g(code, unit_id)
      WHERE figures.college_id = ${tx.collegeId} AND figures.period = ${period.code} AND figures.code = g.code AND figures.unit_id = g.unit_id`)
  await append(tx, asSystem(tx.collegeId, 'figures'), at, events)
}

/**
 * Indicators that the catalogue has and the college's figures do not, or in an older version of their definition:
 * after a new file or a raised version, over records that were there before.
 */
export async function indicatorsBehindCatalogue(engine: Engine, tx: Tx): Promise<Indicator[]> {
  const periods = (await listPeriods(tx)).map((p) => p.code)
  if (periods.length === 0) return []
  const tree = await unitTree(engine.database, tx)
  const rows = await tx.run<{ period: string; code: string; definition_version: number }>(
    sql`SELECT period, code, definition_version FROM figures WHERE college_id = ${tx.collegeId} AND unit_id = ${tree.root.id}`,
  )
  const known = new Map(rows.map((r) => [`${r.period}/${r.code}`, r.definition_version]))
  return [...engine.catalogue.indicators.values()].filter(
    (i) => !('entered' in i) && periods.some((period) => (known.get(`${period}/${i.code}`) ?? 0) < i.version),
  )
}
