import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../engine/access/actor.ts'
import { isUuid, type ModuleServer, type Tx } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { findCitizen } from './inside/accounts/citizen.ts'
import { ownLearner } from './inside/learner-page.ts'

const COOKIE = 'jiangxin-learner'
const COOKIE_HOURS = 12

/** What a learner's request runs as: one transaction of their college, with the account that is theirs. */
export type AsLearner = <T>(
  request: FastifyRequest,
  work: (tx: Tx, actor: Actor, learner: string) => Promise<T>,
) => Promise<T>

/** The college and the token that a citizen's browser sent. */
export const cookieOf = (req: FastifyRequest): { college: string; token: string } | null => {
  const [college, token] = (req.cookies[COOKIE] ?? '').split('.')
  return isUuid(college) && token ? { college, token } : null
}

export function setCookie(req: FastifyRequest, reply: FastifyReply, college: string, token: string): void {
  reply.setCookie(COOKIE, `${college}.${token}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: req.protocol === 'https',
    maxAge: COOKIE_HOURS * 3600,
  })
}

export const clearCookie = (reply: FastifyReply): void => void reply.clearCookie(COOKIE, { path: '/' })

/** Citizens, who sign in to the credit bank alone. @throws Refusal 401, 403 */
export const asCitizen =
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

/** People of the college with their account there. @throws Refusal 401, 404 when they have no learner account */
export const asPersonOfCollege =
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
