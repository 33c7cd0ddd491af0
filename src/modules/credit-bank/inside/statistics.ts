import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { regionName } from '../../../fields/region/regions.ts'
import type { WireStatistics } from '../wire.ts'
import { creditWords } from './credit-words.ts'
import { tableOf } from './fact-sql.ts'

/** Whoever looks again within this time sees the same numbers: anybody may, and counting reads every row. */
const KEPT_MS = 60_000
const kept = new WeakMap<Engine, Map<string, { readonly at: number; readonly counted: Promise<WireStatistics> }>>()

/** The bank in numbers, of which none names a person. */
export function statistics(engine: Engine, college: string): Promise<WireStatistics> {
  const known = kept.get(engine) ?? new Map()
  kept.set(engine, known)
  const before = known.get(college)
  if (before && Date.now() - before.at < KEPT_MS) return before.counted
  const counted = engine.database.inCollege(college, (tx) => countAll(engine, tx))
  counted.catch(() => known.delete(college))
  known.set(college, { at: Date.now(), counted })
  return counted
}

async function countAll(engine: Engine, tx: Tx): Promise<WireStatistics> {
  const of = (register: string) => tableOf(engine, register)
  const here = sql`college_id = ${tx.collegeId} AND deleted_at IS NULL`
  const words = creditWords(engine)
  const [totals] = await tx.run<WireStatistics['totals'] & Record<string, unknown>>(sql`
    SELECT (SELECT count(*)::integer FROM ${of('credit-learners')} WHERE ${here}) AS learners,
      (SELECT count(*)::integer FROM ${of('learning-outcomes')} WHERE ${here} AND state = 'accredited') AS outcomes,
      (SELECT count(*)::integer FROM ${of('credit-conversions')} WHERE ${here} AND state = 'approved') AS conversions,
      (SELECT coalesce(sum(credits), 0)::text FROM ${of('credit-conversions')} WHERE ${here} AND state = 'approved') AS credits,
      (SELECT count(*)::integer FROM ${of('credit-institutions')} WHERE ${here} AND left_on IS NULL AND kind IN ('secondary-vocational', 'vocational-college', 'university', 'open-university')) AS schools,
      (SELECT count(*)::integer FROM ${of('credit-institutions')} WHERE ${here} AND left_on IS NULL AND kind = 'firm') AS firms,
      (SELECT count(DISTINCT name)::integer FROM ${of('learning-outcomes')} WHERE ${here} AND kind = 'vocational-certificate') AS certificates`)
  const kinds = await tx.run<{ kind: string; outcomes: number; credits: string }>(sql`
    SELECT kind, count(*)::integer AS outcomes, sum(credits)::text AS credits FROM ${of('learning-outcomes')}
    WHERE ${here} AND state = 'accredited' GROUP BY kind ORDER BY count(*) DESC, kind`)
  const years = await tx.run<{ year: string; outcomes: number; conversions: number }>(sql`
    SELECT year, sum(outcomes)::integer AS outcomes, sum(conversions)::integer AS conversions FROM (
      SELECT to_char(issued_on, 'YYYY') AS year, count(*) AS outcomes, 0 AS conversions FROM ${of('learning-outcomes')} WHERE ${here} AND state = 'accredited' GROUP BY 1
      UNION ALL SELECT to_char(applied_on, 'YYYY'), 0, count(*) FROM ${of('credit-conversions')} WHERE ${here} AND state = 'approved' GROUP BY 1) AS counted
    GROUP BY year ORDER BY year DESC LIMIT 10`)
  const regions = await tx.run<{
    region: string | null
    institutions: number
    outcomes: number
    conversions: number
  }>(sql`
    SELECT n.region, count(*)::integer AS institutions, coalesce(sum(o.n), 0)::integer AS outcomes, coalesce(sum(c.n), 0)::integer AS conversions
    FROM ${of('credit-institutions')} AS n
      LEFT JOIN (SELECT issuer, count(*) AS n FROM ${of('learning-outcomes')} WHERE ${here} AND state = 'accredited' GROUP BY issuer) AS o ON o.issuer = n.id
      LEFT JOIN (SELECT institution, count(*) AS n FROM ${of('credit-conversions')} WHERE ${here} AND state = 'approved' GROUP BY institution) AS c ON c.institution = n.id
    WHERE n.college_id = ${tx.collegeId} AND n.deleted_at IS NULL AND n.left_on IS NULL GROUP BY n.region ORDER BY outcomes DESC, n.region`)
  const institutions = await tx.run<{ name: string; kind: string; outcomes: number; conversions: number }>(sql`
    SELECT n.name, n.kind, coalesce(o.n, 0)::integer AS outcomes, coalesce(c.n, 0)::integer AS conversions FROM ${of('credit-institutions')} AS n
      LEFT JOIN (SELECT issuer, count(*) AS n FROM ${of('learning-outcomes')} WHERE ${here} AND state = 'accredited' GROUP BY issuer) AS o ON o.issuer = n.id
      LEFT JOIN (SELECT institution, count(*) AS n FROM ${of('credit-conversions')} WHERE ${here} AND state = 'approved' GROUP BY institution) AS c ON c.institution = n.id
    WHERE n.college_id = ${tx.collegeId} AND n.deleted_at IS NULL ORDER BY coalesce(o.n, 0) + coalesce(c.n, 0) DESC, n.code LIMIT 12`)
  return {
    totals: totals!,
    kinds: kinds.map(({ kind, ...rest }) => ({ kind: words.kind(kind), ...rest })),
    years: years.toReversed(),
    regions: regions.map(({ region, ...rest }) => ({
      region: region ?? '',
      name: region === null ? '—' : (regionName(region) ?? region),
      ...rest,
    })),
    institutions: institutions.map(({ kind, ...rest }) => ({ kind: words.institution(kind), ...rest })),
  }
}
