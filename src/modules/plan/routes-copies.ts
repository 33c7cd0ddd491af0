import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { type CopyRequest, copyPlan } from './inside/copy-plan.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const copy = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
  from: z.iso.date(),
  kind: z.string().max(40).optional(),
  replaces: z.boolean().optional(),
})

/** A plan as the draft of another. */
export function copyRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.post('/api/plans/:plan/copies', async (request, reply) => {
    const { plan } = onePlan.parse(request.params)
    const body = copy.parse(request.body) as CopyRequest
    return reply.status(201).send(await withActor(request, (tx, actor) => copyPlan(engine, tx, actor, plan, body)))
  })
}
