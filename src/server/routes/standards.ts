import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Actor, may } from '../../engine/access/actor.ts'
import { today } from '../../engine/access/today.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import type { Engine } from '../../engine/engine.ts'
import { shortTransactions } from '../../engine/exporting/short-transactions.ts'
import { findLastRun } from '../../engine/jobs/runs.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { checkStandardsJob } from '../../engine/standards/check-job.ts'
import { mappingOf } from '../../engine/standards/coverage.ts'
import { sheetChunks } from '../../engine/sheets/write-sheet.ts'
import { actOnFaults, type FaultsRequest, listFaults } from '../../engine/standards/faults.ts'
import { listStandardRows } from '../../engine/standards/list-rows.ts'
import {
  checkMaySee,
  describeColumns,
  getStandard,
  getStandardTable,
  listStandardTables,
} from '../../engine/standards/list-tables.ts'
import { coverageSheet, faultsSheet } from '../../engine/standards/standard-sheets.ts'
import type { WireCheckRun } from '../../language/wire-standards.ts'
import type { ServerContext } from '../context.ts'
import { described } from '../described.ts'
import { hangUp } from '../hang-up.ts'
import { sendSheet } from '../send-sheet.ts'
import { withActor } from '../session.ts'

const named = z.object({ standard: z.string().max(60) })
const oneTable = named.extend({ table: z.string().max(80) })
const rowsQuery = z.object({ q: z.string().max(100).optional(), after: z.uuid().optional() })
const faultsQuery = z.object({
  table: z.string().max(80).optional(),
  state: z.enum(['open', 'waived', 'mended']).optional(),
  mine: z.literal('1').optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
const faultsSheetQuery = faultsQuery.omit({ after: true, limit: true })
const doing = z.object({
  ids: z.array(z.uuid()).min(1).max(1000),
  doing: z.discriminatedUnion('do', [
    z.object({
      do: z.literal('assign'),
      to: z.uuid().nullable(),
      dueOn: z.iso.date().nullable().default(null),
      note: z.string().max(500).nullable().default(null),
    }),
    z.object({ do: z.literal('waive'), reason: z.string().max(500) }),
    z.object({ do: z.literal('reopen') }),
  ]),
})

function faultsAsked(
  standard: string,
  { table, state, mine }: z.infer<typeof faultsSheetQuery>,
  actor: Actor,
): FaultsRequest {
  return {
    standard,
    ...(table ? { table } : {}),
    ...(state ? { state } : {}),
    ...(mine ? { assignee: actor.accountId } : {}),
  }
}

function checkMayExport(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'data.export')) throw notAllowed({ zh: '导出数据', en: 'export data' })
}

/** Tables of outside standards: how far the college is, what is wrong, who mends it. */
export function standardRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine, jobs } = server

  app.get('/api/standards', (request) =>
    withActor(server, request, async (_tx, actor) => {
      checkMaySee(engine, actor)
      return [...engine.catalogue.standards.values()].map(({ name, label, version, source }) => ({
        name,
        label,
        version,
        source,
      }))
    }),
  )

  app.get('/api/standards/:standard/tables', (request) => {
    const { standard } = named.parse(request.params)
    return withActor(server, request, (tx, actor) => listStandardTables(engine, tx, actor, standard))
  })

  app.get('/api/standards/:standard/tables/:table', (request) => {
    const { standard, table: name } = oneTable.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const tables = await listStandardTables(engine, tx, actor, standard)
      const table = getStandardTable(engine, standard, name)
      return {
        table: tables.find((t) => t.name === name)!,
        columns: describeColumns(engine, table),
        unmapped: mappingOf(table).unmapped,
      }
    })
  })

  app.get('/api/standards/:standard/tables/:table/rows', described({ query: rowsQuery }), (request) => {
    const where = oneTable.parse(request.params)
    const { q, after } = rowsQuery.parse(request.query)
    return withActor(server, request, (tx, actor) =>
      listStandardRows(engine, tx, actor, { ...where, ...(q ? { q } : {}), ...(after ? { after } : {}) }),
    )
  })

  app.get('/api/standards/:standard/check', (request) => {
    const { standard } = named.parse(request.params)
    return withActor(server, request, async (tx, actor): Promise<WireCheckRun | null> => {
      checkMaySee(engine, actor)
      getStandard(engine, standard)
      return (await findLastRun(tx, checkStandardsJob.name)) ?? null
    })
  })

  app.get('/api/standards/:standard/coverage.xlsx', async (request, reply) => {
    const { standard: name } = named.parse(request.params)
    const { tables, actor } = await withActor(server, request, async (tx, actor) => {
      checkMayExport(engine, actor)
      const tables = await listStandardTables(engine, tx, actor, name)
      await writeAudit(tx, { kind: 'export', actor, subject: name, detail: { format: 'xlsx' }, address: request.ip })
      return { tables, actor }
    })
    const { label } = getStandard(engine, name)
    return sendSheet(
      reply,
      `${label[actor.lang]} ${today()}`,
      'xlsx',
      sheetChunks(coverageSheet(engine, tables, actor.lang)),
    )
  })

  app.get('/api/standards/:standard/faults.xlsx', described({ query: faultsSheetQuery }), async (request, reply) => {
    const { standard } = named.parse(request.params)
    const query = faultsSheetQuery.parse(request.query)
    const actor = await withActor(server, request, async (tx, actor) => {
      checkMayExport(engine, actor)
      getStandard(engine, standard)
      const detail = { format: 'xlsx', faults: query.table ?? 'all' }
      await writeAudit(tx, { kind: 'export', actor, subject: standard, detail, address: request.ip })
      return actor
    })
    const tx = shortTransactions(engine, actor.collegeId, hangUp(reply))
    const sheet = faultsSheet(engine, tx, actor, faultsAsked(standard, query, actor))
    return sendSheet(reply, `${sheet.sheetName} ${today()}`, 'xlsx', sheetChunks(sheet))
  })

  const checkBody = z.object({ tables: z.array(z.string().max(80)).max(500).optional() })
  app.post('/api/standards/:standard/check', described({ body: checkBody }), async (request, reply) => {
    const { standard } = named.parse(request.params)
    const { tables } = checkBody.parse(request.body ?? {})
    const id = await withActor(server, request, async (tx, actor) => {
      getStandard(engine, standard)
      if (!may(engine.catalogue, actor, 'standards.manage'))
        throw notAllowed({ zh: '检查数据标准', en: 'check against a data standard' })
      for (const name of tables ?? []) getStandardTable(engine, standard, name)
      const key = tables ? tables.toSorted().join(',').slice(0, 60) : 'all'
      return jobs.send(checkStandardsJob, tx, tables ? { tables } : {}, { key, by: actor })
    })
    return reply.status(202).send({ job: id })
  })

  app.get('/api/standards/:standard/faults', described({ query: faultsQuery }), (request) => {
    const { standard } = named.parse(request.params)
    const { after, limit, ...query } = faultsQuery.parse(request.query)
    return withActor(server, request, (tx, actor) => {
      getStandard(engine, standard)
      return listFaults(engine, tx, actor, {
        ...faultsAsked(standard, query, actor),
        ...(after ? { after } : {}),
        ...(limit ? { limit } : {}),
      })
    })
  })

  app.post('/api/standards/:standard/faults', described({ body: doing }), (request) => {
    const { standard } = named.parse(request.params)
    const body = doing.parse(request.body)
    return withActor(server, request, (tx, actor) => {
      getStandard(engine, standard)
      return actOnFaults(engine, tx, actor, body.ids, body.doing)
    })
  })
}
