import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { reachOf } from '../../engine/access/reach.ts'
import { getRegister } from '../../engine/engine.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { apply } from './inside/apply.ts'
import { consequencesOf, revokeWithConsequences } from './inside/consequences.ts'
import { explain } from './inside/decision.ts'
import { learnerPage, listApplications, standingOf } from './inside/learner-page.ts'
import { nextVersion } from './inside/next-version.ts'
import { reconcile } from './inside/reconcile.ts'
import { reviewRules } from './inside/review-rules.ts'
import { interfaceRoutes } from './routes-interface.ts'
import { officeRoutes } from './routes-office.ts'
import { opinionRoutes } from './routes-opinions.ts'
import { selfRoutes } from './routes-self.ts'
import { tryRule } from './inside/try-rule.ts'

export { guards } from './inside/guards.ts'
export { jobs } from './jobs.ts'

const one = z.object({ id: z.uuid() })
const inState = z.object({ state: z.enum(['submitted', 'approved', 'refused', 'reversed', 'withdrawn']) })
const application = z.strictObject({ outcome: z.uuid(), rule: z.uuid(), note: z.string().max(1000).optional() })
const change = {
  credits: z.string().max(10).optional(),
  level: z.string().max(40).nullable().optional(),
  leastGrade: z.string().max(40).optional(),
  target: z.string().min(1).max(100).optional(),
  category: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().nullable().optional(),
}
const trial = z.strictObject({
  learners: z.array(z.uuid()).max(20).optional(),
  change: z
    .strictObject({
      ...change,
      credits: z
        .string()
        .regex(/^\d{1,2}(\.\d)?$/)
        .optional(),
    })
    .optional(),
})
const version = z.strictObject({ ...change, from: z.iso.date() })
const revocation = z.strictObject({ version: z.number().int(), reason: z.string().trim().min(1).max(1000) })

/** Without what was not said. */
const present = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor } = server
  selfRoutes(app, server)
  officeRoutes(app, server)
  opinionRoutes(app, server)
  interfaceRoutes(app, server)
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
    const asked = trial.parse(request.body ?? {})
    return withActor(request, (tx, actor) =>
      tryRule(engine, tx, actor, id, asked.learners, present(asked.change ?? {})),
    )
  })

  app.post(`${path}/rules/:id/next-version`, (request) => {
    const { id } = one.parse(request.params)
    const { from, ...rest } = version.parse(request.body)
    return withActor(request, (tx, actor) => nextVersion(engine, tx, actor, id, { ...present(rest), from }))
  })

  app.get(`${path}/outcomes/:id/consequences`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => consequencesOf(engine, tx, actor, id))
  })

  app.post(`${path}/outcomes/:id/revoke`, (request) => {
    const { id } = one.parse(request.params)
    const asked = revocation.parse(request.body)
    return withActor(request, (tx, actor) => revokeWithConsequences(engine, tx, actor, id, asked))
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
