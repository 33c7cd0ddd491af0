import type { Tx } from '../../database/connection.ts'
import { firstState } from '../../language/catalogue.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { FeedProblem } from '../../language/wire-feeds.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { inOrder } from '../importing/accept-import.ts'
import { planImport, type PlannedRow } from '../importing/plan-import.ts'
import { explained } from '../records/act.ts'
import { actOnMany } from '../records/act-on-many.ts'
import { hearGuards } from '../records/guards.ts'
import { changed, made } from '../records/write-many.ts'
import { insertEvents, insertRows, updateRows } from '../records/write-rows.ts'
import { Refusal } from '../refusal.ts'
import { type DeadRow, keepDead, removeDead } from './dead-rows.ts'
import { keepTaken, type KnownRow, loadKnown, noLongerMissing, type TakenRow } from './feed-rows.ts'
import { hashOf, type MappedBatch, type MappedRow, sheetOf, UNREADABLE } from './map-rows.ts'
import type { SeenRows } from './seen-rows.ts'

/** What a run remembers from batch to batch. */
export interface Taking {
  readonly engine: Engine
  readonly college: string
  /** Ids of the feed and of the run. */
  readonly feed: string
  readonly run: string
  readonly register: AnyRegister
  readonly actor: Actor
  /** Why, for history. */
  readonly reason: string
  readonly seen: SeenRows
  /** Rows are looked at again though they say what they said. */
  readonly looksAgain: boolean
  /** Nothing is written. */
  readonly isDry: boolean
  readonly signal?: AbortSignal | undefined
  /** There may be rows that could not be taken. */
  hasDead: boolean
  /** The next number for a row that is taken for the first time; one that was rolled back is not given again. */
  next: number
}

export interface BatchOutcome {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly wrong: readonly DeadRow[]
}

/** Where a row comes from: the source, or those kept because they could not be taken. */
export type Origin = { readonly of: 'source' } | { readonly of: 'dead'; readonly keys: readonly string[] }

/**
 * Takes one batch: rows that say what they said are passed over, the others are checked and written as an import would,
 * in one transaction. A row that the database itself refuses is found by halving, and the others are taken.
 */
export async function takeBatch(
  taking: Taking,
  batch: MappedBatch,
  origin: Origin = { of: 'source' },
): Promise<BatchOutcome> {
  try {
    const { done, met } = await taking.engine.database.inCollege(taking.college, (tx) =>
      take(tx, taking, batch, origin),
    )
    // Rows kept from before are no rows of the source: there, theirs may still come.
    if (origin.of === 'source') for (const n of met) taking.seen.add(n)
    if (!taking.isDry) taking.hasDead ||= done.wrong.length > 0
    return done
  } catch (error) {
    if (!isOfRows(error)) throw error
    const middle = Math.ceil(batch.rows.length / 2)
    if (batch.rows.length > 1) {
      const part = (from: number, to?: number) =>
        takeBatch(
          taking,
          { ...batch, rows: batch.rows.slice(from, to) },
          origin.of === 'dead' ? { ...origin, keys: origin.keys.slice(from, to) } : origin,
        )
      const first = await part(0, middle)
      const second = await part(middle)
      return {
        created: first.created + second.created,
        changed: first.changed + second.changed,
        unchanged: first.unchanged + second.unchanged,
        wrong: [...first.wrong, ...second.wrong],
      }
    }
    const [row] = batch.rows
    const wrong = [deadRow(row!, [{ column: null, message: inWords(error, taking.register) }])]
    if (!taking.isDry) {
      await taking.engine.database.inCollege(taking.college, (tx) => keepDead(tx, taking.feed, taking.run, wrong))
      taking.hasDead = true
    }
    return { created: 0, changed: 0, unchanged: 0, wrong }
  }
}

/** Somebody changed a record at the same moment. */
class Lost extends Error {}
/** PostgreSQL's classes 22 and 23 are values, 40 is a conflict; a module may refuse what no row shows by itself. */
const isOfRows = (error: unknown): boolean =>
  error instanceof Lost ||
  (error instanceof Refusal && error.code === 'invalid') ||
  (error instanceof Error && /^(?:22|23|40)/.test(String((error as { code?: unknown }).code ?? '')))

