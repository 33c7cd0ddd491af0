import type { Tx } from '../../database/connection.ts'
import { isEmpty } from '../../fields/rule.ts'
import type { AnyRegister, Problem } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { reaches } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { mapSlowly } from '../give-way.ts'
import { needsReason } from '../records/allowed.ts'
import {
  changeRefused,
  type Desk,
  openDesk,
  prepareChange,
  prepareNew,
  type Prepared,
} from '../records/prepare-many.ts'
import { isSame, type Stored, type Values } from '../records/stored.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { findExisting, type ImportKey, importKeyOf, keyText } from './find-existing.ts'
import { type Match, matchHeaders } from './match-headers.ts'
import { type Draft, type ImportProblem, readRows } from './read-rows.ts'
import type { Resolved } from './resolve-references.ts'
import { fillReferences, fillRemaining } from './row-references.ts'

export type RowKind = 'create' | 'update' | 'unchanged' | 'wrong'

/** What one row of a sheet means for the records as they stand now. */
export interface PlannedRow {
  readonly number: number
  readonly kind: RowKind
  /** Of the record it changes, or of the one it makes. */
  readonly id: string
  readonly before: Stored | null
  /** What the row says, by field. */
  readonly input: Values
  /** What would be written; null when nothing is. */
  readonly prepared: Prepared | null
  readonly problems: readonly ImportProblem[]
}

export interface Plan {
  readonly register: AnyRegister
  readonly match: Match
  readonly rows: readonly PlannedRow[]
  /** Problems of the sheet as a whole; rows were not looked at when there are any. */
  readonly sheetProblems: readonly ImportProblem[]
  /** Rows that change records which count in figures: accepting must say why. */
  readonly needsComment: boolean
  /** Null where a row names another of the sheet, or a record out of sight: such a plan is made again every time. */
  readonly basis: Basis | null
}

/** What a plan was made of besides its sheet and the declaration: as long as this is so, the plan is. */
export interface Basis {
  readonly rights: string
  readonly key: ImportKey
  /** By register, then by text: what the texts of references mean. */
  readonly resolved: ReadonlyMap<string, ReadonlyMap<string, Resolved>>
}

/** What an actor may do in a register, as one text to compare. */
export const rightsOf = (actor: Actor, { write, read, closed, office }: Desk): string =>
  JSON.stringify([
    actor.accountId,
    actor.personId,
    actor.lang,
    actor.system,
    actor.held,
    write,
    read,
    [...closed],
    office,
  ])

/**
 * Says what a sheet means for the records as they stand now. Writes nothing; asks the database a handful of
 * questions, however many rows there are.
 * @throws Refusal 403 when the actor may write nothing in the register
 */
export async function planImport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  sheet: Sheet,
  signal?: AbortSignal,
): Promise<Plan> {
  const desk = await openDesk(engine, tx, actor, register)
  const match = matchHeaders(register, actor, sheet.headers)
  const headers = new Map(
    match.fields.flatMap((name, index) => (name === null ? [] : [[name, sheet.headers[index]!] as const])),
  )
  const headerOf = (name: string) => headers.get(name) ?? register.fields[name]?.label[actor.lang] ?? name
  const filled = [...headers.keys()]
  const key = importKeyOf(register, filled)
  const sheetProblems = problemsOfSheet(register, sheet, match, key)
  if (sheetProblems.length > 0)
    return { register, match, rows: sheet.rows.map(untouched), sheetProblems, needsComment: false, basis: null }

  const drafts = await readRows(register, sheet, match.fields, signal)
  const { gaps: open, resolved } = await fillReferences(engine, tx, actor, register, filled, drafts)
  const keyless = new Set(open.filter((gap) => key.fields.includes(gap.field)).map((gap) => gap.draft))
  await findRecords(
    tx,
    register,
    key,
    drafts.filter((draft) => !keyless.has(draft)),
    headerOf,
  )
  await fillRemaining(engine, tx, desk, open, drafts, headerOf)
  markDoubles(register, key, drafts, headerOf)

  let needsComment = false
  // What the rules made of a cell they need not check again.
  const trusting: Desk = { ...desk, readings: (_name, _field, value) => ({ value }) }
  const rows = await mapSlowly(drafts, signal, (draft): PlannedRow => {
    const row = classify(draft.problems.length === 0 ? trusting : desk, draft, headerOf)
    if (row.kind === 'update' && row.before && needsReason(register, row.before.state)) needsComment = true
    return row
  })
  return {
    register,
    match,
    rows: await withoutTakenKeys(tx, register, key, rows, headerOf),
    sheetProblems,
    needsComment,
    basis: open.length > 0 ? null : { rights: rightsOf(actor, desk), key, resolved },
  }
}

