import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { cellWriter, fieldColumn, yesNoIn } from '../../../../engine/exporting/field-column.ts'
import { openExport } from '../../../../engine/exporting/open-export.ts'
import { referenceTexts } from '../../../../engine/exporting/reference-texts.ts'
import { importableFields } from '../../../../engine/importing/match-headers.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { eachRecord } from '../../../../engine/records/list.ts'
import { type Stored, table } from '../../../../engine/records/stored.ts'
import type { SheetSpec, WriteCell } from '../../../../engine/sheets/sheet-spec.ts'
import { writeWorkbook } from '../../../../engine/sheets/write-workbook.ts'
import type { AnyRegister } from '../../../../language/register.ts'
import { CHANGEABLE } from '../changes/lines.ts'
import { openPlan } from '../plan-scope.ts'

/**
 * A whole plan as one workbook, a sheet for each register that the actor may read. Tasks are named by their numbers, so
 * that the sheets find each other again. Each sheet is written to the audit as any export.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function exportWorkbook(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const scope = await openPlan(engine, tx, actor, plan)
  const tasks = table(getRegister(engine, 'plan-tasks'))
  const numbers = new Map(
    (
      await tx.run<{ id: string; number: string }>(sql`
        SELECT id, number FROM ${tasks} WHERE college_id = ${tx.collegeId} AND plan = ${scope.plan.id}`)
    ).map(({ id, number }) => [id, number]),
  )
  const specs: SheetSpec[] = []
  for (const name of CHANGEABLE) {
    if (reachesNothing(reachOf(getRegister(engine, name), actor, 'read'))) continue
    const also =
      name === 'plan-tasks'
        ? sql`plan = ${scope.plan.id}`
        : sql`task IN (SELECT id FROM ${tasks} AS t WHERE t.college_id = ${tx.collegeId} AND t.plan = ${scope.plan.id})`
    const { list } = await openExport(engine, tx, actor, { register: name, also }, 'xlsx')
    const records: Stored[] = []
    for await (const portion of eachRecord(engine, tx, actor, list)) records.push(...portion)
    specs.push(await sheetOf(engine, tx, actor, await collegeRegister(engine, tx, name), records, numbers))
  }
  return { name: scope.plan.name, bytes: await writeWorkbook(specs) }
}

/** Fields of a register that its sheet has: the plan is known by the workbook. */
export const sheetFields = (register: AnyRegister, actor: Actor): readonly string[] =>
  importableFields(register, actor).filter((name) => name !== 'plan')

async function sheetOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
  numbers: ReadonlyMap<string, string>,
): Promise<SheetSpec> {
  const columns = sheetFields(register, actor)
  const writers = new Map<string, (value: unknown) => WriteCell>()
  for (const name of columns) {
    const field = register.fields[name]!
    if (field.kind !== 'reference') {
      writers.set(name, cellWriter(field, actor.lang))
      continue
    }
    const ids = records.flatMap(({ values }) => (typeof values[name] === 'string' ? [values[name]] : []))
    const texts = field.register === 'plan-tasks' ? numbers : await referenceTexts(engine, tx, field.register, ids)
    writers.set(name, (id) => (typeof id === 'string' ? (texts.get(id) ?? id) : null))
  }
  return {
    sheetName: register.label[actor.lang],
    columns: columns.map((name) => ({
      ...fieldColumn(register, name, actor.lang),
      required: register.fields[name]!.required === true,
    })),
    rows: records.map(({ values }) => columns.map((name) => writers.get(name)!(values[name]))),
    yesNo: yesNoIn(actor.lang),
  }
}