function inWords(error: unknown, register: AnyRegister): Label {
  const told = explained(error, register)
  if (told instanceof Refusal) return told.details.problems?.[0]?.message ?? told.label
  return error instanceof Lost
    ? { zh: '这条记录刚刚被别人修改，下次会再试', en: 'Somebody changed this record just now: it will be tried again' }
    : { zh: '这一行有数据库不能保存的值', en: 'This row has a value that the database cannot keep' }
}

interface Sorted {
  readonly fresh: readonly MappedRow[]
  /** Rows of the source that say what they said, of which those that were missing. */
  readonly same: readonly MappedRow[]
  readonly back: readonly MappedRow[]
  readonly wrong: readonly DeadRow[]
  readonly met: readonly number[]
}

async function take(tx: Tx, taking: Taking, batch: MappedBatch, origin: Origin) {
  const { feed, isDry } = taking
  const known = await loadKnown(
    tx,
    feed,
    batch.rows.map((row) => row.key),
  )
  const { fresh, same, back, wrong, met } = sortRows(taking, batch.rows, known, origin)
  if (!isDry)
    await restore(
      tx,
      taking,
      fresh.flatMap((row) => known.get(row.key) ?? []),
    )
  const planned = fresh.length === 0 ? [] : await plan(tx, taking, { columns: batch.columns, rows: fresh })
  const taken: TakenRow[] = []
  const dead = [...wrong]
  for (const [index, row] of fresh.entries()) {
    const { kind, id, problems } = planned[index]!
    if (kind === 'wrong') dead.push(deadRow(row, problems))
    else taken.push({ ...row, n: known.get(row.key)?.n ?? taking.next++, recordId: id })
  }
  const of = (kind: PlannedRow['kind']) => planned.filter((row) => row.kind === kind)
  const [creates, updates] = [of('create'), of('update')]
  if (!isDry) {
    await write(tx, taking, creates, updates)
    await keepTaken(tx, feed, taken)
    await noLongerMissing(
      tx,
      feed,
      back.map((row) => row.key),
    )
    if (taking.hasDead)
      await removeDead(
        tx,
        feed,
        [...same, ...taken].map((row) => row.key),
      )
    await keepDead(tx, feed, taking.run, lastOfEach(dead))
  }
  const done: BatchOutcome = {
    created: creates.length,
    changed: updates.length,
    unchanged: batch.rows.length - creates.length - updates.length - dead.length,
    wrong: dead,
  }
  return { done, met: isDry ? met : [...met, ...taken.map((row) => row.n)] }
}

/** What each row is, before anything is looked up but its hash. */
function sortRows(
  taking: Taking,
  rows: readonly MappedRow[],
  known: ReadonlyMap<string, KnownRow>,
  origin: Origin,
): Sorted {
  const fresh: MappedRow[] = []
  const same: MappedRow[] = []
  const back: MappedRow[] = []
  const wrong: DeadRow[] = []
  const met: number[] = []
  const here = new Map<string, MappedRow>()
  for (const [index, row] of rows.entries()) {
    const before = known.get(row.key)
    const first = here.get(row.key)
    const isAgain =
      origin.of === 'source' && (first !== undefined || (before !== undefined && taking.seen.has(before.n)))
    // One that was dead because another row has its key must not take that one's place.
    const isSecond = origin.of === 'dead' && before !== undefined && origin.keys[index] !== row.key
    if (isAgain || isSecond) {
      if ((first ?? before)!.hash !== row.hash)
        wrong.push(deadRow(row, [doubled(first)], hashOf(`${row.key}#${row.hash}`)))
      continue
    }
    here.set(row.key, row)
    if (before) met.push(before.n)
    if (before && before.hash === row.hash && !taking.looksAgain && !before.isRetired) {
      same.push(row)
      if (before.isMissing) back.push(row)
    } else if (row.cells.some((cell) => typeof cell === 'string' && cell.includes(UNREADABLE)))
      wrong.push(deadRow(row, unreadable(row)))
    else fresh.push(row)
  }
  return { fresh, same, back, wrong, met }
}

