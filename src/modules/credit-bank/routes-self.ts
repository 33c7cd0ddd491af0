import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listColleges } from '../../engine/colleges.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { reviewClosing } from './inside/accounts/close-account.ts'
import { choices } from './inside/accounts/choices.ts'
import { findCitizen, signIn, signOut, signUp } from './inside/accounts/citizen.ts'
import { evidenceFile } from './inside/accounts/own-files.ts'
import { ownData } from './inside/accounts/own-data.ts'
import { ask, bringOutcome, giveConsent, ownAccount, stepOwn } from './inside/accounts/self.ts'
import { apply } from './inside/apply.ts'
import { explain } from './inside/decision.ts'
import { learnerPage } from './inside/learner-page.ts'
import { statistics } from './inside/statistics.ts'
import { act } from '../../engine/records/act.ts'
import { type AsLearner, asCitizen, asPersonOfCollege, clearCookie, cookieOf, setCookie } from './own-door.ts'
import { ownFileRoutes } from './routes-own-files.ts'
import { MOST_FILES } from './wire.ts'

const PATH = '/api/credit-bank'

const words = (most: number) => z.string().trim().min(1).max(most)
const where = { college: z.string().max(64).optional() }
const signUpBody = z.strictObject({
  ...where,
  name: words(60),
  identity: words(30),
  phone: words(30),
  password: z.string().min(1).max(1024),
  stage: z.enum(['student', 'worker', 'senior', 'other']),
  code: z.string().trim().max(40).optional(),
})
const signInBody = z.strictObject({ ...where, phone: words(30), password: z.string().min(1).max(1024) })
const application = z.strictObject({ outcome: z.uuid(), rule: z.uuid(), note: z.string().max(1000).optional() })
const consent = z.strictObject({
  institution: z.uuid(),
  purposes: z.array(z.enum(['see-outcomes', 'register-outcomes', 'see-contact'])).min(1),
  until: z.iso.date().optional(),
})
const request = z.strictObject({
  kind: z.enum(['correction', 'closing']),
  name: z.string().trim().max(60).optional(),
  identity: z.string().trim().max(30).optional(),
  phone: z.string().trim().max(30).optional(),
  reason: z.string().trim().max(500).optional(),
})
const outcome = z.strictObject({
  kind: words(40),
  name: words(100),
  level: z.string().max(40).optional(),
  grade: z.string().max(40).optional(),
  issuer: z.uuid(),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date().optional(),
  credits: words(10),
  certificateNumber: z.string().trim().max(60).optional(),
  note: z.string().trim().max(1000).optional(),
  evidence: z.array(evidenceFile).max(MOST_FILES).optional(),
})
const event = z.strictObject({
  stage: z.enum(['student', 'worker', 'senior', 'other']),
  where: words(100),
  on: z.iso.date(),
})
const step = z.strictObject({ comment: z.string().trim().max(1000).optional() })
const stepOf = z.object({
  register: z.enum(['credit-conversions', 'learning-outcomes', 'credit-consents', 'learner-requests']),
  id: z.uuid(),
  step: z.enum(['withdraw', 'appeal']),
})
const one = z.object({ id: z.uuid() })
const publicQuery = z.object(where)

/**
 * A learner's own account, by two doors: citizens sign in here (`/self`), people of the college with their account there
 * (`/mine`). Both do the same behind them.
 */
export function selfRoutes(app: FastifyInstance, server: ModuleServer): void {
  const { engine } = server
  const citizen = asCitizen(server)

  app.post(`${PATH}/self/sign-up`, { config: { described: { body: signUpBody } } }, async (req, reply) => {
    const { college, ...asked } = signUpBody.parse(req.body)
    const at = await collegeOf(server, college)
    setCookie(req, reply, at, await signUp(engine, at, asked, req.ip))
    return reply.status(201).send({})
  })
  app.post(`${PATH}/self/session`, { config: { described: { body: signInBody } } }, async (req, reply) => {
    const { college, ...asked } = signInBody.parse(req.body)
    const at = await collegeOf(server, college)
    setCookie(req, reply, at, await signIn(engine, at, asked, req.ip))
    return reply.send({})
  })
  app.get(`${PATH}/self/session`, async (req) => {
    const cookie = cookieOf(req)
    const found =
      cookie && (await engine.database.inCollege(cookie.college, (tx) => findCitizen(engine, tx, cookie.token)))
    return found ? { name: found.actor.name, csrf: found.csrf } : null
  })
  app.delete(`${PATH}/self/session`, async (req, reply) => {
    await citizen(req, (tx) => signOut(tx, cookieOf(req)!.token))
    clearCookie(reply)
    return reply.status(204).send()
  })
  // What anybody may know, signed in or not.
  app.get(`${PATH}/public/statistics`, { config: { described: { query: publicQuery } } }, async (req) => {
    const { college } = publicQuery.parse(req.query)
    return statistics(engine, await collegeOf(server, college))
  })
  ownRoutes(app, server, `${PATH}/self`, citizen)
  ownRoutes(app, server, `${PATH}/mine`, asPersonOfCollege(server))
}

