import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireDeadRow, WireMissing } from '../../language/wire-feeds.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { mayReadField } from '../records/allowed.ts'
import { titlesOf } from '../records/present.ts'
import type { SheetSpec, WriteCell } from '../sheets/sheet-spec.ts'
import { type KeptDeadRow, pageOfDead } from './dead-rows.ts'
import type { Feed } from './feeds.ts'

const MASK = '•••'
const PAGE = 50
const SHEET_PAGE = 2000

/** Rows that could not be taken, as a person may see them: what would fill a field closed to them is masked. */
export async function listDeadRows(
  tx: Tx,
  actor: Actor,
  feed: Feed,
  register: AnyRegister,
  after?: string,
): Promise<{ rows: WireDeadRow[]; next: string | null }> {
  const found = await pageOfDead(tx, feed.id, after ?? null, PAGE + 1)
  const page = found.slice(0, PAGE)
  return {
    rows: page.map((row) => shown(row, actor, feed, register)),
    next: found.length > PAGE ? page.at(-1)!.key : null,
  }
}

function shown({ key, texts, ...row }: KeptDeadRow, actor: Actor, feed: Feed, register: AnyRegister): WireDeadRow {
  const closed = closedColumns(actor, feed, register)
  const open = Object.entries(texts).map(([column, text]) => [column, closed.has(column) ? MASK : text])
  const problems = row.problems.map((problem) =>
    problem.column !== null && closed.has(problem.column) ? { ...problem, message: UNTOLD } : problem,
  )
  return { id: key, ...row, texts: Object.fromEntries(open), problems }
}

/** The words of a mistake may quote the value. */
const UNTOLD = { zh: '这一项有误', en: 'this is wrong' }

const closedColumns = (actor: Actor, feed: Feed, register: AnyRegister): ReadonlySet<string> =>
  new Set(feed.mapping.filter(({ field }) => !mayReadField(register, actor, field)).map(({ column }) => column))

/** All rows that could not be taken, with what is wrong with each. */
export function deadRowsSheet(engine: Engine, actor: Actor, feed: Feed, register: AnyRegister): SheetSpec {
  const { lang } = actor
  const columns = feed.mapping.map(({ column }) => column)
  const words = lang === 'zh' ? { place: '位置', problems: '问题' } : { place: 'Where', problems: 'Problems' }
  async function* rows(): AsyncGenerator<WriteCell[]> {
    for (let after: string | null = null; ;) {
      const page = await engine.database.inCollege(actor.collegeId, (tx) => pageOfDead(tx, feed.id, after, SHEET_PAGE))
      for (const kept of page) {
        const row = shown(kept, actor, feed, register)
        const problems = row.problems.map(({ column, message }) =>
          column === null ? message[lang] : `${column}：${message[lang]}`,
        )
        yield [row.place, problems.join('\n'), ...columns.map((name) => row.texts[name] ?? '')]
      }
      if (page.length < SHEET_PAGE) return
      after = page.at(-1)!.key
    }
  }
  return {
    sheetName: feed.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: [
      { header: words.place, kind: 'text', width: 20 },
      { header: words.problems, kind: 'text', width: 60 },
      ...columns.map((header) => ({ header, kind: 'text', width: 18 }) as const),
    ],
    rows: rows(),
  }
}

const MISSING_SHOWN = 500

/** Records whose rows are no longer in the source, the latest first. */
export async function listMissing(engine: Engine, tx: Tx, feed: Feed): Promise<WireMissing[]> {
  const rows = await tx.run<Omit<WireMissing, 'title'>>(sql`
    SELECT record_id AS "recordId", missing_since AS since, is_retired AS "isRetired" FROM feed_rows
    WHERE college_id = ${tx.collegeId} AND feed_id = ${feed.id} AND missing_since IS NOT NULL
    ORDER BY missing_since DESC, record_id LIMIT ${MISSING_SHOWN}`)
  const titles = await titlesOf(
    engine,
    tx,
    feed.register,
    rows.map((row) => row.recordId),
  )
  return rows.map((row) => ({ ...row, title: titles.get(row.recordId) ?? '' }))
}
