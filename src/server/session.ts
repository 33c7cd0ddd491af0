import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/connection.ts'
import type { Actor } from '../engine/access/actor.ts'
import { findSession, findSessions, type Session } from '../engine/access/find-session.ts'
import { Refusal } from '../engine/refusal.ts'
import type { ServerContext } from './context.ts'

export const COOKIE = 'jiangxin'
const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** What the session cookie says. */
export interface SessionCookie {
  readonly collegeId: string
  readonly token: string
}

/** Reads the session cookie; null when there is none or it is not one of ours. */
export function sessionCookie(request: FastifyRequest): SessionCookie | null {
  const [, collegeId, token] = SHAPE.exec(request.cookies[COOKIE] ?? '') ?? []
  return collegeId && token ? { collegeId, token } : null
}

/** Gives the browser the session; it ends with the session's life on the server. */
export function setSessionCookie(server: ServerContext, reply: FastifyReply, cookie: SessionCookie): void {
  reply.setCookie(COOKIE, `${cookie.collegeId}.${cookie.token}`, {
    ...attributes(server),
    maxAge: server.settings.sessionHours * 3600,
  })
}

export function clearSessionCookie(server: ServerContext, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, attributes(server))
}

const attributes = ({ settings }: ServerContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: settings.publicUrl?.startsWith('https:') ?? false }) as const

export interface SessionOptions {
  /** Open also to a person who must change the password first. */
  readonly beforePasswordChange?: boolean
}

/**
 * Runs `work` in one transaction as whoever is signed in, with the session.
 * @throws Refusal 401 not signed in, 403 the csrf header is missing or wrong, or the password must be changed first
 */
export async function withSession<T>(
  server: ServerContext,
  request: FastifyRequest,
  work: (tx: Tx, session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  const cookie = sessionCookie(request)
  if (!cookie) throw notSignedIn()
  return server.engine.database.inCollege(cookie.collegeId, async (tx) => {
    const session = await findSession(server.engine, tx, cookie.token, server.settings.sessionHours)
    const refusal = refusalOf(request, session, options)
    if (refusal || !session) throw refusal ?? notSignedIn()
    return work(tx, session)
  })
}

/** Why a request is refused, whoever's session it brings; null when it may go on. */
function refusalOf(request: FastifyRequest, session: Session | null, options: SessionOptions = {}): Refusal | null {
  if (!session) return notSignedIn()
  if (!hasCsrf(request, session)) return pageOutOfDate()
  return session.mustChangePassword && !options.beforePasswordChange ? mustChangePassword() : null
}

/**
 * Runs `work` in one transaction as whoever is signed in; what it throws rolls everything back.
 * @throws Refusal as withSession
 */
export function withActor<T>(
  server: ServerContext,
  request: FastifyRequest,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  return withSession(server, request, (tx, session) => work(tx, session.actor))
}

/** The college whose cookie a request brings: of who asks, if they are signed in. @throws Refusal 401 */
export function collegeOf(request: FastifyRequest): string {
  const cookie = sessionCookie(request)
  if (!cookie) throw notSignedIn()
  return cookie.collegeId
}

/**
 * Runs `work` for several requests to one college in one transaction: what many people send in the same moment costs
 * hardly more than one of it.
 * @param work is given, for each request in order, who is signed in or why it is refused
 */
export async function withActors<T>(
  server: ServerContext,
  collegeId: string,
  requests: readonly FastifyRequest[],
  work: (tx: Tx, actors: readonly (Actor | Refusal)[]) => Promise<T>,
): Promise<T> {
  // A cookie of another college finds no session here: it is nobody's.
  const tokens = requests.map((request) => sessionCookie(request)?.token ?? '')
  return server.engine.database.inCollege(collegeId, async (tx) => {
    const sessions = await findSessions(server.engine, tx, tokens, server.settings.sessionHours)
    return work(
      tx,
      sessions.map((session, i) => refusalOf(requests[i]!, session) ?? session!.actor),
    )
  })
}

/** Who is signed in, where nobody need be: null for everybody else. Wrong csrf counts as nobody. */
export async function optionalActor(server: ServerContext, request: FastifyRequest): Promise<Actor | null> {
  if (!sessionCookie(request)) return null
  try {
    return await withActor(server, request, async (_tx, actor) => actor)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function hasCsrf(request: FastifyRequest, session: Session): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const header = request.headers['x-csrf']
  const given = Buffer.from(typeof header === 'string' ? header : '')
  const expected = Buffer.from(session.csrf)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const pageOutOfDate = () =>
  new Refusal('csrf', { zh: '页面已过期，请刷新后重试', en: 'The page is out of date: reload it and try again' })

const notSignedIn = () => new Refusal('not-signed-in', { zh: '请先登录', en: 'Sign in first' })

const mustChangePassword = () =>
  new Refusal('must-change-password', { zh: '请先修改密码', en: 'Change your password first' })
