import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { getRecord, visibleSql } from '../../../engine/records/list.ts'
import { columns, type Row, type Stored, stored, table } from '../../../engine/records/stored.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { unitTree } from '../../../engine/units.ts'
import type { ScoringScheme } from '../../../language/scoring.ts'
import { checkDeclared } from './assignments.ts'
import { checkNoConflict } from './conflicts.ts'
import { currentScheme } from './current-scheme.ts'
import { type KeptScheme, keepScheme, keptScheme } from './kept-scheme.ts'
import type { ItemValue, ScoreValues } from './values.ts'

export const SHEETS = 'score-sheets'
export const ENTRIES = 'score-entries'
/** The level under which a sheet keeps what its vetoes look at. */
export const VETOES = 'vetoes'
/** The office whose duty the scoring is. */
const OFFICE = 'quality'

export type Round = 'person' | 'unit' | 'group' | 'school' | 'experts'

export interface NewSheet {
  readonly scheme: string
  readonly version?: number | undefined
  readonly round: Round
  readonly unit: string
  readonly plan?: string | undefined
  /** Code of the edition. */
  readonly period?: string | undefined
  readonly scorer?: string | undefined
  readonly weighting?: string | undefined
  readonly name?: string | undefined
}

/**
 * Makes a sheet with the scheme as it stands now. Rounds of persons and units are kept by the unit, the others by the
 * office of scoring, so that nobody scored keeps the sheet of who scores them.
 * @throws Refusal 403; 404 unknown scheme; 409 conflict of interest; 422
 */
export async function makeSheet(engine: Engine, tx: Tx, actor: Actor, asked: NewSheet): Promise<string> {
  const scheme = currentScheme(engine.catalogue, asked.scheme, asked.version)
  if (asked.weighting !== undefined && !Object.hasOwn(scheme.weightings, asked.weighting))
    throw new Refusal('invalid', {
      zh: `方案没有权重方案“${asked.weighting}”，可选：${Object.keys(scheme.weightings).join(', ')}`,
      en: `The scheme has no weighting "${asked.weighting}". There are: ${Object.keys(scheme.weightings).join(', ')}`,
    })
  if (asked.round === 'experts' && asked.scorer !== undefined)
    await checkNoConflict(engine, tx, asked.scorer, asked.unit)
  const tree = await unitTree(engine.database, tx)
  const isOwn = asked.round === 'person' || asked.round === 'unit'
  const register = await collegeRegister(engine, tx, SHEETS)
  const round = register.fields['round']!
  const roundName = round.kind === 'choice' ? (round.codes.values[asked.round]?.zh ?? '') : ''
  const sheet = await act(engine, tx, actor, {
    register: SHEETS,
    action: 'create',
    values: {
      // Unique without asking anybody: what a sheet is called may come twice.
      number: `${scheme.name}-${v7().slice(-12)}`,
      name: asked.name ?? `${tree.units.get(asked.unit)?.name ?? ''} · ${scheme.label.zh} · ${roundName}`,
      scheme: await keepScheme(engine, tx, scheme),
      round: asked.round,
      unit: asked.unit,
      keptBy: isOwn ? asked.unit : tree.ofOffice(OFFICE).id,
      plan: asked.plan ?? null,
      period: asked.period ?? null,
      scorer: asked.scorer ?? null,
      weighting: asked.weighting ?? Object.keys(scheme.weightings)[0]!,
    },
  })
  return sheet.id
}

/** A sheet with everything that its points come from. */
export interface Sheet extends KeptScheme {
  readonly record: Stored
  /** By `<level>/<item>`; those of vetoes under `vetoes/<key>`. */
  readonly entries: ReadonlyMap<string, Stored>
  /** Frozen ones once the sheet was submitted. */
  readonly values: ScoreValues
}

export const entryKey = (level: string, item: string) => `${level}/${item}`

