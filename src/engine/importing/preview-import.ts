import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { referenceTexts } from '../exporting/reference-texts.ts'
import { mayOpenFile } from '../files/may-open.ts'
import type { Limits } from '../files/store.ts'
import { Refusal } from '../refusal.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { keepPlan } from './kept-plans.ts'
import { type Plan, planImport, type PlannedRow, type RowKind } from './plan-import.ts'
import type { ImportProblem } from './read-rows.ts'
import { type ImportPreview, type SampleRow, seenOf } from './stored-import.ts'
import { keepSheet, openSheet } from './stored-sheet.ts'

/** A sheet that was sent, or one that the college keeps already. */
export type ImportFile = { readonly fileName: string } & ({ readonly bytes: Uint8Array } | { readonly sha256: string })

const LISTED = 500
const SAMPLED = 5
const MEGABYTE = 1048576

/**
 * Says what a sheet would do to a register. Nothing is written but the file and the preview itself.
 * @throws Refusal 403, 404, 413, 422; SheetError when the file cannot be read
 */
export async function previewImport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  file: ImportFile,
  { signal, ...limits }: Limits & { readonly signal?: AbortSignal } = { maxBytes: 50 * MEGABYTE },
): Promise<ImportPreview> {
  const register = await collegeRegister(engine, tx, registerName)
  const id = v7()
  const sheet =
    'bytes' in file
      ? await readSheet(file.bytes, file.fileName, { signal })
      : await keptSheet(engine, tx, actor, file, signal)
  const plan = await planImport(engine, tx, actor, register, sheet, signal)
  // What cannot be read is not kept.
  const sha256 = 'bytes' in file ? await keepSheet(engine, tx.collegeId, id, file, limits) : file.sha256
  const preview = { id, fileName: file.fileName, ...(await summaryOf(engine, tx, plan)) }
  signal?.throwIfAborted()
  await tx.run(sql`
    INSERT INTO imports (college_id, id, register, account_id, file_name, sha256, state, summary, created_at)
    VALUES (${tx.collegeId}, ${preview.id}, ${register.name}, ${actor.accountId}, ${file.fileName}, ${sha256}, 'ready', ${JSON.stringify({ preview, seen: seenOf(plan) })}, ${new Date().toISOString()})`)
  keepPlan(preview.id, plan)
  return preview
}

async function keptSheet(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  file: { sha256: string; fileName: string },
  signal: AbortSignal | undefined,
): Promise<Sheet> {
  if (!(await mayOpenFile(engine, tx, actor, file.sha256)))
    throw new Refusal('not-found', { zh: '没有找到这个文件', en: 'This file was not found' })
  return openSheet(engine, tx, file, signal)
}

/** All problems of a plan, the sheet's own first, then row by row. */
export const problemsOf = (plan: Plan): ImportProblem[] => [
  ...plan.sheetProblems,
  ...plan.rows.flatMap((row) => row.problems),
]

async function summaryOf(engine: Engine, tx: Tx, plan: Plan): Promise<Omit<ImportPreview, 'id' | 'fileName'>> {
  const { register, match, rows } = plan
  const count = (kind: RowKind) => rows.reduce((n, row) => (row.kind === kind ? n + 1 : n), 0)
  const problems = problemsOf(plan)
  return {
    register: register.name,
    rows: rows.length,
    creates: count('create'),
    updates: count('update'),
    unchanged: count('unchanged'),
    problems: problems.slice(0, LISTED),
    problemCount: problems.length,
    unknownColumns: match.unknown,
    missingColumns: match.missing.map((name) => register.fields[name]!.label),
    ignoredColumns: match.ignored,
    needsComment: plan.needsComment,
    sample: plan.sheetProblems.length > 0 ? [] : await sampleOf(engine, tx, register, rows),
  }
}

/** The first rows of each kind, in the order of the sheet. */
async function sampleOf(
  engine: Engine,
  tx: Tx,
  register: AnyRegister,
  rows: readonly PlannedRow[],
): Promise<SampleRow[]> {
  const taken: Record<RowKind, number> = { create: 0, update: 0, unchanged: 0, wrong: 0 }
  const sample = rows.filter((row) => taken[row.kind]++ < SAMPLED)
  const shown = sample.map((row) => ({
    row,
    values: { ...row.input } as Record<string, unknown>,
    before: row.kind === 'update' ? beforeOf(row) : null,
  }))
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'reference') continue
    const ids = shown
      .flatMap(({ values, before }) => [values[name], before?.[name]])
      .filter((id) => typeof id === 'string')
    const texts = await referenceTexts(engine, tx, field.register, ids.filter(isId))
    for (const { values, before } of shown)
      for (const where of [values, before])
        if (where && typeof where[name] === 'string') where[name] = texts.get(where[name]) ?? where[name]
  }
  return shown.map(({ row, values, before }) => ({
    row: row.number,
    kind: row.kind,
    values,
    ...(before ? { before } : {}),
  }))
}

// A row that is wrong may still hold the text of a reference instead of its id.
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)

/** Only of the fields that the sheet fills: all of them are open to the actor. */
const beforeOf = (row: PlannedRow): Record<string, unknown> =>
  Object.fromEntries(Object.keys(row.input).map((name) => [name, row.before?.values[name] ?? null]))
