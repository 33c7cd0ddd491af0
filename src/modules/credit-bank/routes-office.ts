import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { collegeRegister } from '../../engine/codes/college-register.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { hasRole } from '../../engine/access/actor.ts'
import { getRecord } from '../../engine/records/list.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { makeCode } from './inside/accounts/citizen.ts'
import { reviewMerger } from './inside/accounts/merge-accounts.ts'
import { endClient, listClients, makeClient, SCOPES } from './inside/interface/clients.ts'
import { endHook, EVENTS, listHooks, makeHook, sendAgain } from './inside/interface/webhooks.ts'

const PATH = '/api/credit-bank'
const one = z.object({ id: z.uuid() })
const pair = z.object({ kept: z.uuid(), absorbed: z.uuid() })
const client = z.strictObject({
  name: z.string().trim().min(1).max(100),
  institution: z.uuid(),
  scopes: z.array(z.enum(SCOPES)).min(1),
  sandbox: z.boolean().default(true),
  perMinute: z.int().min(1).max(6000).default(60),
  perDay: z.int().min(1).max(1_000_000).default(5000),
})
const hook = z.strictObject({
  client: z.uuid(),
  url: z.url({ protocol: /^https?$/ }).max(500),
  events: z.array(z.enum(EVENTS)).min(1),
})

/** What the bank's office does besides deciding: hands out codes, looks at mergers, lets programs in. */
export function officeRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.post(`${PATH}/learners/:id/code`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await getRecord(tx, actor, await collegeRegister(engine, tx, 'credit-learners'), id)
      // It opens the account to whoever holds it: handed out by those who may see the identity card’s number.
      if (!hasRole(actor, ['quality-office', 'reviewer', 'unit-filler']))
        throw notAllowed({ zh: '发放启用码', en: 'hand out codes for accounts' })
      return makeCode(tx, id)
    })
  })
  app.get(`${PATH}/mergers/review`, { config: { described: { query: pair } } }, (request) => {
    const asked = pair.parse(request.query)
    return withActor(request, async (tx, actor) => {
      const register = await collegeRegister(engine, tx, 'credit-learners')
      for (const id of [asked.kept, asked.absorbed]) await getRecord(tx, actor, register, id)
      return reviewMerger(engine, tx, { id: asked.kept, number: '', ...asked })
    })
  })

  app.get(`${PATH}/clients`, (request) =>
    withActor(request, async (tx, actor) => ({
      clients: await listClients(engine, tx, actor),
      ...(await listHooks(tx, actor)),
    })),
  )
  app.post(`${PATH}/clients`, { config: { described: { body: client } } }, (request) => {
    const asked = client.parse(request.body)
    return withActor(request, async (tx, actor) => {
      const { id, secret } = await makeClient(engine, tx, actor, asked)
      return { clientId: `${tx.collegeId}.${id}`, secret }
    })
  })
  app.post(`${PATH}/clients/:id/end`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await endClient(tx, actor, id)
      return {}
    })
  })
  app.post(`${PATH}/hooks`, { config: { described: { body: hook } } }, (request) => {
    const asked = hook.parse(request.body)
    return withActor(request, (tx, actor) => makeHook(engine, tx, actor, asked))
  })
  app.post(`${PATH}/hooks/:id/end`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await endHook(tx, actor, id)
      return {}
    })
  })
  app.post(`${PATH}/deliveries/:id/again`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await sendAgain(tx, actor, id)
      return {}
    })
  })
}
