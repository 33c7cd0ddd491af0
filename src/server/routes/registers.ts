import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { visibleCounts } from '../../engine/records/counts.ts'
import { act } from '../../engine/records/act.ts'
import { actOnMany } from '../../engine/records/act-on-many.ts'
import { getRecord, listRecords, type ListRequest } from '../../engine/records/list.ts'
import { findOptions } from '../../engine/records/options.ts'
import { present } from '../../engine/records/present.ts'
import { referringRecords } from '../../engine/records/referring.ts'
import { registerStatistics } from '../../engine/records/statistics.ts'
import { historyOf, readableHistory } from '../../engine/history/read.ts'
import { getRegister } from '../../engine/engine.ts'
import { Refusal } from '../../engine/refusal.ts'
import type { WireCondition } from '../../language/wire.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const operators = ['is', 'in', 'not', 'contains', 'atLeast', 'atMost', 'empty', 'filled'] as const
const conditions = z.array(z.tuple([z.string().max(60), z.enum(operators), z.unknown()])).max(40)

/** The conditions of an address: ?where=[["kind","is","invention"]]. @throws Refusal 400 */
export function readWhere(text: string | undefined): WireCondition[] {
  if (!text) return []
  try {
    return conditions.parse(JSON.parse(text)) as WireCondition[]
  } catch {
    throw new Refusal('bad-request', {
      zh: '地址中的筛选条件无法识别，请清除筛选后重试',
      en: 'The filter in the address cannot be read: clear the filters and try again',
    })
  }
}

export const listQuery = z.object({
  q: z.string().max(200).optional(),
  where: z.string().max(8000).optional(),
  sort: z.string().max(60).optional(),
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  deleted: z.enum(['0', '1']).optional(),
})

/** A list's address as a request to the engine. */
export function readList(register: string, query: unknown): ListRequest {
  const { q, where, sort, after, limit, deleted } = listQuery.parse(query)
  return {
    register,
    where: readWhere(where),
    ...(q ? { q } : {}),
    ...(sort ? { sort } : {}),
    ...(after ? { after } : {}),
    ...(limit ? { limit } : {}),
    ...(deleted === '1' ? { deleted: true } : {}),
  }
}

const values = z.record(z.string().max(60), z.unknown())
const named = z.object({ register: z.string().max(60) })
const one = named.extend({ id: z.uuid() })
const comment = z.string().max(2000).optional()
export const newBody = z.object({ values, comment })
export const changeBody = z.object({ values, version: z.number().int(), comment })
export const actionsBody = z.object({ version: z.number().int(), comment })

/** Lists and records of every register: nothing here knows one by name. */
export function registerRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/registers', (request) => withActor(server, request, (tx, actor) => visibleCounts(engine, tx, actor)))

  app.get('/api/registers/:register', described({ query: listQuery }), (request) => {
    const { register } = named.parse(request.params)
    const list = readList(register, request.query)
    return withActor(server, request, (tx, actor) => listRecords(engine, tx, actor, list))
  })

  app.post('/api/registers/:register', described({ body: newBody }), async (request, reply) => {
    const { register } = named.parse(request.params)
    const body = newBody.parse(request.body)
    const made = await withActor(server, request, (tx, actor) =>
      act(engine, tx, actor, {
        register,
        action: 'create',
        values: body.values,
        ...(body.comment ? { comment: body.comment } : {}),
      }),
    )
    return reply.status(201).send(made)
  })

  const optionsQuery = z.object({ q: z.string().max(100).optional(), ids: z.string().max(4000).optional() })
  app.get('/api/registers/:register/options', described({ query: optionsQuery }), (request) => {
    const { register } = named.parse(request.params)
    const { q, ids } = optionsQuery.parse(request.query)
    return withActor(server, request, (tx, actor) =>
      findOptions(engine, tx, actor, register, { ...(q ? { q } : {}), ...(ids ? { ids: ids.split(',') } : {}) }),
    )
  })

  app.get('/api/registers/:register/statistics', described({ query: listQuery }), (request) => {
    const { register } = named.parse(request.params)
    const list = readList(register, request.query)
    return withActor(server, request, (tx, actor) => registerStatistics(engine, tx, actor, list))
  })

  const bulkBody = z.object({
    ids: z.array(z.uuid()).max(5000).optional(),
    where: conditions.optional(),
    versions: z.record(z.uuid(), z.number().int()).optional(),
    action: z.string().max(40),
    comment,
  })
  app.post('/api/registers/:register/bulk', described({ body: bulkBody }), (request) => {
    const { register } = named.parse(request.params)
    const body = bulkBody.parse(request.body)
    return withActor(server, request, (tx, actor) =>
      actOnMany(engine, tx, actor, {
        register,
        action: body.action,
        ...(body.ids ? { ids: body.ids } : {}),
        ...(body.where ? { where: body.where as WireCondition[] } : {}),
        ...(body.versions ? { versions: body.versions } : {}),
        ...(body.comment ? { comment: body.comment } : {}),
      }),
    )
  })

  app.get('/api/registers/:register/:id', (request) => {
    const { register: name, id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const register = getRegister(engine, name)
      const [record] = await present(engine, tx, actor, register, [await getRecord(tx, actor, register, id)])
      return record
    })
  })

  app.patch('/api/registers/:register/:id', described({ body: changeBody }), (request) => {
    const { register, id } = one.parse(request.params)
    const body = changeBody.parse(request.body)
    return withActor(server, request, (tx, actor) =>
      act(engine, tx, actor, {
        register,
        id,
        action: 'update',
        values: body.values,
        version: body.version,
        ...(body.comment ? { comment: body.comment } : {}),
      }),
    )
  })

  app.post('/api/registers/:register/:id/actions/:action', described({ body: actionsBody }), (request) => {
    const { register, id, action } = one.extend({ action: z.string().max(40) }).parse(request.params)
    if (action === 'create' || action === 'update')
      throw new Refusal('bad-request', { zh: '请使用新增或修改的地址', en: 'Use the address for creating or changing' })
    const body = actionsBody.parse(request.body)
    return withActor(server, request, (tx, actor) =>
      act(engine, tx, actor, {
        register,
        id,
        action,
        version: body.version,
        ...(body.comment ? { comment: body.comment } : {}),
      }),
    )
  })

  app.get('/api/registers/:register/:id/history', (request) => {
    const { register: name, id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const register = getRegister(engine, name)
      await getRecord(tx, actor, register, id)
      return readableHistory(register, actor, await historyOf(tx, name, id))
    })
  })

  app.get('/api/registers/:register/:id/referring', (request) => {
    const { register, id } = one.parse(request.params)
    return withActor(server, request, (tx, actor) => referringRecords(engine, tx, actor, register, id))
  })
}
