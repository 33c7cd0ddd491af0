import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import type { AnyRegister } from '../../language/register.ts'
import { type Actor, may } from '../access/actor.ts'
import { writeAudit } from '../access/write-audit.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { mayReadField } from '../records/allowed.ts'
import { type ListRequest, orderOf, visibleSql } from '../records/list.ts'
import { column, table } from '../records/stored.ts'
import { notAllowed, Refusal } from '../refusal.ts'

export interface ExportRequest extends Omit<ListRequest, 'after' | 'limit'> {
  /** Fields, or one of the record's own columns; everything when absent. */
  readonly columns?: readonly string[]
}

/** An export that is allowed and written down. Only `openExport` makes one. */
export interface Export {
  readonly register: AnyRegister
  readonly list: ListRequest
  readonly columns: readonly string[]
}

/** Columns that every record has besides its fields. */
export const RECORD_COLUMNS = {
  state: { zh: '状态', en: 'State' },
  createdAt: { zh: '创建时间', en: 'Created at' },
  updatedAt: { zh: '更新时间', en: 'Updated at' },
} as const

/** Excel counts characters beyond the basic plane twice. */
const EXCEL_TEXT = 32_767
const SURELY_FITS = 16_383
const tooLong = (name: string) =>
  sql`length(${column(name)}) > ${SURELY_FITS} AND length(${column(name)}) + length(regexp_replace(${column(name)}, '[^\U00010000-\U0010FFFF]', '', 'g')) > ${EXCEL_TEXT}`

/**
 * Begins an export: checks what may be exported and writes it to the audit. Commit before the rows are sent, so
 * that the line stands whatever becomes of the download.
 * @throws Refusal 403, 400 (unknown column), 422 (a text that no cell of Excel holds)
 */
export async function openExport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: ExportRequest,
  format: 'xlsx' | 'csv',
  address?: string,
): Promise<Export> {
  const { columns: wanted, ...list } = request
  const register = await collegeRegister(engine, tx, list.register)
  if (!may(engine.catalogue, actor, 'data.export')) throw notAllowed({ zh: '导出数据', en: 'export data' })
  const visible = visibleSql(register, actor, list, tx)
  // What cannot be sorted is refused now: once rows are under way, a download can only break off.
  orderOf(register, actor, list.sort)
  const columns = wanted ?? [...Object.keys(register.fields), ...(register.lifecycle ? ['state'] : [])]
  for (const name of columns)
    if (!Object.hasOwn(register.fields, name) && !Object.hasOwn(RECORD_COLUMNS, name))
      throw new Refusal('bad-request', { zh: `没有名为“${name}”的列`, en: `There is no column "${name}"` })
  const shown = columns.filter((name) => !(name in register.fields) || isShown(register, actor, name))
  if (format === 'xlsx')
    for (const name of shown) {
      const field = register.fields[name]
      if (field?.kind !== 'long-text' || (field.maxLength !== undefined && field.maxLength <= SURELY_FITS)) continue
      const [long] = await tx.run(sql`SELECT 1 FROM ${table(register)} WHERE ${visible} AND ${tooLong(name)} LIMIT 1`)
      if (long)
        throw new Refusal('invalid', {
          zh: `“${field.label.zh}”中有超出 Excel 单元格容量的长文本，请改为导出 CSV，或去掉这一列`,
          en: `"${field.label.en}" has a text that is too long for a cell of Excel: export CSV, or leave the column out`,
        })
    }
  await writeAudit(tx, {
    kind: 'export',
    actor,
    subject: register.name,
    detail: {
      format,
      columns: shown,
      ...(list.q ? { q: list.q } : {}),
      ...(list.where?.length ? { where: list.where } : {}),
      ...(list.deleted ? { deleted: true } : {}),
    },
    address: address ?? null,
  })
  return { register, list, columns: shown }
}

/** A field that the actor may not read still has a column when its kind has a mask, as in lists. */
const isShown = (register: AnyRegister, actor: Actor, name: string) =>
  mayReadField(register, actor, name) || ruleOf(register.fields[name]!).mask !== undefined
