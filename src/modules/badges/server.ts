import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import type { Guard } from '../../engine/records/guards.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { asCitizen, asPersonOfCollege } from '../credit-bank/index.ts'
import { closingGuard } from './inside/closing-guard.ts'
import { issueBadge, issuing, listBadges, mayRevoke, revokeBadge } from './inside/issue.ts'
import { listKeys, rotateKey } from './inside/keys.ts'
import { outcomeGuard } from './inside/outcome-guard.ts'
import { apiRoutes } from './routes-api.ts'
import { ownRoutes } from './routes-own.ts'
import { publicRoutes } from './routes-public.ts'

export const guards: readonly Guard[] = [outcomeGuard, closingGuard]

const one = z.object({ id: z.uuid() })
const of = z.object({ learner: z.uuid() })
const order = z.union([z.strictObject({ outcome: z.uuid() }), z.strictObject({ learner: z.uuid() })])
const why = z.strictObject({ reason: z.string().trim().min(1).max(300) })

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor, addressOf } = server
  const path = '/api/badges'

  app.get(path, (request) => {
    const { learner } = of.parse(request.query)
    return withActor(request, (tx, actor) => listBadges(engine, tx, actor, addressOf(request), learner))
  })

  app.post(path, (request) => {
    const asked = order.parse(request.body)
    return withActor(request, (tx, actor) => issueBadge(engine, tx, actor, addressOf(request), asked))
  })

  app.post(`${path}/:id/revoke`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { reason } = why.parse(request.body)
    await withActor(request, (tx, actor) => revokeBadge(engine, tx, actor, id, reason))
    return reply.status(204).send()
  })

  /** Public keys only: a private one never leaves the database but to sign. */
  app.get(`${path}/keys`, (request) =>
    withActor(request, (tx, actor) => {
      if (!mayRevoke(engine, actor)) throw notAllowed({ zh: '查看签发密钥', en: 'see the keys' })
      return listKeys(tx)
    }),
  )
  app.post(`${path}/keys`, (request) =>
    withActor(request, async (tx, actor) => {
      if (!mayRevoke(engine, actor)) throw notAllowed({ zh: '更换签发密钥', en: 'change the key' })
      await rotateKey(engine, tx, actor, (await issuing(tx, addressOf(request))).did)
      return listKeys(tx)
    }),
  )

  ownRoutes(app, server, `${path}/self`, asCitizen(server))
  ownRoutes(app, server, `${path}/mine`, asPersonOfCollege(server))
  apiRoutes(app, server)
  publicRoutes(app, server)
}
