import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { cellWriter } from '../../../../engine/exporting/field-column.ts'
import { referenceTexts } from '../../../../engine/exporting/reference-texts.ts'
import type { PlannedRow } from '../../../../engine/importing/plan-import.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { isSame, type Values } from '../../../../engine/records/stored.ts'
import type { AnyRegister } from '../../../../language/register.ts'
import type { WireWorkbookSheet } from '../../wire-workbook.ts'

/** More differences of a sheet than this are counted, not listed. */
const LISTED = 200

/** What the rows of a sheet make and change, old beside new, in words. */
export async function differencesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  rows: readonly PlannedRow[],
): Promise<WireWorkbookSheet> {
  const count = (kind: PlannedRow['kind']) => rows.filter((row) => row.kind === kind).length
  const shown = rows.filter(({ kind }) => kind === 'create' || kind === 'update').slice(0, LISTED)
  const changes = shown.map((row) => {
    const before: Values = row.before?.values ?? {}
    const after: Values = row.prepared!.values
    const fields = Object.keys(register.fields).filter(
      (name) => name !== 'plan' && !register.fields[name]!.derived && !isSame(after[name], before[name]),
    )
    return { row, before, after, fields }
  })
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, field] of Object.entries(register.fields))
    if (field.kind === 'reference') {
      const ids = changes
        .flatMap(({ before, after }) => [before[name], after[name]])
        .filter((id) => typeof id === 'string')
      texts.set(name, await referenceTexts(engine, tx, field.register, ids))
    }
  const write = (name: string, value: unknown): string | null => {
    if (value === null || value === undefined) return null
    const named = texts.get(name)
    if (named) return named.get(String(value)) ?? String(value)
    return String(cellWriter(register.fields[name]!, actor.lang)(value) ?? '')
  }
  return {
    register: register.name,
    label: register.label,
    rows: rows.length,
    creates: count('create'),
    updates: count('update'),
    unchanged: count('unchanged'),
    differences: changes.map(({ row, before, after, fields }) => ({
      row: row.number,
      kind: row.kind === 'create' ? 'create' : 'update',
      name: [after['number'], after['name'] ?? after['what'] ?? write('task', after['task']) ?? after[register.title]]
        .filter((part) => typeof part === 'string' && part !== '')
        .join(' '),
      fields: fields.map((name) => ({
        label: register.fields[name]!.label,
        before: write(name, before[name]),
        after: write(name, after[name]),
      })),
    })),
  }
}
