import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import type { AsLearner } from '../credit-bank/index.ts'
import { badgeFile } from './inside/badge-file.ts'
import { issueBadge, issuing, listBadges } from './inside/issue.ts'
import { ownBadge, shareBadge } from './inside/own-badges.ts'

const one = z.object({ id: z.uuid() })
const asFile = one.extend({ form: z.enum(['json', 'png', 'pdf']) })
const order = z.strictObject({ outcome: z.uuid().optional() })
const sharing = z.strictObject({ isShared: z.boolean() })

/** A learner's own certificates, by the door they came in: made, taken along, shown to others or not. */
export function ownRoutes(app: FastifyInstance, server: ModuleServer, path: string, asLearner: AsLearner): void {
  const { engine, addressOf } = server

  app.get(path, (request) =>
    asLearner(request, (tx, actor, learner) => listBadges(engine, tx, actor, addressOf(request), learner)),
  )

  app.post(path, { config: { described: { body: order } } }, (request) => {
    const { outcome } = order.parse(request.body ?? {})
    return asLearner(request, (tx, actor, learner) =>
      issueBadge(engine, tx, actor, addressOf(request), outcome ? { outcome } : { learner }),
    )
  })

  app.post(`${path}/:id/sharing`, { config: { described: { body: sharing } } }, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { isShared } = sharing.parse(request.body)
    await asLearner(request, (tx, _actor, learner) => shareBadge(engine, tx, learner, id, isShared))
    return reply.status(204).send()
  })

  app.get(`${path}/:id/certificate.:form`, async (request, reply) => {
    const { id, form } = asFile.parse(request.params)
    const { text, page } = await asLearner(request, async (tx, _actor, learner) => {
      const { token, text } = await ownBadge(engine, tx, learner, id)
      return { text, page: `${(await issuing(tx, addressOf(request))).page}/${token}` }
    })
    const { headers, body } = await badgeFile(text, page, form)
    return reply.headers(headers).header('cache-control', 'private, max-age=60').send(body)
  })
}
