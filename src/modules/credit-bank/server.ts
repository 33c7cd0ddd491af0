import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { reachOf } from '../../engine/access/reach.ts'
import { getRegister } from '../../engine/engine.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { apply } from './inside/apply.ts'
import { explain } from './inside/decision.ts'
import { learnerPage, listApplications, standingOf } from './inside/learner-page.ts'
import { reconcile } from './inside/reconcile.ts'
import { reviewRules } from './inside/review-rules.ts'
import { selfRoutes } from './routes-self.ts'
import { tryRule } from './inside/try-rule.ts'

export { guards } from './inside/guards.ts'

const one = z.object({ id: z.uuid() })
const inState = z.object({ state: z.enum(['submitted', 'approved', 'refused', 'reversed', 'withdrawn']) })
const application = z.strictObject({ outcome: z.uuid(), rule: z.uuid(), note: z.string().max(1000).optional() })
const trial = z.strictObject({ learners: z.array(z.uuid()).max(20).optional() })

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor } = server
  selfRoutes(app, server)
  const path = '/api/credit-bank'

  app.get(`${path}/me`, (request) => withActor(request, (tx, actor) => standingOf(engine, tx, actor)))

  app.get(`${path}/learners/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => learnerPage(engine, tx, actor, id))
  })

  app.get(`${path}/applications`, (request) => {
    const { state } = inState.parse(request.query)
    return withActor(request, (tx, actor) => listApplications(engine, tx, actor, state))
  })

  app.post(`${path}/applications`, (request) => {
    const asked = application.parse(request.body)
    return withActor(request, (tx, actor) => apply(engine, tx, actor, asked))
  })

  app.get(`${path}/applications/:id/checks`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => explain(engine, tx, actor, id))
  })

  app.get(`${path}/rules/review`, (request) => withActor(request, (tx, actor) => reviewRules(engine, tx, actor)))

  app.post(`${path}/rules/:id/trial`, (request) => {
    const { id } = one.parse(request.params)
    const { learners } = trial.parse(request.body ?? {})
    return withActor(request, (tx, actor) => tryRule(engine, tx, actor, id, learners))
  })

  app.get(`${path}/reconciliation`, (request) =>
    withActor(request, (tx, actor) => {
      // Sums over all learners are for those who may see all of them.
      if (!reachOf(getRegister(engine, 'learning-outcomes'), actor, 'read').all)
        throw notAllowed({ zh: '核对学分账簿', en: 'reconcile the ledger of credits' })
      return reconcile(engine, tx)
    }),
  )
}
