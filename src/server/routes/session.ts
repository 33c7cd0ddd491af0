import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { changePassword } from '../../engine/access/change-password.ts'
import { findSession } from '../../engine/access/find-session.ts'
import {
  addPasskey,
  listPasskeys,
  passkeyOptions,
  passkeySignInOptions,
  removePasskey,
  signInByPasskey,
} from '../../engine/access/passkeys.ts'
import { presentAccount } from '../../engine/access/present-account.ts'
import { endSession, endSessionOf, listSessions } from '../../engine/access/sessions.ts'
import { signIn } from '../../engine/access/sign-in.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { listColleges } from '../../engine/colleges.ts'
import { Refusal } from '../../engine/refusal.ts'
import type { ServerContext } from '../context.ts'
import { relyingParty } from '../relying-party.ts'
import { clearSessionCookie, sessionCookie, setSessionCookie, withSession } from '../session.ts'
import { described } from '../described.ts'

const college = z.string().max(64).optional()
const password = z.string().min(1).max(1024)
const signInBody = z.object({ college, name: z.string().min(1).max(200), password })
const optionsBody = z.object({ college, name: z.string().max(200).optional() }).default({})
const encoded = z.string().max(20_000)
const credential = {
  id: z.string().min(1).max(2000),
  rawId: encoded,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
  authenticatorAttachment: z.string().max(40).nullish(),
}
const assertionBody = z.object({
  college,
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.nullish(),
  }),
})
const registrationBody = z.object({
  label: z.string().trim().min(1).max(60).default('通行密钥'),
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: encoded,
      attestationObject: encoded,
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  }),
})
const passwordBody = z.object({ current: password, next: password })
const accountBody = z.object({ lang: z.enum(['zh', 'en']) })

/** Signing in and out, and one's own account. */
export function sessionRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine, settings } = server

  app.get('/api/colleges', async () => (await listColleges(engine)).map(({ code, name }) => ({ code, name })))

  app.post('/api/session', described({ body: signInBody }), async (request, reply) => {
    const body = signInBody.parse(request.body)
    const collegeId = await collegeOf(server, body.college)
    const token = await signIn(engine, { ...body, ...signInFrom(server, request, collegeId) })
    return begin(server, request, reply, collegeId, token)
  })

  app.post('/api/session/passkey/options', described({ body: optionsBody }), (request) =>
    askForPasskey(server, request),
  )

  app.post('/api/session/passkey', described({ body: assertionBody }), async (request, reply) => {
    const body = assertionBody.parse(request.body)
    const collegeId = await collegeOf(server, body.college)
    const token = await signInByPasskey(engine, {
      ...signInFrom(server, request, collegeId),
      party: relyingParty(settings, request),
      response: body as AuthenticationResponseJSON,
    })
    return begin(server, request, reply, collegeId, token)
  })

  app.get('/api/session', (request) =>
    withSession(server, request, (tx, session) => presentAccount(engine, tx, session), BEFORE),
  )

  app.delete('/api/session', async (request, reply) => {
    await withSession(
      server,
      request,
      async (tx, session) => {
        await endSession(tx, session.actor.accountId, session.id)
        await writeAudit(tx, { kind: 'sign-out', actor: session.actor, address: request.ip })
      },
      BEFORE,
    )
    clearSessionCookie(server, reply)
    return reply.status(204).send()
  })

  app.post('/api/account/password', described({ body: passwordBody }), async (request, reply) => {
    const body = passwordBody.parse(request.body)
    const session = await withSession(server, request, async (_tx, found) => found, BEFORE)
    await changePassword(engine, session, body.current, body.next, request.ip)
    return reply.status(204).send()
  })

  app.patch('/api/account', described({ body: accountBody }), (request) => {
    const { lang } = accountBody.parse(request.body)
    return withSession(server, request, async (tx, session) => {
      await tx.change(
        sql`UPDATE accounts SET lang = ${lang} WHERE college_id = ${tx.collegeId} AND id = ${session.actor.accountId}`,
      )
      return presentAccount(engine, tx, { ...session, actor: { ...session.actor, lang } })
    })
  })

  app.get('/api/account/sessions', (request) =>
    withSession(server, request, (tx, session) => listSessions(tx, session.actor.accountId, session.id)),
  )

  app.delete<{ Params: { id: string } }>('/api/account/sessions/:id', async (request, reply) => {
    await withSession(server, request, async (tx, session) => {
      if (!(await endSession(tx, session.actor.accountId, request.params.id)))
        throw new Refusal('not-found', { zh: '没有找到这个会话', en: 'This session was not found' })
      await writeAudit(tx, { kind: 'session.end', actor: session.actor, address: request.ip })
    })
    return reply.status(204).send()
  })

  app.get('/api/account/passkeys', (request) =>
    withSession(server, request, (tx, session) => listPasskeys(tx, session.actor.accountId)),
  )

  app.post('/api/account/passkeys/options', (request) =>
    withSession(server, request, (tx, session) => passkeyOptions(tx, session, relyingParty(settings, request))),
  )

  app.post('/api/account/passkeys', described({ body: registrationBody }), async (request, reply) => {
    const { label, response } = registrationBody.parse(request.body)
    const passkey = await withSession(server, request, (tx, session) =>
      addPasskey(
        tx,
        session,
        relyingParty(settings, request),
        { label, response: response as RegistrationResponseJSON },
        request.ip,
      ),
    )
    return reply.status(201).send(passkey)
  })

  app.delete<{ Params: { id: string } }>('/api/account/passkeys/:id', async (request, reply) => {
    await withSession(server, request, (tx, session) => removePasskey(tx, session, request.params.id, request.ip))
    return reply.status(204).send()
  })
}