const untouched = (row: { number: number }): PlannedRow => ({
  number: row.number,
  kind: 'wrong',
  id: '',
  before: null,
  input: {},
  prepared: null,
  problems: [],
})

function problemsOfSheet(register: AnyRegister, sheet: Sheet, match: Match, key: ImportKey): ImportProblem[] {
  const row = sheet.headerRow
  const problems = match.twice.map(({ column, first }): ImportProblem => ({
    row,
    column,
    message: {
      zh: `“${column}”与“${first}”是同一列，请删去一列`,
      en: `“${column}” and “${first}” are the same column: remove one`,
    },
  }))
  const filled = new Set(match.fields)
  const missing = key.fields.filter((name) => !filled.has(name))
  const isNothingKnown = !match.fields.some((name) => name !== null)
  if (sheet.isHeaderMerged && (isNothingKnown || missing.length > 0 || match.unknown.length > 0))
    return [
      ...problems,
      {
        row,
        column: null,
        message: {
          zh: `表头（第 ${row} 行）里有合并的单元格，无法确定每一列的名称；请取消合并，让每一列在同一行里都有自己的列名`,
          en: `Cells of the header (row ${row}) are merged, so that it is not clear what each column is called: unmerge them and give every column its own name in one row`,
        },
      },
    ]
  if (isNothingKnown)
    return [
      ...problems,
      {
        row,
        column: null,
        message: {
          zh: `没有一列能够识别（第 ${row} 行被当作表头），请使用模板中的表头`,
          en: `No column was recognised (row ${row} was taken for the header): use the headers of the template`,
        },
      },
    ]
  for (const name of missing) {
    const { label } = register.fields[name]!
    const like = match.unknown.find((header) => isLike(header, label.zh) || isLike(header, label.en))
    problems.push({
      row,
      column: label.zh,
      message: {
        zh: `缺少“${label.zh}”列：要靠它找到对应的记录；请${like ? `把“${like}”改名为“${label.zh}”` : '加上这一列'}`,
        en: `Column “${label.en}” is missing: records are found by it. ${like ? `Call “${like}” “${label.en}”` : 'Add it'}`,
      },
    })
  }
  if (sheet.rows.length === 0)
    problems.push({ row, column: null, message: { zh: '表头下面没有数据', en: 'There are no rows below the headers' } })
  return problems
}

/** Whether a header is probably a field's label changed a little: half of the longer one stands in the shorter. */
function isLike(header: string, label: string): boolean {
  const [short, long] = [header, label].map((text) => text.toLowerCase()).toSorted((a, b) => a.length - b.length) as [
    string,
    string,
  ]
  return [...short].filter((character) => long.includes(character)).length * 2 >= long.length
}

type HeaderOf = (field: string) => string

async function findRecords(
  tx: Tx,
  register: AnyRegister,
  key: ImportKey,
  drafts: readonly Draft[],
  headerOf: HeaderOf,
): Promise<void> {
  const wrong = (draft: Draft) =>
    draft.problems.length > 0 && draft.problems.some((p) => key.fields.some((name) => headerOf(name) === p.column))
  const sound = drafts.filter((draft) => !wrong(draft))
  const found = await findExisting(
    tx,
    register,
    key,
    sound.map((draft) => draft.input),
  )
  for (const draft of sound) {
    const records = found.get(keyText(key, draft.input) ?? '') ?? []
    draft.before = records[0] ?? null
    if (records.length > 1 && !key.isWholeRow)
      draft.problems.push({
        row: draft.number,
        column: namesOf(key.fields, headerOf),
        message: {
          zh: `有 ${records.length} 条记录与这一行相符，无法确定要修改哪一条`,
          en: `${records.length} records match this row: it is not clear which one to change`,
        },
      })
  }
}

/** Rows of one key: each later one is told of the first. */
function markDoubles(register: AnyRegister, key: ImportKey, drafts: readonly Draft[], headerOf: HeaderOf): void {
  const unique = (register.unique ?? []).filter((fields) => fields.join() !== key.fields.join())
  for (const { fields, needsAll } of [
    { fields: key.fields, needsAll: false },
    ...unique.map((fields) => ({ fields, needsAll: true })),
  ]) {
    const firsts = new Map<string, number>()
    for (const draft of drafts) {
      if (needsAll && fields.some((name) => (draft.input[name] ?? null) === null)) continue
      const text = keyText({ fields, isWholeRow: false }, draft.input)
      if (text === null) continue
      const first = firsts.get(text)
      if (first === undefined) {
        firsts.set(text, draft.number)
        continue
      }
      const names = namesOf(fields, headerOf)
      draft.problems.push({
        row: draft.number,
        column: names,
        message: {
          zh: `第 ${first} 行与第 ${draft.number} 行的“${names}”相同，请只保留一行`,
          en: `Rows ${first} and ${draft.number} have the same “${names}”: keep one of them`,
        },
      })
    }
  }
}

