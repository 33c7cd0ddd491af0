import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { readAhead } from '../../../engine/read-ahead.ts'
import { type StandardRow, standardRows } from '../../../engine/standards/standard-rows.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { Label } from '../../../language/label.ts'
import type { StandardTable } from '../../../language/standard.ts'
import {
  listBatches,
  noteAttempt,
  noteFailure,
  noteNothing,
  noteReceipt,
  noteResult,
  noteSentRows,
  prepareBatch,
  recordsOf,
  unreported,
} from './ledger.ts'
import { type PlatformClient, PlatformRefusal, type ReportedRow } from './platform-client.ts'
import type { Batch } from './wire-platform.ts'

export interface Reporting {
  readonly engine: Engine
  readonly college: string
  readonly client: PlatformClient
  readonly signal?: AbortSignal
}

/**
 * Reports a table: first the batches that were written down and not answered, then all rows that were never accepted
 * as they stand now. Each batch is written down in a transaction of its own before it is sent, so that after a crash
 * the same rows go out under the same number; the platform knows a row by its key.
 * @returns how many rows were handed over
 * @throws PlatformBusy when the platform cannot be reached: what is written down stays for the next time
 */
export async function reportTable(
  reporting: Reporting,
  table: StandardTable,
  batchRows: number,
  told: (rows: number) => Promise<void> = async () => {},
): Promise<number> {
  let sent = 0
  for (const batch of await open(reporting, table, 'prepared')) {
    sent += await sendBatch(reporting, table, batch.id)
    await told(sent)
  }
  // The next batch is written down while one is on its way; should that fail, both are sent the next time.
  for await (const { batch, rows } of readAhead(preparedPages(reporting, table, batchRows))) {
    if (batch) sent += await sendBatch(reporting, table, batch, rows)
    await told(sent)
  }
  if (sent === 0) await reporting.engine.database.inCollege(reporting.college, (tx) => noteNothing(tx, table))
  return sent
}

interface PreparedPage {
  /** Null where nothing of the page has changed. */
  readonly batch: string | null
  readonly rows: readonly StandardRow[]
}

/** The table's rows page by page, each in a short transaction: a table of a million rows holds nothing back for long. */
async function* preparedPages(
  { engine, college, signal }: Reporting,
  table: StandardTable,
  size: number,
): AsyncGenerator<PreparedPage> {
  for (let after: string | undefined; ;) {
    signal?.throwIfAborted()
    const page = await engine.database.inCollege(college, async (tx) => {
      const all = await onePage(engine, tx, table, after, size)
      const rows = all.length > 0 ? await unreported(tx, table, all) : []
      return { last: all.at(-1)?.id, rows, batch: rows.length > 0 ? await prepareBatch(tx, table, rows) : null }
    })
    if (page.last === undefined) return
    yield page
    after = page.last
  }
}

async function onePage(
  engine: Engine,
  tx: Tx,
  table: StandardTable,
  after: string | undefined,
  size: number,
): Promise<readonly StandardRow[]> {
  for await (const rows of standardRows(engine, tx, table, { batch: size, ...(after ? { after } : {}) })) return rows
  return []
}

/** Sends what is written down. Rows that are no longer in use are left out. */
async function sendBatch(
  { engine, college, client }: Reporting,
  table: StandardTable,
  batch: string,
  known?: readonly StandardRow[],
): Promise<number> {
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(college, work)
  const rows =
    known ??
    (await inCollege(async (tx) => {
      const ids = await recordsOf(tx, batch)
      const found: StandardRow[] = []
      if (ids.length > 0) for await (const some of standardRows(engine, tx, table, { ids })) found.push(...some)
      await noteSentRows(tx, batch, found)
      return found
    }))
  try {
    const receipt = await client.report(
      table.name,
      batch,
      rows.map((row) => named(table, row)),
    )
    await inCollege(async (tx) => {
      await noteAttempt(tx, batch, null)
      await noteReceipt(tx, batch, receipt)
    })
    return rows.length
  } catch (error) {
    const label = error instanceof Refusal ? error.label : unexpected
    await inCollege(async (tx) => {
      await noteAttempt(tx, batch, label)
      if (error instanceof PlatformRefusal) await noteFailure(tx, batch, label)
    })
    throw error
  }
}

const unexpected: Label = {
  zh: '上报中断，原因见服务器日志；这一批会以同样的编号再送',
  en: 'It broke off: the server’s log says why. The batch goes out again under the same number',
}

/** Column → text; what is empty is left out. */
function named(table: StandardTable, row: StandardRow): ReportedRow {
  const found: Record<string, string> = {}
  for (const [i, [, name]] of table.columns.entries()) {
    const value = row.values[i]
    if (value !== null && value !== undefined) found[name] = value
  }
  return found
}

/** Asks what the platform's check made of the batches that it has. @returns how many it has answered */
export async function askResults(reporting: Reporting, table: StandardTable): Promise<number> {
  let answered = 0
  for (const batch of await open(reporting, table, 'sent')) {
    reporting.signal?.throwIfAborted()
    const result = await reporting.client.query(batch.receipt!)
    if (result.state === 'checking') continue
    await reporting.engine.database.inCollege(reporting.college, (tx) => noteResult(tx, batch.id, result.faults))
    answered++
  }
  return answered
}

/** All batches of a state, oldest first. */
async function open(
  { engine, college }: Reporting,
  table: StandardTable,
  state: 'prepared' | 'sent',
): Promise<Batch[]> {
  const found: Batch[] = []
  for (;;) {
    const after = found.at(-1)?.id
    const page = await engine.database.inCollege(college, (tx) =>
      listBatches(tx, {
        standard: table.standard,
        table: table.name,
        states: [state],
        oldestFirst: true,
        limit: 500,
        ...(after ? { after } : {}),
      }),
    )
    found.push(...page)
    if (page.length < 500) return found
  }
}
