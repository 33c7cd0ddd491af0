import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  accountOptions,
  changeAccount,
  createAccount,
  getAccount,
  listAccounts,
  lockAccount,
  resetPassword,
} from '../../engine/access/accounts.ts'
import { assign, unassign } from '../../engine/access/assignments.ts'
import { delegate, listDelegations, undelegate } from '../../engine/access/delegations.ts'
import { unitTree } from '../../engine/units.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { nestUnits } from './nest-units.ts'
import { described } from '../described.ts'

const id = z.uuid()
const day = z.iso.date()
const lang = z.enum(['zh', 'en'])
const personName = z.string().trim().min(1).max(60)
const limit = z.coerce.number().int().min(1).max(200)
const text = z.string().max(200)
const assignment = z.object({ role: text, unitId: id, from: day.nullish(), to: day.nullish() })
const newAccount = z.object({
  name: text,
  personName: personName.optional(),
  personId: id.nullish(),
  lang: lang.optional(),
  password: z.string().max(1024).optional(),
  assignments: z.array(assignment).max(20).optional(),
})
const accountChange = z.object({
  personName: personName.optional(),
  personId: id.nullish(),
  lang: lang.optional(),
  version: z.int().optional(),
})
const search = z.object({
  q: text.optional(),
  role: text.optional(),
  unit: text.optional(),
  after: text.optional(),
  limit: limit.optional(),
})
const delegation = z.object({ role: text, unitId: id, toAccount: id, from: day.nullish(), to: day })

type WithId = { Params: { id: string } }

/** Accounts, their roles at units, delegations, and the unit tree. */
export function accountRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/accounts', described({ query: search }), (request) => {
    const asked = search.parse(request.query)
    return withActor(server, request, (tx, actor) => listAccounts(engine, tx, actor, asked))
  })

  app.post('/api/accounts', described({ body: newAccount }), async (request, reply) => {
    const body = newAccount.parse(request.body)
    return reply
      .status(201)
      .send(await withActor(server, request, (tx, actor) => createAccount(engine, tx, actor, body, request.ip)))
  })

  const optionsQuery = z.object({ q: text.default('') })
  app.get('/api/accounts/options', described({ query: optionsQuery }), (request) => {
    const { q } = optionsQuery.parse(request.query)
    return withActor(server, request, (tx) => accountOptions(engine, tx, q))
  })

  app.get<WithId>('/api/accounts/:id', (request) =>
    withActor(server, request, (tx, actor) => getAccount(engine, tx, actor, request.params.id)),
  )

  app.patch<WithId>('/api/accounts/:id', described({ body: accountChange }), (request) => {
    const body = accountChange.parse(request.body)
    return withActor(server, request, (tx, actor) =>
      changeAccount(engine, tx, actor, request.params.id, body, request.ip),
    )
  })

  app.post<WithId>('/api/accounts/:id/reset-password', (request) =>
    withActor(server, request, (tx, actor) => resetPassword(engine, tx, actor, request.params.id, request.ip)),
  )

  for (const isLocked of [true, false])
    app.post<WithId>(`/api/accounts/:id/${isLocked ? 'lock' : 'unlock'}`, (request) =>
      withActor(server, request, (tx, actor) =>
        lockAccount(engine, tx, actor, request.params.id, isLocked, request.ip),
      ),
    )

  app.get<WithId>('/api/accounts/:id/assignments', (request) =>
    withActor(
      server,
      request,
      async (tx, actor) => (await getAccount(engine, tx, actor, request.params.id)).assignments,
    ),
  )

  app.post<WithId>('/api/accounts/:id/assignments', described({ body: assignment }), async (request, reply) => {
    const body = assignment.parse(request.body)
    const made = await withActor(server, request, (tx, actor) =>
      assign(engine, tx, actor, request.params.id, body, request.ip),
    )
    return reply.status(201).send({ id: made })
  })

  app.delete<{ Params: { id: string; assignment: string } }>(
    '/api/accounts/:id/assignments/:assignment',
    async (request, reply) => {
      const { id: account, assignment: which } = request.params
      await withActor(server, request, (tx, actor) => unassign(engine, tx, actor, account, which, request.ip))
      return reply.status(204).send()
    },
  )

  app.get('/api/delegations', (request) =>
    withActor(server, request, (tx, actor) => listDelegations(engine, tx, actor)),
  )

  app.post('/api/delegations', described({ body: delegation }), async (request, reply) => {
    const body = delegation.parse(request.body)
    const made = await withActor(server, request, (tx, actor) => delegate(engine, tx, actor, body, request.ip))
    return reply.status(201).send({ id: made })
  })

  app.delete<WithId>('/api/delegations/:id', async (request, reply) => {
    await withActor(server, request, (tx, actor) => undelegate(engine, tx, actor, request.params.id, request.ip))
    return reply.status(204).send()
  })

  app.get('/api/units/tree', (request) =>
    withActor(server, request, async (tx) => nestUnits(await unitTree(engine.database, tx))),
  )
}