const namesOf = (fields: readonly string[], headerOf: HeaderOf) => fields.slice(0, 6).map(headerOf).join('＋')

function classify(desk: Desk, draft: Draft, headerOf: HeaderOf): PlannedRow {
  const { number, id: made, input, before } = draft
  const asRow = (kind: RowKind, prepared: Prepared | null, problems: readonly ImportProblem[] = []): PlannedRow => ({
    number,
    kind,
    id: before?.id ?? made,
    before,
    input,
    prepared,
    problems,
  })
  const isReadable = before === null || reaches(desk.read, desk.actor, before)
  // A record out of sight is refused whatever the row says: "unchanged" would tell its values.
  if (
    before &&
    isReadable &&
    draft.problems.length === 0 &&
    Object.keys(input).every((name) => isSame(input[name], before.values[name]))
  )
    return asRow('unchanged', null)
  const refused = before ? changeRefused(desk, before) : null
  if (refused)
    return {
      ...asRow('wrong', null, [...draft.problems, atColumn(refused, number, headerOf)]),
      before: isReadable ? before : null,
    }
  const prepared = before ? prepareChange(desk, before, input) : prepareNew(desk, made, input)
  if (draft.problems.length === 0 && prepared.problems.length === 0)
    return asRow(
      before === null ? 'create' : isChanged(before.values, prepared.values) ? 'update' : 'unchanged',
      prepared,
    )
  const told = new Set(draft.problems.map((p) => p.column))
  const problems = [...draft.problems]
  const more = draft.problems.length > 0 && before === null ? missingValues(desk.register, input) : []
  for (const problem of [...prepared.problems, ...more]) {
    const placed = atColumn(problem, number, headerOf)
    if (placed.column !== null && told.has(placed.column)) continue
    told.add(placed.column)
    problems.push(placed)
  }
  return asRow('wrong', null, problems)
}

const isChanged = (before: Values, after: Values): boolean =>
  Object.keys(after).some((name) => !isSame(before[name], after[name]))

/** `validate` stops at malformed values; a person wants to hear at once of the missing ones too. */
function missingValues(register: AnyRegister, input: Values): Problem[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const given = name in input ? input[name] : 'default' in field ? field.default : null
    return field.required && !field.derived && isEmpty(given)
      ? [{ field: name, message: { zh: `请填写“${field.label.zh}”`, en: `"${field.label.en}" is required` } }]
      : []
  })
}

const atColumn = (problem: Problem, row: number, headerOf: HeaderOf): ImportProblem => ({
  row,
  column: problem.field === undefined ? null : headerOf(problem.field),
  message: problem.message,
})

/** The very same rows, unless some would take a unique key which another record has: these are wrong. */
export async function withoutTakenKeys(
  tx: Tx,
  register: AnyRegister,
  importKey: ImportKey,
  rows: readonly PlannedRow[],
  headerOf: HeaderOf,
): Promise<readonly PlannedRow[]> {
  let checked = rows
  for (const fields of register.unique ?? []) {
    if (fields.join() === importKey.fields.join()) continue
    const key: ImportKey = { fields, isWholeRow: false }
    const takes = (row: PlannedRow) =>
      row.prepared !== null &&
      row.kind !== 'unchanged' &&
      fields.every((name) => (row.prepared!.values[name] ?? null) !== null)
    const found = await findExisting(
      tx,
      register,
      key,
      checked.filter(takes).map((row) => row.prepared!.values),
    )
    if (found.size === 0) continue
    checked = checked.map((row) => {
      if (!takes(row)) return row
      const [other] = found.get(keyText(key, row.prepared!.values) ?? '') ?? []
      if (!other || other.id === row.id) return row
      const names = namesOf(fields, headerOf)
      const message = {
        zh: `“${names}”相同的另一条记录已经存在`,
        en: `Another record with the same “${names}” exists already`,
      }
      return {
        ...row,
        kind: 'wrong' as const,
        prepared: null,
        problems: [...row.problems, { row: row.number, column: names, message }],
      }
    })
  }
  return checked
}
