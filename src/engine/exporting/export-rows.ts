import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { Field } from '../../language/fields.ts'
import type { Lang } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { mayReadField } from '../records/allowed.ts'
import { eachRecord } from '../records/list.ts'
import type { Stored } from '../records/stored.ts'
import type { SheetColumn, SheetSpec, WriteCell } from '../sheets/sheet-spec.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import { sheetChunks } from '../sheets/write-sheet.ts'
import { cellWriter, fieldColumn, yesNoIn } from './field-column.ts'
import { type Export, RECORD_COLUMNS } from './open-export.ts'
import { referenceTexts } from './reference-texts.ts'
import { stateText } from '../../language/usual.ts'

/** The export as an .xlsx, piece by piece while rows are being read. Memory does not grow with the rows. */
export const exportXlsx = (engine: Engine, tx: Tx, actor: Actor, opened: Export): AsyncGenerator<Uint8Array> =>
  sheetChunks(sheetOf(engine, tx, actor, opened))

/** The export as CSV text, piece by piece. */
export const exportCsv = (engine: Engine, tx: Tx, actor: Actor, opened: Export): AsyncGenerator<string> =>
  writeCsv(sheetOf(engine, tx, actor, opened))

function sheetOf(engine: Engine, tx: Tx, actor: Actor, opened: Export): SheetSpec {
  const { register, columns } = opened
  const { lang } = actor
  return {
    sheetName: register.label[lang],
    columns: columns.map((name): SheetColumn => {
      const own = RECORD_COLUMNS[name as keyof typeof RECORD_COLUMNS]
      return name in register.fields
        ? fieldColumn(register, name, lang)
        : { header: own[lang], kind: name === 'state' ? 'text' : 'datetime', width: name === 'state' ? 10 : 20 }
    }),
    yesNo: yesNoIn(lang),
    rows: rowsOf(engine, tx, actor, opened),
  }
}

async function* rowsOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { register, list, columns }: Export,
): AsyncGenerator<WriteCell[]> {
  const texts = keptTexts(engine, tx)
  const writers = columns.map((name) => columnWriter(register, actor, name))
  const references = columns.flatMap((name, index) => {
    const field = register.fields[name]
    return field?.kind === 'reference' && mayReadField(register, actor, name)
      ? [{ index, name, target: field.register }]
      : []
  })
  for await (const portion of eachRecord(engine, tx, actor, list)) {
    const named = new Map<number, ReadonlyMap<string, string>>()
    for (const { index, name, target } of references)
      named.set(
        index,
        await texts(
          target,
          portion.flatMap((record) => (typeof record.values[name] === 'string' ? [record.values[name]] : [])),
        ),
      )
    for (const record of portion) {
      const cells = writers.map((write) => write(record))
      for (const [index, names] of named) {
        const id = cells[index]
        if (typeof id === 'string') cells[index] = names.get(id) ?? id
      }
      yield cells
    }
  }
}

function columnWriter(register: AnyRegister, actor: Actor, name: string): (record: Stored) => WriteCell {
  const field = register.fields[name]
  if (!field) return ownColumn(name, actor.lang)
  if (mayReadField(register, actor, name)) {
    const write = cellWriter(field, actor.lang)
    return (record) => write(record.values[name])
  }
  return (record) => masked(field, record.values[name])
}

const masked = (field: Field, value: unknown): WriteCell =>
  value === null || value === undefined ? null : (ruleOf(field).mask?.(value) ?? null)

function ownColumn(name: string, lang: Lang): (record: Stored) => WriteCell {
  if (name === 'state') return (record) => stateText(record.state, lang)
  return name === 'createdAt' ? (record) => inChina(record.createdAt) : (record) => inChina(record.updatedAt)
}

/** Cells of Excel know no time zones: moments are written as clocks in China show them. */
const inChina = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19)

/** Texts kept from portion to portion; forgotten when there are many, so that memory stays bounded. */
const KEPT = 20_000

function keptTexts(
  engine: Engine,
  tx: Tx,
): (target: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>> {
  const byTarget = new Map<string, Map<string, string>>()
  return async (target, ids) => {
    let known = byTarget.get(target) ?? new Map<string, string>()
    const missing = [...new Set(ids)].filter((id) => !known.has(id))
    if (missing.length > 0) {
      const found = await referenceTexts(engine, tx, target, missing)
      // The portion at hand may need both what was kept and what is new.
      known =
        known.size + found.size > KEPT
          ? new Map([...ids].flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : [])))
          : known
      for (const [id, text] of found) known.set(id, text)
    }
    byTarget.set(target, known)
    return known
  }
}
