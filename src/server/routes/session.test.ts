import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as argon2 from '@node-rs/argon2'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { createAccount, lockAccount, resetPassword } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { assign, type NewAssignment, unassign } from '../../engine/access/assignments.ts'
import type { WireAccount, WirePasskey, WireSession } from '../../language/index.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { signInApp, testBrowser } from '../../testing/sign-in-app.ts'
import { softwareAuthenticator } from '../../testing/software-authenticator.ts'
import { optionalActor, withActor } from '../session.ts'

vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const PASSWORD = '春天的工具要入库'.repeat(2)
let db: TestDatabase
let college: TestCollege
let other: TestCollege
let app: FastifyInstance
let serial = 0

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
  const made = await signInApp(db.engine, { PUBLIC_URL: 'https://college.example', SESSION_HOURS: '12' })
  app = made.app
  app.get('/api/slow', (request) =>
    withActor(made.server, request, async (tx, actor) => {
      await tx.run(sql`SELECT pg_sleep(0.5)`)
      return { name: actor.name }
    }),
  )
  app.get('/api/open', (request) =>
    optionalActor(made.server, request).then((actor) => ({ name: actor?.name ?? null })),
  )
})
beforeEach(() => {
  vi.mocked(argon2.verify).mockClear()
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const inCollege = <T>(work: Parameters<typeof db.database.inCollege<T>>[1], at = college) =>
  db.database.inCollege(at.id, work)
const system = () => asSystem(college.id, 'test')

async function account(
  assignments: readonly NewAssignment[] = [],
  at = college,
): Promise<{ id: string; name: string }> {
  const made = await inCollege(
    (tx) =>
      createAccount(db.engine, tx, asSystem(at.id, 'test'), {
        name: `person-${++serial}`,
        password: PASSWORD,
        assignments,
      }),
    at,
  )
  return made.account
}

/** A browser, each at an address of its own unless given, signed in as the account. */
async function signedIn(name: string, at = 'A') {
  const browser = fresh()
  const answer = await browser.call<WireAccount>('POST', '/api/session', { college: at, name, password: PASSWORD })
  expect(answer.status).toBe(200)
  return { ...answer, browser }
}
const fresh = () => testBrowser(app, `10.1.${Math.floor(++serial / 250)}.${serial % 250}`)
const attempt = (browser: ReturnType<typeof fresh>, name: string, password: string) =>
  browser.call('POST', '/api/session', { college: 'A', name, password })
const passTime = (table: 'sessions' | 'sign_in_failures', set: string) =>
  inCollege((tx) => tx.change(sql.raw(`UPDATE ${table} SET ${set} WHERE college_id = '${college.id}'`)))
const auditKinds = async () =>
  (
    await inCollege((tx) =>
      tx.run<{ kind: string }>(sql`SELECT kind FROM audit WHERE college_id = ${college.id} ORDER BY id`),
    )
  ).map((r) => r.kind)

describe('signing in', () => {
  it('gives the account with its roles, permissions and registers, and a cookie that scripts cannot read', async () => {
    const { name } = await account([{ role: 'clerk', unitId: college.east, to: '2999-12-31' }])
    const { body, setCookie, browser } = await signedIn(` ${name.toUpperCase()} `)
    expect(body).toMatchObject({
      name,
      college: { code: 'A' },
      roles: [{ role: 'clerk', unitId: college.east, unitName: 'east 单位', to: '2999-12-31' }],
      registers: { tools: { read: true, create: true, export: true } },
      mustChangePassword: false,
    })
    expect(body.permissions).toEqual(['figures.enter', 'figures.read-unapproved', 'data.export'])
    expect(setCookie).toMatch(/HttpOnly/)
    expect(setCookie).toMatch(/SameSite=Lax/)
    expect(setCookie).toMatch(/Secure/)
    expect(setCookie).toMatch(/Path=\//)
    expect((await browser.call<WireAccount>('GET', '/api/session')).body.csrf).toBe(body.csrf)
    const stored = await inCollege((tx) =>
      tx.run<{ row: string }>(sql`SELECT sessions::text AS row FROM sessions WHERE college_id = ${college.id}`),
    )
    const token = browser.cookie.split('.')[1]!
    expect(stored.some((s) => s.row.includes(token))).toBe(false)
  })

  it('without a role opens nothing', async () => {
    const { name } = await account()
    expect((await signedIn(name)).body).toMatchObject({ roles: [], permissions: [], registers: {} })
  })

  it('asks which college when there are several', async () => {
    expect((await fresh().call('POST', '/api/session', { name: 'x', password: 'y' })).status).toBe(400)
    expect((await fresh().call('POST', '/api/session', { college: 'C', name: 'x', password: 'y' })).status).toBe(400)
    expect((await fresh().call('GET', '/api/colleges')).body).toEqual([
      { code: 'A', name: '示例学院 A' },
      { code: 'B', name: '示例学院 B' },
    ])
  })

  it('answers wrong passwords and unknown names alike, each with one hash verified', async () => {
    const { name } = await account()
    const known = await attempt(fresh(), name, 'wrong password')
    expect(vi.mocked(argon2.verify)).toHaveBeenCalledTimes(1)
    const unknown = await attempt(fresh(), 'nobody-at-all', 'wrong password')
    expect(vi.mocked(argon2.verify)).toHaveBeenCalledTimes(2)
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(known.code).toBe('wrong-credentials')
    const [a, b] = vi.mocked(argon2.verify).mock.calls.map(([hash]) => argon2.parseOptions(String(hash)))
    expect(a).toEqual(b)
  })

  it('replaces the session that the browser held before (no fixation)', async () => {
    const { name } = await account()
    const { browser } = await signedIn(name)
    const before = browser.cookie
    await attempt(browser, name, PASSWORD)
    expect(browser.cookie).not.toBe(before)
    const thief = fresh()
    thief.cookie = before
    expect((await thief.call('GET', '/api/session')).status).toBe(401)
    thief.cookie = `jiangxin=${college.id}.${'A'.repeat(43)}`
    await attempt(thief, name, PASSWORD)
    expect(thief.cookie).not.toContain('AAAAAAAA')
  })

  it('never keeps what was typed as a name that nobody has: it may be a password', async () => {
    await attempt(fresh(), 'my-Secret-Passw0rd', 'x')
    const [found] = await inCollege((tx) =>
      tx.run<{ n: number }>(sql`
      SELECT (SELECT count(*) FROM audit a WHERE a::text ILIKE '%my-secret%') + (SELECT count(*) FROM sign_in_failures f WHERE f::text ILIKE '%my-secret%') AS n`),
    )
    expect(found?.n).toBe(0)
  })
})

describe('the lock-out', () => {
  it('starts at the fifth wrong password, for known and unknown names alike, and refuses the right one too', async () => {
    const { name } = await account()
    for (const who of [name, 'nobody-else']) {
      for (let i = 0; i < 5; i++) expect((await attempt(fresh(), who, 'wrong')).status).toBe(401)
      const locked = await attempt(fresh(), who, PASSWORD)
      expect([locked.status, locked.code]).toEqual([423, 'locked'])
    }
    await passTime('sign_in_failures', "locked_until = now() - interval '1 second'")
    expect((await attempt(fresh(), name, PASSWORD)).status).toBe(200)
    expect((await attempt(fresh(), name, 'wrong')).status).toBe(401)
  })

  it('is 15 minutes from the tenth on', async () => {
    const { name } = await account()
    for (let i = 0; i < 10; i++) {
      await attempt(fresh(), name, 'wrong')
      await passTime('sign_in_failures', 'locked_until = NULL')
    }
    await attempt(fresh(), name, 'wrong')
    expect((await attempt(fresh(), name, 'wrong')).body).toMatchObject({
      error: { message: { en: expect.stringContaining('15 min') } },
    })
  })

  it('lets no more guesses through when they all come at once', async () => {
    const { name } = await account()
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(fresh(), name, 'wrong')))
    expect(answers.filter((a) => a.status === 401)).toHaveLength(5)
  })

  it('holds for an address that tries many names, and not for the others', async () => {
    const { name } = await account()
    const attacker = fresh()
    for (let i = 0; i < 50; i++) expect((await attempt(attacker, `guess-${i}`, 'wrong')).status).toBe(401)
    expect((await attempt(attacker, name, PASSWORD)).status).toBe(423)
    expect((await attempt(fresh(), name, PASSWORD)).status).toBe(200)
  })

  it('also counts wrong current passwords of a session left open', async () => {
    const { browser } = await signedIn((await account()).name)
    for (let i = 0; i < 5; i++)
      expect(
        (await browser.call('POST', '/api/account/password', { current: 'wrong', next: 'another long sentence' }))
          .status,
      ).toBe(422)
    expect(
      (await browser.call('POST', '/api/account/password', { current: PASSWORD, next: 'another long sentence' }))
        .status,
    ).toBe(423)
  })
})

describe('a session', () => {
  it('changes nothing without the csrf header', async () => {
    const { browser } = await signedIn((await account()).name)
    const { csrf } = browser
    for (const wrong of ['', 'x', `${csrf.slice(0, -1)}é`]) {
      browser.csrf = encodeURIComponent(wrong)
      expect((await browser.call('DELETE', '/api/session')).code).toBe('csrf')
    }
    browser.csrf = csrf
    expect((await browser.call('DELETE', '/api/session')).status).toBe(204)
    expect((await browser.call('GET', '/api/session')).code).toBe('not-signed-in')
  })

  it.each([
    '',
    'x',
    '.',
    'a.b',
    `${'0'.repeat(36)}.x`,
    '%00',
    `'; DROP TABLE sessions; --.${'A'.repeat(43)}`,
    'A'.repeat(500),
  ])('is not made by cookie %#', async (value) => {
    const browser = fresh()
    browser.cookie = `jiangxin=${value}`
    expect((await browser.call('GET', '/api/session')).status).toBe(401)
    expect((await browser.call('GET', '/api/open')).body).toEqual({ name: null })
  })

  it('of one college opens nothing in another', async () => {
    const { browser } = await signedIn((await account()).name)
    browser.cookie = browser.cookie.replace(college.id, other.id)
    expect((await browser.call('GET', '/api/session')).status).toBe(401)
  })

  it('ends after two idle hours, and at the end of its life whatever happens', async () => {
    const { browser } = await signedIn((await account()).name)
    await passTime('sessions', "seen_at = now() - interval '119 minutes'")
    expect((await browser.call('GET', '/api/session')).status).toBe(200)
    // That request counted: the two hours start again.
    await passTime('sessions', "seen_at = seen_at - interval '119 minutes'")
    expect((await browser.call('GET', '/api/session')).status).toBe(200)
    await passTime('sessions', "seen_at = now() - interval '121 minutes'")
    expect((await browser.call('GET', '/api/session')).status).toBe(401)
    const second = await signedIn((await account()).name)
    await passTime('sessions', 'expires_at = now()')
    expect((await second.browser.call('GET', '/api/session')).status).toBe(401)
  })

  it('serves many requests at once though one of them must note that it was seen', async () => {
    const { browser } = await signedIn((await account()).name)
    await passTime('sessions', "seen_at = now() - interval '5 minutes'")
    const start = Date.now()
    await Promise.all(Array.from({ length: 4 }, () => browser.call('GET', '/api/slow')))
    expect(Date.now() - start).toBeLessThan(1400)
  })

  it('feels a role given or taken, a lock and a reset at the very next request', async () => {
    const { id, name } = await account()
    const { browser } = await signedIn(name)
    const roles = async () => (await browser.call<WireAccount>('GET', '/api/session')).body.roles?.map((r) => r.role)
    expect(await roles()).toEqual([])
    const given = await inCollege((tx) => assign(db.engine, tx, system(), id, { role: 'reader', unitId: college.root }))
    expect(await roles()).toEqual(['reader'])
    await inCollege((tx) => unassign(db.engine, tx, system(), id, given))
    expect(await roles()).toEqual([])
    await inCollege((tx) =>
      assign(db.engine, tx, system(), id, { role: 'reader', unitId: college.root, from: '2999-01-01' }),
    )
    await inCollege((tx) =>
      assign(db.engine, tx, system(), id, { role: 'clerk', unitId: college.root, to: '2000-01-01' }),
    )
    expect(await roles()).toEqual([])
    await inCollege((tx) => lockAccount(db.engine, tx, system(), id, true))
    expect((await browser.call('GET', '/api/session')).status).toBe(401)
    expect((await attempt(fresh(), name, PASSWORD)).code).toBe('locked')
    await inCollege((tx) => lockAccount(db.engine, tx, system(), id, false))
    const again = await signedIn(name)
    await inCollege((tx) => resetPassword(db.engine, tx, system(), id))
    expect((await again.browser.call('GET', '/api/session')).status).toBe(401)
  })

  it('is listed and can be ended from another one', async () => {
    const { name } = await account()
    const one = await signedIn(name)
    const two = await signedIn(name)
    const list = (await one.browser.call<WireSession[]>('GET', '/api/account/sessions')).body
    expect(list.map((s) => s.current).sort()).toEqual([false, true])
    const id = list.find((s) => !s.current)!.id
    const stranger = await signedIn((await account()).name)
    expect((await stranger.browser.call('DELETE', `/api/account/sessions/${id}`)).status).toBe(404)
    expect((await one.browser.call('DELETE', `/api/account/sessions/${id}`)).status).toBe(204)
    expect((await two.browser.call('GET', '/api/session')).status).toBe(401)
  })
})

describe('a password', () => {
  it('after a reset must be changed before anything else, and changing it ends all other sessions', async () => {
    const { id, name } = await account()
    const { password } = await inCollege((tx) => resetPassword(db.engine, tx, system(), id))
    const [one, two] = [fresh(), fresh()]
    expect((await attempt(one, name, password!)).body).toMatchObject({ mustChangePassword: true })
    await attempt(two, name, password!)
    expect((await one.call('GET', '/api/units/tree')).code).toBe('must-change-password')
    expect((await one.call('POST', '/api/account/password', { current: password, next: '12345678910' })).status).toBe(
      422,
    )
    expect(
      (await one.call('POST', '/api/account/password', { current: password, next: `这是 ${name} 的密码` })).status,
    ).toBe(422)
    expect((await one.call('POST', '/api/account/password', { current: password, next: PASSWORD })).status).toBe(204)
    expect((await one.call('GET', '/api/units/tree')).status).toBe(200)
    expect((await two.call('GET', '/api/session')).status).toBe(401)
    expect((await attempt(fresh(), name, password!)).status).toBe(401)
    expect((await attempt(fresh(), name, PASSWORD)).status).toBe(200)
  })

  it('is nowhere in the audit, which has every step', async () => {
    const kinds = await auditKinds()
    expect(new Set(kinds)).toEqual(
      new Set([
        'account.create',
        'sign-in',
        'sign-in.wrong',
        'sign-in.locked',
        'sign-out',
        'assignment.add',
        'assignment.remove',
        'account.lock',
        'account.unlock',
        'password.reset',
        'password.change',
        'session.end',
      ]),
    )
    const [found] = await inCollege((tx) =>
      tx.run<{ n: number }>(
        sql`SELECT count(*) AS n FROM audit a WHERE a::text LIKE ${`%${PASSWORD}%`} OR a::text LIKE '%argon2%'`,
      ),
    )
    expect(found?.n).toBe(0)
  })
})

describe('a passkey', () => {
  const ORIGIN = 'https://college.example'
  async function withPasskey() {
    const { id, name } = await account()
    const { browser } = await signedIn(name)
    const key = softwareAuthenticator(ORIGIN)
    const options = (
      await browser.call<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/account/passkeys/options', {})
    ).body
    const response = key.register(options)
    return { id, name, browser, key, response }
  }
  const ask = async (browser: ReturnType<typeof fresh>) =>
    (
      await browser.call<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/session/passkey/options', {
        college: 'A',
      })
    ).body

  it('is made once, signs in, and its answer counts only once', async () => {
    const { name, browser, key, response } = await withPasskey()
    const made = await browser.call<WirePasskey>('POST', '/api/account/passkeys', { label: '手机', response })
    expect([made.status, made.body.label]).toEqual([201, '手机'])
    expect((await browser.call('POST', '/api/account/passkeys', { label: '手机', response })).status).toBe(422)
    const phone = fresh()
    const options = await ask(phone)
    expect(options.allowCredentials).toBeUndefined()
    const answer = { college: 'A', ...key.answer(options) }
    const signed = await phone.call<WireAccount>('POST', '/api/session/passkey', answer)
    expect([signed.status, signed.body.name]).toEqual([200, name])
    const replayed = await fresh().call('POST', '/api/session/passkey', answer)
    expect([replayed.status, replayed.code]).toEqual([401, 'wrong-credentials'])
    const [listed] = (await browser.call<WirePasskey[]>('GET', '/api/account/passkeys')).body
    expect(listed?.usedAt).not.toBeNull()
    expect((await browser.call('DELETE', `/api/account/passkeys/${listed!.id}`)).status).toBe(204)
    expect(
      (await fresh().call('POST', '/api/session/passkey', { college: 'A', ...key.answer(await ask(phone)) })).status,
    ).toBe(401)
  })

  it('is refused when it was copied, comes from another site, is old, or the account is locked', async () => {
    const { id, browser, key, response } = await withPasskey()
    await browser.call('POST', '/api/account/passkeys', { label: '手机', response })
    const tryIt = async (from = key) =>
      (await fresh().call('POST', '/api/session/passkey', { college: 'A', ...from.answer(await ask(fresh())) })).status
    expect(await tryIt()).toBe(200)
    key.counter = 0
    expect(await tryIt()).toBe(401)
    expect(await tryIt()).toBe(200)
    expect(await tryIt(softwareAuthenticator('https://elsewhere.example'))).toBe(401)
    const forged = key.answer(await ask(fresh()))
    const clientDataJSON = Buffer.from(
      Buffer.from(forged.response.clientDataJSON, 'base64url').toString().replace('college.example', 'evil.example'),
    ).toString('base64url')
    expect(
      (
        await fresh().call('POST', '/api/session/passkey', {
          college: 'A',
          ...forged,
          response: { ...forged.response, clientDataJSON },
        })
      ).status,
    ).toBe(401)
    const late = key.answer(await ask(fresh()))
    await inCollege((tx) => tx.change(sql`DELETE FROM challenges WHERE college_id = ${college.id}`))
    expect((await fresh().call('POST', '/api/session/passkey', { college: 'A', ...late })).status).toBe(401)
    await inCollege((tx) => lockAccount(db.engine, tx, system(), id, true))
    expect(await tryIt()).toBe(423)
  })

  it('gives a role that asks for it, and a password alone makes only the first', async () => {
    const strict = await signInApp(
      { ...db.engine, passkeyRoles: new Set(['clerk']) },
      { PUBLIC_URL: ORIGIN, SESSION_HOURS: '12' },
    )
    try {
      const at = () => testBrowser(strict.app, `10.2.0.${++serial % 250}`)
      const { id, name } = await account([{ role: 'clerk', unitId: college.east }])
      const byPassword = at()
      const signIn = { college: 'A', name, password: PASSWORD }
      const poor = (await byPassword.call<WireAccount>('POST', '/api/session', signIn)).body
      expect([poor.roles, poor.withheldRoles, poor.registers['tools']]).toEqual([[], ['clerk'], undefined])
      const make = async (browser: typeof byPassword) => {
        const options = await browser.call<PublicKeyCredentialCreationOptionsJSON>(
          'POST',
          '/api/account/passkeys/options',
          {},
        )
        if (options.status !== 200) return { status: options.status, key: null }
        const key = softwareAuthenticator(ORIGIN)
        const made = await browser.call('POST', '/api/account/passkeys', { response: key.register(options.body) })
        return { status: made.status, key }
      }
      const first = await make(byPassword)
      expect([first.status, (await make(byPassword)).status]).toEqual([201, 403])
      const [listed] = (await byPassword.call<WirePasskey[]>('GET', '/api/account/passkeys')).body
      expect((await byPassword.call('DELETE', `/api/account/passkeys/${listed!.id}`)).status).toBe(403)
      const byKey = at()
      const rich = await byKey.call<WireAccount>('POST', '/api/session/passkey', {
        college: 'A',
        ...first.key!.answer(await ask(byKey)),
      })
      expect([rich.body.roles.length, rich.body.withheldRoles]).toEqual([1, []])
      expect((await make(byKey)).status).toBe(201)
      const told = await inCollege((tx) =>
        tx.run<{ link: string }>(sql`SELECT link FROM notices WHERE college_id = ${college.id} AND account_id = ${id}`),
      )
      expect(told.map(({ link }) => link)).toEqual(['/account', '/account'])
    } finally {
      await strict.app.close()
    }
  })

  it('asked for by one person is not made by another', async () => {
    const { response } = await withPasskey()
    const { browser } = await signedIn((await account()).name)
    expect((await browser.call('POST', '/api/account/passkeys', { response })).status).toBe(422)
  })
})

describe('answers that are no success', () => {
  it('name the fields and never repeat what was sent', async () => {
    const answer = await fresh().call<{ error: { problems: { field: string }[] } }>('POST', '/api/session', {
      name: 5,
      password: { deep: 'geheim' },
    })
    expect([answer.status, answer.code]).toEqual([400, 'bad-request'])
    expect(answer.body.error.problems.map((p) => p.field)).toEqual(['name', 'password'])
    expect(JSON.stringify(answer.body)).not.toContain('geheim')
    expect((await fresh().call('GET', '/api/nowhere')).code).toBe('not-found')
    const broken = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"name":',
    })
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'bad-request'])
  })
})