/** Records that were taken out of use because their rows had gone come back with them. */
async function restore(tx: Tx, { engine, actor, register, reason }: Taking, rows: readonly KnownRow[]): Promise<void> {
  const ids = rows.filter((row) => row.isRetired).map((row) => row.recordId)
  if (ids.length > 0)
    await actOnMany(engine, tx, actor, { register: register.name, ids, action: 'restore', comment: reason })
}

/** A planned row whose problems speak of the source's columns. */
type Placed = Omit<PlannedRow, 'problems'> & { readonly problems: readonly FeedProblem[] }

async function plan(
  tx: Tx,
  { engine, actor, register, signal }: Taking,
  batch: MappedBatch,
): Promise<readonly Placed[]> {
  const sheet = sheetOf(register, batch)
  const { rows, sheetProblems, match } = await planImport(engine, tx, actor, register, sheet, signal)
  const [problem] = sheetProblems
  if (problem) throw new Refusal('conflict', problem.message)
  const lost = batch.columns.find((_, index) => match.fields[index] !== batch.columns[index]!.field)
  if (lost) throw new Error(`Register "${register.name}": the header of field "${lost.field}" does not mean this field`)
  const columnOf = new Map(sheet.headers.map((header, index) => [header, batch.columns[index]!.column]))
  return rows.map((row) => ({
    ...row,
    problems: row.problems.map(({ column, message }): FeedProblem => {
      const theirs = column === null ? undefined : columnOf.get(column)
      if (theirs !== undefined || column === null) return { column: theirs ?? null, message }
      return { column: null, message: { zh: `${column}：${message.zh}`, en: `${column}: ${message.en}` } }
    }),
  }))
}

async function write(
  tx: Tx,
  { engine, actor, register, reason, signal }: Taking,
  creates: readonly Placed[],
  updates: readonly Placed[],
): Promise<void> {
  const state = firstState(register)
  const news = inOrder(register, creates).map((row) => ({ id: row.id, state, ...row.prepared! }))
  if (register.eventsAt) await insertEvents(tx, actor, register, news, reason, { taken: 'skip', signal })
  else {
    await insertRows(tx, actor, register, news, reason, signal)
    const changes = updates.map((row) => ({ before: row.before!, ...row.prepared! }))
    const lost = await updateRows(tx, actor, register, changes, reason, signal)
    if (lost.length > 0) throw new Lost()
    await hearGuards(engine, tx, actor, register.name, () => [
      ...news.map((row) => made(register, row)),
      ...changes.map((row) => changed(register, row)),
    ])
  }
}

const deadRow = ({ key, place, texts }: MappedRow, problems: readonly FeedProblem[], asKey = key): DeadRow => ({
  key: asKey,
  place,
  texts: texts(),
  problems,
})

/** One statement keeps each key once. */
const lastOfEach = (rows: readonly DeadRow[]): readonly DeadRow[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
]

function doubled(first: MappedRow | undefined): FeedProblem {
  const zh = first ? `与${first.place}` : '与前面的一行'
  const en = first ? `row ${first.number}` : 'a row before it'
  return {
    column: null,
    message: {
      zh: `${zh}主键相同而内容不同，没有写入；请在来源中只保留一行`,
      en: `It has the key of ${en} and says something else, and was not taken: keep one of them in the source`,
    },
  }
}

const unreadable = (row: MappedRow): readonly FeedProblem[] =>
  Object.entries(row.texts())
    .filter(([, text]) => text.includes(UNREADABLE))
    .map(([column]) => ({
      column,
      message: {
        zh: '含有无法识别的字符（乱码）：请检查来源数据库或接口的文字编码',
        en: 'It has characters that could not be read: check the encoding of the source',
      },
    }))