/** The sheet's record alone. @throws Refusal 404 */
export const findSheet = async (engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Stored> =>
  getRecord(tx, actor, await collegeRegister(engine, tx, SHEETS), id)

/** @throws Refusal 404 when there is no such sheet, or none within the actor's scope; 409 before an expert has declared to have no tie */
export async function openSheet(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Sheet> {
  const record = await findSheet(engine, tx, actor, id)
  await checkDeclared(tx, actor, record)
  const kept = await keptScheme(tx, record.values['scheme'] as string)
  const register = await collegeRegister(engine, tx, ENTRIES)
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)}
    WHERE ${visibleSql(register, actor, { where: [['sheet', 'is', id]] }, tx)}`)
  const entries = new Map(
    rows.map((row) => {
      const entry = stored(register, row)
      return [entryKey(String(entry.values['level']), String(entry.values['item'])), entry]
    }),
  )
  const frozen = record.values['frozen']
  const values =
    typeof frozen === 'string'
      ? (JSON.parse(frozen) as ScoreValues)
      : await withExperts(tx, record, kept.scheme, valuesOf(record, entries))
  return { ...kept, record, entries, values }
}

/** What an entry says; null when it was emptied. */
export const givenBy = (entry: Stored | undefined): ItemValue | null => {
  const given = entry?.values['given']
  return typeof given === 'string' ? (JSON.parse(given) as ItemValue) : null
}

function valuesOf(record: Stored, entries: ReadonlyMap<string, Stored>): ScoreValues {
  const levels: Record<string, Record<string, ItemValue>> = {}
  const said: string[] = []
  const vetoes: Record<string, string> = {}
  for (const entry of entries.values()) {
    const given = givenBy(entry)
    if (given === null) continue
    const [level, item] = [String(entry.values['level']), String(entry.values['item'])]
    if (level !== VETOES) (levels[level] ??= {})[item] = given
    else if (given.value !== undefined) vetoes[item] = given.value
    else if (given.zero) said.push(item)
  }
  const weighting = record.values['weighting']
  return { ...(typeof weighting === 'string' ? { weighting } : {}), levels, said, vetoes }
}

/**
 * In rounds of groups and the school, what experts have confirmed for the same scheme, unit, plan and year. Their names
 * are left out: points are shown to those scored.
 */
async function withExperts(tx: Tx, record: Stored, scheme: ScoringScheme, values: ScoreValues): Promise<ScoreValues> {
  const { round, unit, plan, period, keptBy } = record.values
  if (round !== 'group' && round !== 'school') return values
  const rows = await tx.run<{ level: string; item: string; given: string; sheet: string }>(sql`
    SELECT e.level, e.item, e.given, e.sheet FROM records.score_entries AS e
    JOIN records.score_sheets AS s ON s.college_id = e.college_id AND s.id = e.sheet
    JOIN records.scoring_schemes AS k ON k.college_id = s.college_id AND k.id = s.scheme
    WHERE e.college_id = ${tx.collegeId} AND e.deleted_at IS NULL AND s.deleted_at IS NULL AND e.given IS NOT NULL
      AND s.round = 'experts' AND s.state = 'confirmed' AND s.unit = ${unit} AND s.kept_by = ${keptBy}
      AND s.plan IS NOT DISTINCT FROM ${plan} AND s.period IS NOT DISTINCT FROM ${period}
      AND k.name = ${scheme.name} AND k.edition = ${scheme.version}
    ORDER BY e.sheet`)
  const levels: Record<string, Record<string, ItemValue>> = { ...values.levels }
  const numbers = new Map([...new Set(rows.map((row) => row.sheet))].map((sheet, i) => [sheet, i + 1]))
  for (const found of Map.groupBy(rows, (row) => entryKey(row.level, row.item)).values()) {
    const { level, item } = found[0]!
    if (values.levels[level]?.[item]) continue
    const scores = found.flatMap((row) =>
      ((JSON.parse(row.given) as ItemValue).scores ?? []).map(({ score }) => ({
        expert: String(numbers.get(row.sheet)),
        score,
      })),
    )
    if (scores.length > 0) levels[level] = { ...levels[level], [item]: { scores } }
  }
  return { ...values, levels }
}
