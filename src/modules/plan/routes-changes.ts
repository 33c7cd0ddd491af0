import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { CHANGEABLE } from './inside/changes/lines.ts'
import { type Proposal, proposeChange } from './inside/changes/propose.ts'
import { reviseChange } from './inside/changes/revise.ts'
import { listChanges, showChange } from './inside/changes/show.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const oneChange = z.object({ change: z.uuid() })
const proposed = {
  title: z.string().min(1).max(200),
  reason: z.string().min(1).max(2000),
  unit: z.uuid().optional(),
  changes: z
    .array(
      z.strictObject({
        register: z.enum(CHANGEABLE),
        action: z.enum(['create', 'update', 'delete']),
        record: z.uuid().optional(),
        values: z.record(z.string().max(60), z.unknown()).optional(),
      }),
    )
    .min(1)
    .max(2000),
}
const proposal = z.strictObject(proposed)
const revision = z.strictObject({ ...proposed, version: z.int() }).omit({ unit: true })

/** Requests to change a plan that is in force: their steps are those of the register plan-changes. */
export function changeRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.get('/api/plans/:plan/changes', (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => listChanges(engine, tx, actor, plan))
  })

  app.post('/api/plans/:plan/changes', async (request, reply) => {
    const { plan } = onePlan.parse(request.params)
    const body = proposal.parse(request.body) as Proposal
    const made = await withActor(request, async (tx, actor) =>
      showChange(engine, tx, actor, await proposeChange(engine, tx, actor, plan, body)),
    )
    return reply.status(201).send(made)
  })

  app.get('/api/plan-changes/:change', (request) => {
    const { change } = oneChange.parse(request.params)
    return withActor(request, (tx, actor) => showChange(engine, tx, actor, change))
  })

  app.put('/api/plan-changes/:change', (request) => {
    const { change } = oneChange.parse(request.params)
    const body = revision.parse(request.body) as Proposal & { readonly version: number }
    return withActor(request, async (tx, actor) => {
      await reviseChange(engine, tx, actor, change, body)
      return showChange(engine, tx, actor, change)
    })
  })
}
