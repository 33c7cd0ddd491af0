import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { getStandardTable } from '../../engine/standards/list-tables.ts'
import { tablesOf } from '../../engine/standards/coverage.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Frequency, StandardTable } from '../../language/standard.ts'
import { addressOf, changeConnection, checkMayManage, findConnection, openConnection } from './inside/connection.ts'
import { listBatches } from './inside/ledger.ts'
import { countRejected, listRejected } from './inside/rejected.ts'
import { platformClient, PlatformRefusal } from './inside/platform-client.ts'
import { askResults, reportTable } from './inside/report-table.ts'
import { tryConnection } from './inside/try-connection.ts'
import { STANDARD, STATES, USUAL_PATHS } from './inside/wire-platform.ts'

interface OfTable extends Readonly<Record<string, unknown>> {
  readonly table: string
}

/** The reporting of one table of one college, once; nothing is done while no connection is switched on. */
async function withPlatform<T>(
  { engine, college, signal }: JobContext<OfTable>,
  tableName: string,
  work: (reporting: Parameters<typeof reportTable>[0], table: StandardTable, batchRows: number) => Promise<T>,
): Promise<T | null> {
  const table = getStandardTable(engine, STANDARD, tableName)
  const connection = await engine.database.inCollege(college, (tx) => openConnection(engine, tx, STANDARD))
  if (!connection) return null
  const client = platformClient(connection.address, signal)
  return work({ engine, college, client, signal }, table, connection.batchRows)
}

export const reportJob = defineJob({
  name: 'report-to-national-platform',
  label: { zh: '上报国家平台', en: 'Report to the national platform' },
  retries: 5,
  firstRetrySeconds: 60,
  slow: true,
  async run(context: JobContext<OfTable>) {
    try {
      const sent = await withPlatform(context, context.data.table, (reporting, table, rows) =>
        reportTable(reporting, table, rows, (done) => context.progress(done)),
      )
      return { sent, refused: null }
    } catch (error) {
      // It stands in the ledger. Nothing is gained by trying again before somebody has mended why.
      if (error instanceof PlatformRefusal) return { sent: null, refused: error.label }
      throw error
    }
  },
  tell: ({ sent, refused }) =>
    refused ??
    (sent === null
      ? { zh: '上报没有启用，什么也没有送', en: 'Reporting is switched off: nothing was sent' }
      : { zh: `送出 ${sent} 行`, en: `${sent} rows were sent` }),
})

/** The platform checks within half an hour: asked again and again until it has answered. */
export const resultsJob = defineJob({
  name: 'ask-national-platform',
  label: { zh: '查询国家平台检查结果', en: 'Results of the national platform’s check' },
  retries: 2,
  slow: true,
  timetable: '*/10 * * * *',
  isDue: async (tx) => (await sentTables(tx)).length > 0,
  async run(context: JobContext) {
    const { engine, college } = context
    const waiting = await engine.database.inCollege(college, sentTables)
    let answered = 0
    for (const { table_name } of waiting)
      answered +=
        (await withPlatform({ ...context, data: { table: table_name } }, table_name, (reporting, table) =>
          askResults(reporting, table),
        )) ?? 0
    return { answered }
  },
})

/** Tables of which something was sent that is not answered yet. */
const sentTables = (tx: Tx) =>
  tx.run<{ table_name: string }>(sql`
    SELECT DISTINCT table_name FROM standard_batches WHERE college_id = ${tx.collegeId} AND standard = ${STANDARD} AND state = 'sent'`)

export const jobs = [reportJob, resultsJob]

/** At night, as often as the standard wants each table; tables of a term at the beginning of March and September. */
const TIMES: Readonly<Record<Frequency, string>> = {
  day: '30 1 * * *',
  week: '30 1 * * 1',
  month: '30 1 1 * *',
  term: '30 1 1 3,9 *',
  year: '30 1 1 9 *',
}

const path = z.string().max(200)
const connection = z.object({
  url: z.string().max(300),
  appKey: z.string().min(1).max(120),
  secret: z.string().max(64).optional(),
  mode: z.enum(['ecb', 'cbc']),
  encoding: z.enum(['base64', 'hex']),
  batchRows: z.int().min(1).max(5000),
  paths: z.object({ authorise: path, refresh: path, report: path, query: path }).default({ ...USUAL_PATHS }),
  enabled: z.boolean(),
})
const oneTable = z.object({ table: z.string().max(80) })