function ownRoutes(app: FastifyInstance, server: ModuleServer, path: string, asLearner: AsLearner): void {
  const { engine } = server
  ownFileRoutes(app, server, path, asLearner)
  app.get(`${path}/page`, (req) => asLearner(req, (tx, actor, learner) => learnerPage(engine, tx, actor, learner)))
  app.get(`${path}/account`, (req) => asLearner(req, (tx, _actor, learner) => ownAccount(engine, tx, learner)))
  app.get(`${path}/choices`, (req) => asLearner(req, (tx) => choices(engine, tx)))
  app.get(`${path}/closing`, (req) => asLearner(req, (tx, _actor, learner) => reviewClosing(engine, tx, learner)))
  app.get(`${path}/data.json`, (req, reply) => {
    reply.header('content-disposition', 'attachment; filename="my-learning.json"')
    return asLearner(req, (tx, actor, learner) => ownData(engine, tx, actor, learner))
  })
  app.get(`${path}/applications/:id/checks`, (req) => {
    const { id } = one.parse(req.params)
    return asLearner(req, (tx, actor, learner) => explain(engine, tx, actor, id, learner))
  })
  app.post(`${path}/applications`, { config: { described: { body: application } } }, (req) => {
    const asked = application.parse(req.body)
    return asLearner(req, async (tx, actor) => {
      const { id, state } = await apply(engine, tx, actor, asked)
      return { id, state }
    })
  })
  app.post(`${path}/outcomes`, { config: { described: { body: outcome } } }, (req) => {
    const asked = outcome.parse(req.body)
    return asLearner(req, async (tx, actor, learner) => {
      const { evidence = [], ...values } = asked
      const files = evidence.length > 0 ? { evidence } : {}
      const { id, state } = await bringOutcome(engine, tx, actor, learner, { ...values, ...files })
      return { id, state }
    })
  })
  app.post(`${path}/consents`, { config: { described: { body: consent } } }, (req) => {
    const asked = consent.parse(req.body)
    return asLearner(req, async (tx, actor, learner) => ({
      id: (await giveConsent(engine, tx, actor, learner, asked)).id,
    }))
  })
  app.post(`${path}/requests`, { config: { described: { body: request } } }, (req) => {
    const asked = request.parse(req.body)
    return asLearner(req, async (tx, actor, learner) => ({ id: (await ask(engine, tx, actor, learner, asked)).id }))
  })
  app.post(`${path}/life-events`, { config: { described: { body: event } } }, (req) => {
    const values = event.parse(req.body)
    return asLearner(req, async (tx, actor, learner) => ({
      id: (await act(engine, tx, actor, { register: 'life-events', action: 'create', values: { ...values, learner } }))
        .id,
    }))
  })
  app.post(`${path}/:register/:id/:step`, { config: { described: { body: step } } }, (req) => {
    const asked = stepOf.parse(req.params)
    const { comment } = step.parse(req.body ?? {})
    return asLearner(req, async (tx, actor, learner) => {
      await stepOwn(engine, tx, actor, learner, { ...asked, comment })
      return {}
    })
  })
}

async function collegeOf({ engine }: ModuleServer, code: string | undefined): Promise<string> {
  const colleges = await listColleges(engine)
  const found =
    code === undefined ? (colleges.length === 1 ? colleges[0] : undefined) : colleges.find((c) => c.code === code)
  if (!found)
    throw new Refusal('bad-request', {
      zh: '请选择学分银行所在的学校',
      en: 'Choose the college that keeps the credit bank',
    })
  return found.id
}
