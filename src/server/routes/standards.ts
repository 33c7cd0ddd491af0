import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { may } from '../../engine/access/actor.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { checkStandardsJob } from '../../engine/standards/check-job.ts'
import { mappingOf } from '../../engine/standards/coverage.ts'
import { actOnFaults, listFaults } from '../../engine/standards/faults.ts'
import {
  checkMaySee,
  describeColumns,
  getStandard,
  getStandardTable,
  listStandardTables,
} from '../../engine/standards/list-tables.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const named = z.object({ standard: z.string().max(60) })
const oneTable = named.extend({ table: z.string().max(80) })
const faultsQuery = z.object({
  table: z.string().max(80).optional(),
  state: z.enum(['open', 'waived', 'mended']).optional(),
  mine: z.literal('1').optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
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
    const { mine, table, state, after, limit } = faultsQuery.parse(request.query)
    return withActor(server, request, (tx, actor) => {
      getStandard(engine, standard)
      return listFaults(engine, tx, actor, {
        standard,
        ...(table ? { table } : {}),
        ...(state ? { state } : {}),
        ...(mine ? { assignee: actor.accountId } : {}),
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
