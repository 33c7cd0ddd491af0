import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/connection.ts'
import type { Actor } from '../engine/access/actor.ts'
import { findSession, type Session } from '../engine/access/find-session.ts'
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
    if (!session) throw notSignedIn()
    checkCsrf(request, session)
    if (session.mustChangePassword && !options.beforePasswordChange) throw mustChangePassword()
    return work(tx, session)
  })
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

function checkCsrf(request: FastifyRequest, session: Session): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const header = request.headers['x-csrf']
  const given = Buffer.from(typeof header === 'string' ? header : '')
  const expected = Buffer.from(session.csrf)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal('csrf', {
      zh: '页面已过期，请刷新后重试',
      en: 'The page is out of date: reload it and try again',
    })
}

const notSignedIn = () => new Refusal('not-signed-in', { zh: '请先登录', en: 'Sign in first' })

const mustChangePassword = () =>
  new Refusal('must-change-password', { zh: '请先修改密码', en: 'Change your password first' })
