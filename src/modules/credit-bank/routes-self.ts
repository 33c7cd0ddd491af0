import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../engine/access/actor.ts'
import { listColleges } from '../../engine/colleges.ts'
import { isUuid, type ModuleServer, type Tx } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { reviewClosing } from './inside/accounts/close-account.ts'
import { findCitizen, signIn, signOut, signUp } from './inside/accounts/citizen.ts'
import { ownData } from './inside/accounts/own-data.ts'
import { ask, bringOutcome, giveConsent, ownAccount, stepOwn } from './inside/accounts/self.ts'
import { apply } from './inside/apply.ts'
import { explain } from './inside/decision.ts'
import { learnerPage, ownLearner } from './inside/learner-page.ts'
import { statistics } from './inside/statistics.ts'
import { act } from '../../engine/records/act.ts'

const COOKIE = 'jiangxin-learner'
const COOKIE_HOURS = 12
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

/** What a learner's request runs as. */
type AsLearner = <T>(request: FastifyRequest, work: (tx: Tx, actor: Actor, learner: string) => Promise<T>) => Promise<T>

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
    reply.clearCookie(COOKIE, { path: '/' })
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

function ownRoutes(app: FastifyInstance, { engine }: ModuleServer, path: string, asLearner: AsLearner): void {
  app.get(`${path}/page`, (req) => asLearner(req, (tx, actor, learner) => learnerPage(engine, tx, actor, learner)))
  app.get(`${path}/account`, (req) => asLearner(req, (tx, _actor, learner) => ownAccount(engine, tx, learner)))
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
      const { id, state } = await bringOutcome(engine, tx, actor, learner, asked)
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

const cookieOf = (req: FastifyRequest): { college: string; token: string } | null => {
  const [college, token] = (req.cookies[COOKIE] ?? '').split('.')
  return isUuid(college) && token ? { college, token } : null
}

function setCookie(req: FastifyRequest, reply: FastifyReply, college: string, token: string): void {
  reply.setCookie(COOKIE, `${college}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: req.protocol === 'https',
    maxAge: COOKIE_HOURS * 3600,
  })
}

const asCitizen =
  ({ engine }: ModuleServer): AsLearner =>
  async (req, work) => {
    const cookie = cookieOf(req)
    if (!cookie) throw notSignedIn()
    return engine.database.inCollege(cookie.college, async (tx) => {
      const found = await findCitizen(engine, tx, cookie.token)
      if (!found) throw notSignedIn()
      const given = Buffer.from(String(req.headers['x-csrf'] ?? ''))
      const expected = Buffer.from(found.csrf)
      if (req.method !== 'GET' && (given.length !== expected.length || !timingSafeEqual(given, expected)))
        throw new Refusal('csrf', {
          zh: '页面已过期，请刷新后重试',
          en: 'The page is out of date: reload it and try again',
        })
      return work(tx, found.actor, found.learner)
    })
  }

const asPersonOfCollege =
  ({ engine, withActor }: ModuleServer): AsLearner =>
  (req, work) =>
    withActor(req, async (tx, actor) => {
      const learner = await ownLearner(engine, tx, actor)
      if (learner === null)
        throw new Refusal('not-found', {
          zh: '您还没有学习账户：请到学分银行服务点开户',
          en: 'You have no learner account: ask a desk of the credit bank to open one',
        })
      return work(tx, actor, learner)
    })

const notSignedIn = () =>
  new Refusal('not-signed-in', { zh: '请先登录学分银行', en: 'Sign in to the credit bank first' })

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