export function routes(app: FastifyInstance, { engine, jobs: queue, withActor }: ModuleServer): void {
  const path = '/api/national-platform'
  const getOpenConnection = async (tx: Tx) => {
    if (!(await openConnection(engine, tx, STANDARD)))
      throw new Refusal('conflict', {
        zh: '还没有启用上报连接：请先填写平台地址、应用标识和密钥，并启用',
        en: 'No connection is switched on: enter the platform’s address, key and secret first, and enable it',
      })
  }

  app.get(`${path}/connection`, (request) =>
    withActor(request, (tx, actor) => findConnection(engine, tx, actor, STANDARD)),
  )

  app.put(`${path}/connection`, async (request, reply) => {
    const { secret, ...rest } = connection.parse(request.body)
    await withActor(request, async (tx, actor) => {
      await changeConnection(engine, tx, actor, STANDARD, { ...rest, ...(secret ? { secret } : {}) })
      for (const table of tables(engine))
        if (rest.enabled) await queue.schedule(reportJob, tx, table.name, TIMES[table.every], { table: table.name })
        else await queue.unschedule(tx, reportJob.name, table.name)
    })
    return reply.status(204).send()
  })

  /** Tries what the form says, saved or not. */
  app.post(`${path}/connection/test`, async (request) => {
    const { secret, ...rest } = connection.parse(request.body)
    const address = await withActor(request, (tx, actor) =>
      addressOf(engine, tx, actor, STANDARD, { ...rest, ...(secret ? { secret } : {}) }),
    )
    const wrong = await tryConnection(address)
    return { ok: wrong === null, wrong }
  })

  app.get(`${path}/batches`, (request) => {
    const query = z
      .object({ table: z.string().max(80).optional(), state: z.enum(STATES).optional(), after: z.uuid().optional() })
      .parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      const rows = await listBatches(tx, {
        standard: STANDARD,
        ...(query.table ? { table: query.table } : {}),
        ...(query.state ? { states: [query.state] } : {}),
        ...(query.after ? { after: query.after } : {}),
      })
      return { rows, next: rows.length === 50 ? rows.at(-1)!.id : null }
    })
  })

  /** Tables of which the platform rejected rows, and how many. */
  app.get(`${path}/rejected`, (request) =>
    withActor(request, (tx, actor) => {
      checkMayManage(engine, actor)
      return countRejected(engine, tx, actor, tables(engine))
    }),
  )

  /** Rows that the platform rejected, with its words. */
  app.get(`${path}/tables/:table/rejected`, (request) => {
    const { table } = oneTable.parse(request.params)
    return withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      return listRejected(engine, tx, actor, getStandardTable(engine, STANDARD, table))
    })
  })

  app.get(`${path}/timetable`, (request) =>
    withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      return (await queue.timetable(tx)).filter((line) => line.job === reportJob.name)
    }),
  )

  app.post(`${path}/tables/:table/report`, async (request, reply) => {
    const { table } = oneTable.parse(request.params)
    const job = await withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      getStandardTable(engine, STANDARD, table)
      await getOpenConnection(tx)
      await writeAudit(tx, { kind: 'standard.report', actor, subject: table })
      return queue.send(reportJob, tx, { table }, { key: table, by: actor })
    })
    return reply.status(202).send({ job })
  })

  /** Asks now what the platform's check made of what it has; it is asked every ten minutes anyway. */
  app.post(`${path}/results`, async (request, reply) => {
    const job = await withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      await getOpenConnection(tx)
      return queue.send(resultsJob, tx, {}, { key: 'now', by: actor })
    })
    return reply.status(202).send({ job })
  })

  app.post(`${path}/tables/:table/pause`, async (request, reply) => {
    const { table } = oneTable.parse(request.params)
    const { paused } = z.object({ paused: z.boolean() }).parse(request.body)
    await withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      await queue.pause(tx, reportJob.name, table, paused)
      await writeAudit(tx, { kind: 'job.pause', actor, subject: table, detail: { paused } })
    })
    return reply.status(204).send()
  })

  /** Sends a batch again that the platform refused as a whole. */
  app.post(`${path}/batches/:id/replay`, async (request, reply) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params)
    const job = await withActor(request, async (tx, actor) => {
      checkMayManage(engine, actor)
      const [batch] = await tx.run<{ table_name: string }>(sql`
        UPDATE standard_batches SET state = 'prepared', error = NULL WHERE college_id = ${tx.collegeId} AND id = ${id} AND state = 'failed'
        RETURNING table_name`)
      if (!batch)
        throw new Refusal('not-found', {
          zh: '没有这个失败的批次，或它已重新上报',
          en: 'There is no such failed batch, or it was sent again',
        })
      await writeAudit(tx, { kind: 'standard.report', actor, subject: batch.table_name, detail: { batch: id } })
      return queue.send(reportJob, tx, { table: batch.table_name }, { key: batch.table_name, by: actor })
    })
    return reply.status(202).send({ job })
  })
}

const tables = (engine: Engine): readonly StandardTable[] => {
  const standard = engine.catalogue.standards.get(STANDARD)
  return standard ? tablesOf(standard, engine.catalogue.standardTables) : []
}
