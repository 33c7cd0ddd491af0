import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { decimalsOf } from '../../fields/money/rule.ts'
import { ruleOf } from '../../fields/rules.ts'
import { openValues } from '../../language/college-codes.ts'
import type { Field } from '../../language/fields.ts'
import type { Lang } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../access/reach.ts'
import { collegeRegister } from '../codes/college-register.ts'
import { type Engine, getRegister } from '../engine.ts'
import { fieldColumn, yesNoIn } from '../exporting/field-column.ts'
import { keyFieldsOf, referenceTexts } from '../exporting/reference-texts.ts'
import { column, table } from '../records/stored.ts'
import { notAllowed } from '../refusal.ts'
import type { SheetColumn, SheetSpec } from '../sheets/sheet-spec.ts'
import { importableFields } from './match-headers.ts'
import { importKeyOf } from './find-existing.ts'

/** References to registers of up to so many records get a drop-down. */
const MOST_CHOICES = 500

/** An empty sheet to be filled and imported. @throws Refusal 403, 404 */
export async function templateFor(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  lang: Lang,
): Promise<SheetSpec> {
  const register = await collegeRegister(engine, tx, registerName)
  if (reachesNothing(reachOf(register, actor, 'write')))
    throw notAllowed({ zh: `新增“${register.label.zh}”`, en: `add to "${register.label.en}"` })
  const names = importableFields(register, actor)
  const columns: SheetColumn[] = []
  for (const name of names) {
    const field = register.fields[name]!
    const choices = await choicesFor(engine, tx, actor, field, lang)
    const note = noteFor(engine, field, lang)
    columns.push({
      ...fieldColumn(register, name, lang),
      required: field.required === true,
      ...(note ? { note } : {}),
      ...(choices ? { choices } : {}),
    })
  }
  return {
    sheetName: register.label[lang],
    columns,
    rows: [],
    yesNo: yesNoIn(lang),
    notes: guide(register, names, lang),
  }
}

function guide(register: AnyRegister, names: readonly string[], lang: Lang): string[] {
  const key = importKeyOf(register, names)
  const keys = key.fields.map((name) => register.fields[name]!.label[lang]).join(lang === 'zh' ? '＋' : ' + ')
  const help = register.help ? [register.help[lang]] : []
  if (lang === 'en')
    return [
      ...help,
      'One row is one record. Headers may stand in any order; columns may be left out, and what they hold then stays as it is.',
      'A header with * must be filled. An empty cell empties the field.',
      key.isWholeRow
        ? 'A row equal to a record is passed over; every other row makes a new record.'
        : `A row whose ${keys} exists already changes that record; other rows make new ones.`,
    ]
  return [
    ...help,
    '一行是一条记录。各列顺序不限；可以删去不需要的列，已有记录中对应的内容保持不变。',
    '带 * 的列必填。单元格留空表示清空该项。',
    key.isWholeRow
      ? '与已有记录完全相同的行会跳过，其余各行新增记录。'
      : `“${keys}”相同的记录已存在时，修改那条记录；否则新增。`,
  ]
}

async function choicesFor(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  field: Field,
  lang: Lang,
): Promise<readonly string[] | undefined> {
  if (field.kind === 'choice') return openValues(field.codes).map((value) => ruleOf(field).write(value, field, lang))
  if (field.kind === 'reference') return referenceChoices(engine, tx, actor, field.register)
  if (field.kind !== 'period') return undefined
  const rows = await tx.run<{ code: string }>(
    sql`SELECT code FROM records.periods WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY code DESC LIMIT ${MOST_CHOICES}`,
  )
  return rows.length > 0 ? rows.map((row) => row.code) : undefined
}

async function referenceChoices(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  target: string,
): Promise<readonly string[] | undefined> {
  const register = getRegister(engine, target)
  const reach = reachOf(register, actor, 'read')
  if (reachesNothing(reach)) return undefined
  const rows = await tx.run<{ id: string }>(sql`
    SELECT id FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ${reachSql(reach, actor)}
    ORDER BY ${column(register.order?.replace('-', '') ?? register.title)}, id LIMIT ${MOST_CHOICES + 1}`)
  if (rows.length === 0 || rows.length > MOST_CHOICES) return undefined
  const texts = await referenceTexts(
    engine,
    tx,
    target,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => texts.get(row.id) ?? [])
}

/** What to write in the cell: the field's own help, then its limits. */
function noteFor(engine: Engine, field: Field, lang: Lang): string {
  const zh = lang === 'zh'
  const parts: string[] = field.help ? [field.help[lang]] : []
  const range = (min: string | number | undefined, max: string | number | undefined) => {
    if (min !== undefined && max !== undefined) parts.push(zh ? `${min} 至 ${max}` : `${min} to ${max}`)
    else if (min !== undefined) parts.push(zh ? `不小于 ${min}` : `at least ${min}`)
    else if (max !== undefined) parts.push(zh ? `不大于 ${max}` : `at most ${max}`)
  }
  const list = (labels: readonly string[]) =>
    labels.slice(0, 20).join(zh ? '、' : ', ') + (labels.length > 20 ? ' …' : '')
  switch (field.kind) {
    case 'text':
    case 'long-text':
      if (field.maxLength !== undefined)
        parts.push(zh ? `最多 ${field.maxLength} 个字` : `at most ${field.maxLength} characters`)
      break
    case 'integer':
    case 'date':
    case 'month':
      range(field.min, field.max)
      break
    case 'decimal':
    case 'money':
      range(field.min, field.max)
      parts.push(
        zh
          ? `最多 ${field.kind === 'money' ? decimalsOf(field) : field.decimals} 位小数`
          : `at most ${field.kind === 'money' ? decimalsOf(field) : field.decimals} decimals`,
      )
      break
    case 'choices':
      parts.push(
        (zh ? '可填多项，用分号隔开：' : 'Several, with semicolons between: ') +
          list(openValues(field.codes).map((value) => field.codes.values[value]![lang])),
      )
      break
    case 'reference': {
      const target = getRegister(engine, field.register)
      const names = [...new Set([target.title, ...keyFieldsOf(target)])].map((name) => target.fields[name]!.label[lang])
      parts.push(zh ? `填写${target.label.zh}的${names.join('或')}` : `${names.join(' or ')} of ${target.label.en}`)
      break
    }
    default:
      break
  }
  if (field.kind === 'date-time') parts.push(zh ? '如 2025-09-01 08:30:00' : 'such as 2025-09-01 08:30:00')
  if (field.kind === 'time') parts.push(zh ? '如 08:30' : 'such as 08:30')
  if (field.kind === 'month') parts.push(zh ? '如 2025-09' : 'such as 2025-09')
  if (field.kind === 'region')
    parts.push(zh ? '行政区划名称或六位代码，如 重庆市渝北区' : 'the Chinese name or six-digit code of the region')
  if (field.kind === 'identity-number') parts.push(zh ? '18 位' : '18 characters')
  return parts.join(zh ? '；' : '; ')
}
