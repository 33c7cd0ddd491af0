import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, lockAccount } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { assign, unassign } from '../../engine/access/assignments.ts'
import { today } from '../../engine/access/today.ts'
import type { WireAccount, WireAccountRow, WireAudit, WireDelegation, WireUnit } from '../../language/index.ts'
import { defineRole } from '../../language/role.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { signInApp, testBrowser } from '../../testing/sign-in-app.ts'

/** Manages accounts where it is held, and is nothing else. */
const registrar = defineRole({
  name: 'registrar',
  label: { zh: '账号员', en: 'Registrar' },
  permissions: ['accounts.manage'],
})
const PASSWORD = '仓库的门每天要锁好'.repeat(2)
let db: TestDatabase
let college: TestCollege
let app: FastifyInstance
let serial = 0

beforeAll(async () => {
  const catalogue = testCatalogue()
  db = await openTestDatabase({ ...catalogue, roles: new Map([...catalogue.roles, ['registrar', registrar]]) })
  college = await makeTestCollege(db.engine, 'A')
  app = (await signInApp(db.engine)).app
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const system = () => asSystem(college.id, 'test')
const inCollege = <T>(work: Parameters<typeof db.database.inCollege<T>>[1]) => db.database.inCollege(college.id, work)
const give = (id: string, role: string, unitId: string, to?: string) =>
  inCollege((tx) => assign(db.engine, tx, system(), id, { role, unitId, to }))

async function somebody(...held: readonly (readonly [role: string, unit: string])[]) {
  const assignments = held.map(([role, unitId]) => ({ role, unitId }))
  const { account } = await inCollege((tx) =>
    createAccount(db.engine, tx, system(), { name: `person-${++serial}`, password: PASSWORD, assignments }),
  )
  const browser = testBrowser(app, `10.2.0.${serial % 250}`)
  expect((await browser.call('POST', '/api/session', { name: account.name, password: PASSWORD })).status).toBe(200)
  const roles = async () =>
    (await browser.call<WireAccount>('GET', '/api/session')).body.roles.map((r) => [r.role, r.unitId, r.to])
  return { ...account, browser, roles, call: browser.call }
}

describe('an administrator of the whole college', () => {
  it('makes an account whose password is shown once and must be changed', async () => {
    const admin = await somebody(['keeper', college.root])
    const personId = await college.person('李伟', college.east)
    const made = await admin.call<{ account: WireAccountRow; password: string }>('POST', '/api/accounts', {
      name: 'Li.Wei',
      personId,
      assignments: [{ role: 'clerk', unitId: college.east }],
    })
    expect(made.body.account).toMatchObject({
      name: 'li.wei',
      personName: '李伟',
      mustChangePassword: true,
      assignments: [{ role: 'clerk', unitName: 'east 单位', isValid: true }],
    })
    expect(made.body.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    expect((await admin.call('POST', '/api/accounts', { name: 'LI.wei' })).code).toBe('conflict')
    expect((await admin.call('POST', '/api/accounts', { name: 'a b' })).status).toBe(422)
    const again = await admin.call('GET', `/api/accounts/${made.body.account.id}`)
    expect(JSON.stringify(again.body)).not.toContain(made.body.password)
    const stale = await admin.call('PATCH', `/api/accounts/${made.body.account.id}`, { lang: 'en', version: 99 })
    expect(stale.code).toBe('stale')
    expect(
      (await admin.call<WireAccountRow>('PATCH', `/api/accounts/${made.body.account.id}`, { lang: 'en', version: 1 }))
        .body.lang,
    ).toBe('en')
  })

  it('finds accounts by name, role and unit, page by page', async () => {
    const admin = await somebody(['keeper', college.root])
    const names: string[] = []
    for (let after = ''; ;) {
      const { body } = await admin.call<{ rows: WireAccountRow[]; next: string | null }>(
        'GET',
        `/api/accounts?limit=2${after}`,
      )
      names.push(...body.rows.map((r) => r.name))
      if (!body.next) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(names).toEqual([...new Set(names)].sort())
    const clerks = await admin.call<{ rows: WireAccountRow[] }>(
      'GET',
      `/api/accounts?role=clerk&unit=${college.east}&q=${encodeURIComponent('李')}`,
    )
    expect(clerks.body.rows.map((r) => r.name)).toEqual(['li.wei'])
  })

  it('may not change their own roles, lock themselves or become another person', async () => {
    const admin = await somebody(['keeper', college.root])
    const personId = await college.person('王芳', college.west)
    for (const [method, path, body] of [
      ['POST', 'assignments', { role: 'clerk', unitId: college.east }],
      ['DELETE', `assignments/${admin.assignments[0]!.id}`, undefined],
      ['POST', 'lock', undefined],
      ['PATCH', '', { personId }],
    ] as const)
      expect((await admin.call(method, `/api/accounts/${admin.id}${path && `/${path}`}`, body)).code).toBe(
        'not-allowed',
      )
  })

  it('sees the unit tree; so does everybody', async () => {
    const { body } = await (await somebody(['reader', college.root])).call<WireUnit>('GET', '/api/units/tree')
    expect([body.id, body.children.map((u) => u.code)]).toEqual([college.root, ['east', 'stores', 'west']])
    expect(body.children[0]?.children.map((u) => u.code)).toEqual(['east-room'])
  })
})

describe('a manager of one unit', () => {
  it('assigns there and below, and nowhere else', async () => {
    const manager = await somebody(['registrar', college.east], ['clerk', college.east])
    const colleague = await somebody(['member', college.eastRoom])
    const add = async (role: string, unitId: string, id = colleague.id) =>
      (await manager.call('POST', `/api/accounts/${id}/assignments`, { role, unitId })).status
    expect(await add('clerk', college.eastRoom)).toBe(201)
    expect(await add('clerk', college.west)).toBe(403)
    expect(await add('clerk', college.root)).toBe(403)
    // A role that reads or writes the whole college wherever it is held would be a way up.
    expect(await add('keeper', college.eastRoom)).toBe(403)
    expect(await add('reader', college.east)).toBe(403)
    expect(await add('clerk', college.eastRoom, manager.id)).toBe(403)
  })

  it('takes no account over that holds more, now or later', async () => {
    const manager = await somebody(['registrar', college.east])
    const admin = await somebody(['keeper', college.root], ['clerk', college.east])
    const both = await somebody(['clerk', college.east], ['clerk', college.west])
    const later = await somebody(['clerk', college.east])
    await inCollege((tx) =>
      assign(db.engine, tx, system(), later.id, { role: 'keeper', unitId: college.root, from: '2999-01-01' }),
    )
    for (const { id } of [admin, both, later]) {
      expect((await manager.call<WireAccountRow>('GET', `/api/accounts/${id}`)).body.canManage).toBe(false)
      for (const act of ['reset-password', 'lock', 'unlock'])
        expect((await manager.call('POST', `/api/accounts/${id}/${act}`)).code).toBe('not-allowed')
      expect((await manager.call('PATCH', `/api/accounts/${id}`, { personName: '别人' })).code).toBe('not-allowed')
    }
    const stranger = await somebody(['clerk', college.west])
    expect((await manager.call('GET', `/api/accounts/${stranger.id}`)).status).toBe(404)
    expect((await manager.call('POST', `/api/accounts/${stranger.id}/reset-password`)).status).toBe(404)
    const own = await somebody(['clerk', college.eastRoom])
    expect((await manager.call('POST', `/api/accounts/${own.id}/reset-password`)).status).toBe(200)
  })

  it('makes accounts only for its own unit', async () => {
    const manager = await somebody(['registrar', college.east])
    const make = async (body: object) =>
      (await manager.call('POST', '/api/accounts', { name: `made-${++serial}`, ...body })).status
    expect(await make({ assignments: [{ role: 'clerk', unitId: college.eastRoom }] })).toBe(201)
    expect(await make({ personId: await college.person('赵敏', college.eastRoom) })).toBe(201)
    expect(await make({ personId: await college.person('钱进', college.west) })).toBe(404)
    expect(await make({})).toBe(404)
    expect(await make({ assignments: [{ role: 'keeper', unitId: college.root }] })).toBe(403)
  })

  it('never lets anybody reach beyond it (property)', async () => {
    const manager = await somebody(['registrar', college.east])
    const units = () => [college.root, college.east, college.eastRoom, college.west, college.stores]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('keeper', 'clerk', 'member', 'reader', 'registrar'),
        fc.nat(4),
        async (role, n) => {
          const unitId = units()[n]!
          const target = await inCollege((tx) =>
            createAccount(db.engine, tx, system(), { name: `target-${++serial}`, password: PASSWORD }),
          )
          const { status } = await manager.call('POST', `/api/accounts/${target.account.id}/assignments`, {
            role,
            unitId,
          })
          const isInside = unitId === college.east || unitId === college.eastRoom
          expect(status).toBe(isInside && ['clerk', 'member', 'registrar'].includes(role) ? 201 : 403)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is nobody without the permission', async () => {
    const clerk = await somebody(['clerk', college.root])
    for (const [method, path] of [
      ['GET', 'accounts'],
      ['POST', 'accounts'],
      ['GET', `accounts/${clerk.id}`],
      ['POST', `accounts/${clerk.id}/unlock`],
      ['GET', 'audit'],
    ] as const)
      expect(
        (
          await clerk.call(
            method,
            `/api/${path}`,
            method === 'POST' && path === 'accounts' ? { name: 'x-y' } : undefined,
          )
        ).status,
      ).toBe(403)
    expect((await clerk.call<{ title: string }[]>('GET', '/api/accounts/options?q=person-1')).body[0]?.title).toMatch(
      /^person-1/,
    )
  })
})

describe('a delegation', () => {
  const TO = '2999-12-31'
  it('is of a role of one’s own, at one’s unit or below, until a day', async () => {
    const head = await somebody(['clerk', college.east])
    const deputy = await somebody()
    const ask = (body: object) =>
      head.call<{ id: string }>('POST', '/api/delegations', {
        role: 'clerk',
        unitId: college.eastRoom,
        toAccount: deputy.id,
        to: TO,
        ...body,
      })
    expect((await ask({ role: 'keeper' })).status).toBe(403)
    expect((await ask({ unitId: college.west })).status).toBe(403)
    expect((await ask({ unitId: college.root })).status).toBe(403)
    expect((await ask({ toAccount: head.id })).status).toBe(422)
    expect((await ask({ to: '2000-01-01' })).status).toBe(422)
    expect((await ask({ to: undefined })).status).toBe(400)
    expect((await ask({ toAccount: college.root })).status).toBe(404)
    const made = await ask({})
    expect(made.status).toBe(201)
    expect(await deputy.roles()).toEqual([['clerk', college.eastRoom, TO]])
    // Not to be passed on.
    expect(
      (
        await deputy.call('POST', '/api/delegations', {
          role: 'clerk',
          unitId: college.eastRoom,
          toAccount: head.id,
          to: TO,
        })
      ).status,
    ).toBe(403)
    const { given } = (await head.call<{ given: WireDelegation[] }>('GET', '/api/delegations')).body
    expect(given).toMatchObject([{ toName: deputy.personName, isValid: true }])
    expect((await (await somebody()).call('DELETE', `/api/delegations/${made.body.id}`)).status).toBe(404)
    expect((await deputy.call('DELETE', `/api/delegations/${made.body.id}`)).status).toBe(204)
    expect(await deputy.roles()).toEqual([])
  })

  it('ends with the delegator’s own assignment and rests while the delegator is locked', async () => {
    const head = await somebody()
    const deputy = await somebody()
    const own = await give(head.id, 'clerk', college.east, '2998-01-01')
    const ask = () =>
      head.call('POST', '/api/delegations', { role: 'clerk', unitId: college.east, toAccount: deputy.id, to: TO })
    await ask()
    expect(await deputy.roles()).toEqual([['clerk', college.east, '2998-01-01']])
    await inCollege((tx) => lockAccount(db.engine, tx, system(), head.id, true))
    expect(await deputy.roles()).toEqual([])
    await inCollege((tx) => lockAccount(db.engine, tx, system(), head.id, false))
    expect(await deputy.roles()).toHaveLength(1)
    // Shortened afterwards: what was delegated is shortened too.
    await inCollege((tx) =>
      tx.change(
        sql`UPDATE assignments SET valid_to = ${today(Date.now() - 86_400_000)} WHERE college_id = ${college.id} AND id = ${own}`,
      ),
    )
    expect(await deputy.roles()).toEqual([])
    await inCollege((tx) =>
      tx.change(sql`UPDATE assignments SET valid_to = NULL WHERE college_id = ${college.id} AND id = ${own}`),
    )
    expect(await deputy.roles()).toHaveLength(1)
    await inCollege((tx) => unassign(db.engine, tx, system(), head.id, own))
    expect(await deputy.roles()).toEqual([])
  })
})

describe('the audit', () => {
  it('is read page by page by whoever may for the whole college, newest first', async () => {
    const admin = await somebody(['keeper', college.root])
    const all: WireAudit[] = []
    for (let after = ''; ;) {
      const { body } = await admin.call<{ rows: WireAudit[]; next: string | null }>('GET', `/api/audit?limit=7${after}`)
      all.push(...body.rows)
      if (!body.next) break
      after = `&after=${body.next}`
    }
    expect(all.map((r) => r.id)).toEqual([...new Set(all.map((r) => r.id))].sort().reverse())
    expect(all.find((r) => r.kind === 'delegation.add')).toMatchObject({
      actorName: expect.stringMatching(/^person/),
      detail: { role: 'clerk' },
      address: expect.stringMatching(/^10\./),
    })
    const mine = (await admin.call<{ rows: WireAudit[] }>('GET', `/api/audit?kind=sign-in&actor=${admin.id}`)).body.rows
    expect(mine.map((r) => r.kind)).toEqual(['sign-in'])
    expect((await (await somebody(['keeper', college.east])).call('GET', '/api/audit')).status).toBe(403)
  })

  it('can be rewritten by nobody', async () => {
    await expect(inCollege((tx) => tx.change(sql`DELETE FROM audit WHERE college_id = ${college.id}`))).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      inCollege((tx) => tx.change(sql`UPDATE audit SET kind = 'x' WHERE college_id = ${college.id}`)),
    ).rejects.toThrow(/permission denied/)
  })
})
