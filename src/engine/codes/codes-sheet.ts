import type { Tx } from '../../database/connection.ts'
import { dateRule } from '../../fields/date/rule.ts'
import type { Lang } from '../../language/label.ts'
import type { WireCodes, WireCodesImport } from '../../language/wire-codes.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import type { Sheet, SheetCell } from '../sheets/sheet.ts'
import type { SheetSpec } from '../sheets/sheet-spec.ts'
import { type CodeChange, placeChange, placeNew } from './change-codes.ts'
import type { CodeProblem } from './check-code.ts'
import { type CodeDesk, codesOn, openCodes, putBack } from './code-desk.ts'

const COLUMNS = {
  value: { zh: '值', en: 'Value', width: 24 },
  zh: { zh: '中文名称', en: 'Chinese name', width: 28 },
  en: { zh: '英文名称', en: 'English name', width: 28 },
  official: { zh: '标准代码', en: 'Official value', width: 12 },
  from: { zh: '启用日期', en: 'In use from', width: 12 },
  retiredFrom: { zh: '停用日期', en: 'Out of use from', width: 16 },
} as const
type Column = keyof typeof COLUMNS
const names = Object.keys(COLUMNS) as Column[]
const DAYS: readonly Column[] = ['from', 'retiredFrom']

/** A list as a sheet: what is sent out can be changed and brought back. */
export function codesSheet(codes: WireCodes, lang: Lang): SheetSpec {
  return {
    sheetName: codes.label[lang],
    columns: names.map((name) => ({
      header: COLUMNS[name][lang],
      width: COLUMNS[name].width,
      kind: DAYS.includes(name) ? 'date' : 'text',
      required: name === 'value',
    })),
    rows: codes.values.map((one) => [one.value, one.label.zh, one.label.en, one.official, one.from, one.retiredFrom]),
    notes:
      lang === 'zh'
        ? ['一行是一个值，靠“值”列对应。没有列出的值保持不变；新的值会新增；停用日期清空即重新启用。']
        : [
            'One row is one value, found by the column “Value”. Values that are not listed stay as they are; new ones are added; an emptied day out of use takes a value into use again.',
          ],
  }
}

/**
 * Brings a list back from a sheet: all rows or none. Without `apply`, or when there are problems, only says what it
 * would do.
 * @throws Refusal 403, 404
 */
export async function importCodes(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  list: string,
  sheet: Sheet,
  { reason, apply }: { readonly reason: string; readonly apply: boolean },
): Promise<WireCodesImport> {
  const desk = await openCodes(engine, tx, actor, list)
  const at = columnsOf(sheet)
  const problems: WireCodesImport['problems'][number][] = []
  if (at.value === undefined)
    problems.push({
      row: sheet.headerRow,
      column: null,
      message: {
        zh: `缺少“${COLUMNS.value.zh}”列，请先导出这个代码表，在其上修改`,
        en: `Column “${COLUMNS.value.en}” is missing: export the list first and change that sheet`,
      },
    })
  const seen = new Map<string, number>()
  let unchanged = 0
  for (const row of at.value === undefined ? [] : sheet.rows) {
    const before = desk.decided.length
    const cells = readCells(row.cells, at)
    const first = seen.get(cells.value)
    const found =
      first === undefined
        ? [...cells.problems, ...(cells.problems.length > 0 ? [] : place(desk, actor, cells, reason))]
        : [
            {
              field: 'value',
              message: { zh: `与第 ${first} 行重复，请只保留一行`, en: `Row ${first} has it too: keep one of them` },
            },
          ]
    if (cells.value !== '') seen.set(cells.value, first ?? row.number)
    problems.push(
      ...found.map(({ field, message }) => ({
        row: row.number,
        column: sheet.headers[at[field as Column] ?? -1] ?? null,
        message,
      })),
    )
    if (found.length === 0 && desk.decided.length === before) unchanged++
  }
  const isDone = apply && problems.length === 0 && desk.decided.length > 0
  if (isDone) await putBack(engine, tx, actor, desk)
  const adds = desk.decided.flatMap((row) => (row.action === 'add' ? [row.value] : []))
  const changes = [...new Set(desk.decided.map((row) => row.value))].filter((value) => !adds.includes(value))
  return { adds, changes, unchanged, problems, isDone }
}

type Cells = { readonly value: string; readonly problems: CodeProblem[] } & {
  readonly [C in Exclude<Column, 'value'>]?: string | null
}

function columnsOf(sheet: Sheet): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  for (const [index, header] of sheet.headers.entries()) {
    const name = names.find((one) => [COLUMNS[one].zh, COLUMNS[one].en.toLowerCase()].includes(header.toLowerCase()))
    if (name !== undefined) found[name] ??= index
  }
  return found
}

/** What a row says: empty cells are null, columns that are not there are absent. */
function readCells(cells: readonly SheetCell[], at: Partial<Record<Column, number>>): Cells {
  const said: Record<string, string | null> = {}
  const problems: CodeProblem[] = []
  for (const name of names) {
    const index = at[name]
    if (index === undefined) continue
    const text = String(cells[index] ?? '').trim()
    if (text === '' || !DAYS.includes(name)) {
      said[name] = text === '' ? null : text
      continue
    }
    const reading = dateRule.read(text, { kind: 'date', label: COLUMNS[name] })
    if (reading.problem) problems.push({ field: name, message: reading.problem })
    else said[name] = reading.value
  }
  const value = said['value'] ?? ''
  if (value === '') problems.push({ field: 'value', message: { zh: '请填写值', en: 'Write the value' } })
  return { ...said, value, problems }
}

function place(desk: CodeDesk, actor: Actor, cells: Cells, reason: string): CodeProblem[] {
  const { value } = cells
  const now = codesOn(desk)
  const label = Object.hasOwn(now.values, value) ? now.values[value] : undefined
  if (!label) {
    const added = { value, label: { zh: cells.zh ?? '', en: cells.en ?? '' } }
    const problems = placeNew(
      desk,
      actor,
      { ...added, official: cells.official ?? null, from: cells.from ?? null },
      reason,
    )
    return problems.length > 0 || !cells.retiredFrom
      ? problems
      : placeChange(desk, actor, value, { retiredFrom: cells.retiredFrom }, reason)
  }
  const isDeclared = Object.hasOwn(desk.declared.values, value)
  const differs = (said: string | null | undefined, is: string | null) => said !== undefined && said !== is
  const own = desk.rows.get(value)
  const change: CodeChange = {
    // A name left empty stays as it is: a value without a name cannot be chosen.
    label: { zh: cells.zh ?? label.zh, en: cells.en ?? label.en },
    ...(cells.retiredFrom === undefined ? {} : { retiredFrom: cells.retiredFrom }),
    ...(isDeclared && !differs(cells.official, now.official?.[value] ?? null)
      ? {}
      : cells.official === undefined
        ? {}
        : { official: cells.official }),
    ...(isDeclared && !differs(cells.from, own?.valid_from ?? null)
      ? {}
      : cells.from === undefined
        ? {}
        : { from: cells.from }),
  }
  return placeChange(desk, actor, value, change, reason)
}
