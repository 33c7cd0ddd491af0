import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { present } from '../../../engine/records/present.ts'
import type { WireScore, WireScoreSheet } from '../wire.ts'
import { mayFill } from './entries.ts'
import { formerRounds } from './former-rounds.ts'
import { digestOf } from './kept-scheme.ts'
import { scoreInWords } from './present-score.ts'
import { ENTRIES, openSheet, type Sheet, SHEETS } from './sheets.ts'
import { stepsOf } from './steps.ts'

/** A sheet as its screen shows it: every point with rule, value and evidence. @throws Refusal 404 */
export async function showSheet(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireScoreSheet> {
  const sheet = await openSheet(engine, tx, actor, id)
  const { record, scheme, values, entries } = sheet
  const register = await collegeRegister(engine, tx, SHEETS)
  const [shown] = await present(engine, tx, actor, register, [record])
  const { titles } = shown!
  const text = (field: string) => (typeof record.values[field] === 'string' ? (record.values[field] as string) : null)
  const round = register.fields['round']!
  const counts = await evidenceOf(
    tx,
    [...entries.values()].map((entry) => entry.id),
  )
  const plan = text('plan')
  return {
    id: record.id,
    name: text('name') ?? '',
    state: record.state,
    version: record.version,
    round: text('round') ?? '',
    roundLabel: (round.kind === 'choice' ? round.codes.values[text('round') ?? ''] : undefined) ?? round.label,
    unit: { id: text('unit') ?? '', name: titles['unit'] ?? '' },
    plan: plan === null ? null : { id: plan, name: titles['plan'] ?? '' },
    period: text('period'),
    scorer: titles['scorer'] ?? null,
    score:
      record.values['round'] === 'experts' ? judgedOnly(scoreInWords(scheme, values)) : scoreInWords(scheme, values),
    entries: Object.fromEntries(
      [...entries].map(([key, entry]) => [
        key,
        {
          id: entry.id,
          version: entry.version,
          source: entry.values['source'] as 'given' | 'indicator' | 'plan',
          reason: (entry.values['reason'] as string | null) ?? null,
          evidence: counts.get(entry.id) ?? 0,
        },
      ]),
    ),
    schemeChanged: changeOf(engine, sheet),
    isFrozen: typeof record.values['frozen'] === 'string',
    former: await formerRounds(engine, tx, actor, sheet),
    can: { fill: await mayFill(engine, tx, actor, sheet), steps: await stepsOf(engine, tx, actor, sheet) },
  }
}

/** An expert is shown what experts judge, and nothing that is still empty elsewhere. */
function judgedOnly(whole: WireScore): WireScore {
  const items = whole.items.filter(({ rule }) => rule.by === 'experts')
  const groups = whole.groups.filter(({ level, key }) =>
    items.some((item) => item.level === level && item.path.includes(key)),
  )
  return { ...whole, items, groups, missing: items.filter(({ isMissing }) => isMissing).length }
}

function changeOf(engine: Engine, { scheme, digest }: Sheet): WireScoreSheet['schemeChanged'] {
  const latest = [...engine.catalogue.schemes.values()]
    .filter(({ name }) => name === scheme.name)
    .toSorted((a, b) => b.version - a.version)[0]
  if (!latest) return { latest: null }
  return digestOf(latest) === digest ? null : { latest: latest.version }
}

async function evidenceOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run<{ id: string; n: number }>(sql`
    SELECT subject_id AS id, count(*)::int AS n FROM evidence
    WHERE college_id = ${tx.collegeId} AND subject = ${ENTRIES} AND subject_id = ANY(${[...ids]}) AND removed_at IS NULL
    GROUP BY subject_id`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