/** Open also to somebody who must change the password first. */
const BEFORE = { beforePasswordChange: true } as const

/** The college a person signs in to; it need not be said when there is only one. */
async function collegeOf({ engine }: ServerContext, code: string | undefined): Promise<string> {
  const colleges = await listColleges(engine)
  const found =
    code === undefined || code === ''
      ? colleges.length === 1
        ? colleges[0]
        : undefined
      : colleges.find((c) => c.code === code)
  if (found) return found.id
  const message = { zh: '请选择学校', en: 'Choose your college' }
  throw new Refusal('bad-request', message, { problems: [{ field: 'college', message }] })
}

async function askForPasskey(server: ServerContext, request: FastifyRequest) {
  const body = optionsBody.parse(request.body ?? undefined)
  const collegeId = await collegeOf(server, body.college)
  return server.engine.database.inCollege(collegeId, (tx) =>
    passkeySignInOptions(tx, relyingParty(server.settings, request)),
  )
}

function signInFrom({ settings }: ServerContext, request: FastifyRequest, collegeId: string) {
  const former = sessionCookie(request)
  return {
    collegeId,
    sessionHours: settings.sessionHours,
    origin: { address: request.ip, device: request.headers['user-agent'] ?? null },
    formerToken: former?.collegeId === collegeId ? former.token : undefined,
  }
}

/** Gives the browser its new session and shows it the account. */
async function begin(
  server: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  collegeId: string,
  token: string,
) {
  const former = sessionCookie(request)
  if (former && former.collegeId !== collegeId)
    await server.engine.database.inCollege(former.collegeId, (tx) => endSessionOf(tx, former.token))
  setSessionCookie(server, reply, { collegeId, token })
  return server.engine.database.inCollege(collegeId, async (tx) => {
    const session = await findSession(server.engine, tx, token, server.settings.sessionHours)
    // Locked in this very moment: the cookie opens nothing.
    if (!session) throw new Refusal('not-signed-in', { zh: '请先登录', en: 'Sign in first' })
    return presentAccount(server.engine, tx, session)
  })
}
