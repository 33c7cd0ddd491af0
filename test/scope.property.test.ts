import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../src/database/connection.ts'
import { grants } from '../src/database/migrations/0001-foundation.ts'
import { tableOf } from '../src/database/plan.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { exportCsv } from '../src/engine/exporting/export-rows.ts'
import { openExport } from '../src/engine/exporting/open-export.ts'
import { mayOpenFile } from '../src/engine/files/may-open.ts'
import { historyOf, readableHistory } from '../src/engine/history/read.ts'
import { rowsBehind } from '../src/engine/indicators/rows-behind.ts'
import { act } from '../src/engine/records/act.ts'
import { visibleCounts } from '../src/engine/records/counts.ts'
import { findRecord, listRecords, type ListRequest } from '../src/engine/records/list.ts'
import { findOptions } from '../src/engine/records/options.ts'
import { present } from '../src/engine/records/present.ts'
import { referringRecords } from '../src/engine/records/referring.ts'
import { registerStatistics } from '../src/engine/records/statistics.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { searchEverything } from '../src/engine/search-everything.ts'
import { draftsOf, waitingFor } from '../src/engine/workbench.ts'
import { identityNumberRule } from '../src/fields/identity-number/rule.ts'
import type { WireCondition, WireRecord } from '../src/language/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { addressesOf, type CollegeInUse, collegeInUse, textOf } from '../src/testing/college-in-use.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type Route, routesOf } from '../src/testing/routes.ts'

const catalogue = testCatalogue()
let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase(catalogue)
})
afterAll(() => db.close())

/** A record as the test itself knows it: what may be seen of it is worked out here, not asked of the engine. */
interface Known {
  readonly register: 'tools' | 'loans'
  readonly id: string
  readonly place: Place
  readonly createdBy: string
  readonly owner: string | null
  readonly kind: string
  readonly deleted: boolean
  readonly word: string
  readonly secret: string | null
  readonly sha256: string | null
  /** The tool that a loan is of. */
  readonly tool: string | null
}
const places = ['root', 'east', 'eastRoom', 'west', 'stores'] as const
type Place = (typeof places)[number]
const within: Readonly<Record<Place, readonly Place[]>> = {
  root: places,
  east: ['east', 'eastRoom'],
  eastRoom: ['eastRoom'],
  west: ['west'],
  stores: ['stores'],
}
/** As src/testing/college.ts declares them: the same for each of its registers. */
const scopes: Readonly<Record<string, 'college' | 'unit' | 'own'>> = {
  keeper: 'college',
  clerk: 'unit',
  member: 'own',
  reader: 'college',
}
/** Who may export, and see figures before they are approved. */
const exporting = new Set(['keeper', 'clerk'])
const accounts = ['a1', 'a2', 'a3'].map((n) => `00000000-0000-7000-8000-0000000000${n}`)

describe('whoever asks, with whatever roles', () => {
  let college: TestCollege
  let people: string[]
  const known: Known[] = []

  beforeAll(async () => {
    college = await makeTestCollege(db.engine, 'scope')
    people = [await college.person('甲', college.east), await college.person('乙', college.west)]
    const system = asSystem(college.id, 'test')
    let n = 0
    const add = async (register: 'tools' | 'loans', place: Place, values: { tool?: string }, deleted: boolean) => {
      const createdBy = accounts[n % 2]!
      const owner = people[n % 3] ?? null
      const word = `zq${(n + 10).toString(36)}x`
      const secret =
        register === 'tools'
          ? identityNumberRule.example({ kind: 'identity-number', label: { zh: '', en: '' } }, 37 * n + 5)
          : null
      const sha256 = register === 'tools' ? (n + 1).toString(16).padStart(64, '0') : null
      const kind = n % 2 === 0 ? 'hand' : 'power'
      const own =
        register === 'tools'
          ? {
              name: `工具 ${word}`,
              kind,
              workshop: college[place],
              keeper: owner,
              secret,
              pieces: n,
              papers: [{ sha256, name: `${word}.pdf`, size: 1, type: 'application/pdf' }],
            }
          : { borrower: owner, lentOn: '2022-10-01' }
      const made = await db.database.inCollege(college.id, async (tx) => {
        const actor = { ...system, accountId: createdBy }
        const record = await act(db.engine, tx, actor, {
          register,
          action: 'create',
          values: { number: `${register} ${word}`, ...own, ...values },
        })
        if (register === 'tools' && n % 3 > 0)
          await act(db.engine, tx, actor, { register, id: record.id, action: 'submit' })
        if (deleted) await act(db.engine, tx, actor, { register, id: record.id, action: 'delete', comment: '报废' })
        return record
      })
      known.push({
        register,
        id: made.id,
        place,
        createdBy,
        owner,
        kind,
        deleted,
        word,
        secret,
        sha256,
        tool: values.tool ?? null,
      })
      n++
      return made.id
    }
    for (const place of places)
      for (const deleted of [false, false, false, true]) await add('tools', place, {}, deleted)
    const tools = known.filter((k) => !k.deleted)
    // Loans have no unit of their own: they belong to the office that answers for them.
    for (let i = 0; i < 6; i++) await add('loans', 'stores', { tool: tools[i * 2]!.id }, false)
  })

  const roleAt = fc.tuple(
    fc.constantFrom('keeper', 'clerk', 'clerk', 'member', 'reader', 'writer'),
    fc.constantFrom(...places),
  )
  const asking = fc.record({
    held: fc.array(roleAt, { maxLength: 3 }),
    account: fc.constantFrom(...accounts),
    person: fc.nat(2),
  })
  const conditions: fc.Arbitrary<WireCondition[]> = fc.constantFrom<WireCondition[]>(
    [],
    [['kind', 'is', 'hand']],
    [
      ['kind', 'not', 'hand'],
      ['pieces', 'atLeast', 3],
    ],
    [['name', 'contains', 'zq']],
    [['state', 'is', 'submitted']],
  )
  const sorts = fc.constantFrom(undefined, 'name', '-name', 'boughtOn', '-pieces', 'updatedAt', 'state')

  it(
    'sees what their roles reach and nothing else, in everything that shows records',
    { timeout: 120_000 },
    async () => {
      let asked = 0
      await fc.assert(
        fc.asyncProperty(asking, conditions, sorts, fc.boolean(), async (who, where, sort, deleted) => {
          asked++
          const actor: Actor = {
            ...(await college.actor(...who.held.map(([role, place]) => [role, college[place]] as const))),
            accountId: who.account,
            personId: people[who.person] ?? null,
          }
          const isSeen = (record: Known) =>
            who.held.some(([role, place]) => {
              const scope = scopes[role]
              if (scope === undefined) return false
              if (scope === 'college') return true
              if (scope === 'own')
                return record.createdBy === who.account || (actor.personId !== null && record.owner === actor.personId)
              // Both registers are the duty of the stores: whoever is a clerk there, or above, serves the whole college.
              return within[place].includes('stores') || within[place].includes(record.place)
            })
          const seen = new Set(known.filter(isSeen).map((k) => k.id))
          const open = (register: string) =>
            known.filter((k) => k.register === register && !k.deleted && seen.has(k.id)).map((k) => k.id)
          const isClosed = !who.held.some(([role]) => role in scopes)
          const said: unknown[] = []
          await db.database.inCollege(college.id, async (tx) => {
            const hidden = who.held.some(([role]) => role === 'keeper') ? [] : known.flatMap((k) => k.secret ?? [])
            const keep = <T>(value: T): T => {
              said.push(value)
              return value
            }
            if (isClosed) {
              await expect(listRecords(db.engine, tx, actor, { register: 'tools' })).rejects.toMatchObject({
                code: 'not-allowed',
              })
              expect(keep(await visibleCounts(db.engine, tx, actor))).toEqual({})
              expect(await searchEverything(db.engine, tx, actor, 'zq')).toEqual([])
            } else {
              for (const register of ['tools', 'loans'] as const) {
                const all = keep(
                  await everyPage(tx, actor, { register, ...(register === 'tools' ? { sort: sort ?? 'name' } : {}) }),
                )
                expect(all.map((r) => r.id).sort()).toEqual(open(register).sort())
              }
              const filtered = keep(
                await everyPage(tx, actor, { register: 'tools', where, deleted, ...(sort ? { sort } : {}) }),
              )
              for (const row of filtered) expect(seen.has(row.id)).toBe(true)
              if (where[0]?.[1] === 'is' && where[0][0] === 'kind')
                expect(filtered).toHaveLength(
                  known.filter(
                    (k) => k.register === 'tools' && k.kind === 'hand' && k.deleted === deleted && seen.has(k.id),
                  ).length,
                )
              const counts = keep(await visibleCounts(db.engine, tx, actor))
              expect([counts['tools']?.count, counts['loans']?.count]).toEqual([
                open('tools').length,
                open('loans').length,
              ])
              const statistics = keep(await registerStatistics(db.engine, tx, actor, { register: 'tools' }))
              const byKind = statistics.find((s) => s.by === 'kind')
              expect(byKind?.rows.reduce((sum, row) => sum + Number(row.value), 0)).toBe(open('tools').length)
              const options = keep(await findOptions(db.engine, tx, actor, 'tools', { ids: known.map((k) => k.id) }))
              expect(options.map((o) => o.id).sort()).toEqual(open('tools').sort())
              for (const { id, register } of keep(await searchEverything(db.engine, tx, actor, 'zq')))
                if (register === 'tools' || register === 'loans') expect(open(register)).toContain(id)
            }
            for (const record of known) {
              const declared = catalogue.registers.get(record.register)!
              const found = await findRecord(tx, actor, declared, record.id)
              expect([record.word, found !== null]).toEqual([record.word, seen.has(record.id)])
              if (found) {
                keep(await present(db.engine, tx, actor, declared, [found]))
                keep(readableHistory(declared, actor, await historyOf(tx, record.register, record.id)))
                if (record.register === 'tools')
                  for (const other of keep(await referringRecords(db.engine, tx, actor, 'tools', record.id)))
                    expect(other.count).toBeLessThanOrEqual(open('loans').length)
              } else {
                await expect(referringRecords(db.engine, tx, actor, record.register, record.id)).rejects.toMatchObject({
                  code: 'unknown-record',
                })
                await expect(
                  act(db.engine, tx, actor, {
                    register: record.register,
                    id: record.id,
                    action: 'update',
                    version: 1,
                    values: {},
                  }),
                ).rejects.toMatchObject({ code: 'unknown-record' })
              }
              if (record.sha256)
                expect([record.word, await mayOpenFile(db.engine, tx, actor, record.sha256)]).toEqual([
                  record.word,
                  seen.has(record.id) && !record.deleted,
                ])
            }
            const figure = { code: 't.power-loans', period: '2023', part: 'value' } as const
            if (who.held.some(([role]) => exporting.has(role))) {
              for (const part of keep(await rowsBehind(db.engine, tx, actor, figure)))
                for (const row of part.page?.rows ?? []) expect(seen.has(row.id)).toBe(true)
            } else await expect(rowsBehind(db.engine, tx, actor, figure)).rejects.toMatchObject({ code: 'not-allowed' })
            for (const mine of keep(await draftsOf(db.engine, tx, actor))) expect(seen.has(mine.id)).toBe(true)
            for (const waiting of keep(await waitingFor(db.engine, tx, actor)))
              expect(waiting.count).toBeLessThanOrEqual(open('tools').length)
            const mayExport = who.held.some(([role]) => exporting.has(role))
            if (mayExport) {
              let csv = ''
              for await (const piece of exportCsv(
                db.engine,
                tx,
                actor,
                await openExport(db.engine, tx, actor, { register: 'tools' }, 'csv'),
              ))
                csv += piece
              for (const record of known)
                if (record.register === 'tools')
                  expect([record.word, csv.includes(`工具 ${record.word}`)]).toEqual([
                    record.word,
                    seen.has(record.id) && !record.deleted,
                  ])
              keep(csv)
            } else
              await expect(openExport(db.engine, tx, actor, { register: 'tools' }, 'csv')).rejects.toBeInstanceOf(
                Refusal,
              )
            if (hidden.length > 0 && !isClosed) {
              const secret: WireCondition = ['secret', 'is', hidden[0]]
              for (const request of [
                { where: [secret] },
                { where: [['secret', 'filled', null] as const] },
                { sort: 'secret' },
              ]) {
                await expect(
                  listRecords(db.engine, tx, actor, { register: 'tools', ...request }),
                ).rejects.toMatchObject({ code: 'bad-request' })
                await expect(
                  registerStatistics(db.engine, tx, actor, {
                    register: 'tools',
                    where: request.where ?? [['secret', 'empty', null]],
                  }),
                ).rejects.toMatchObject({ code: 'bad-request' })
              }
              expect(await everyPage(tx, actor, { register: 'tools', q: hidden[0]! })).toEqual([])
            }
            const text = JSON.stringify(said)
            expect(hidden.filter((secret) => text.includes(secret))).toEqual([])
            // Words of records out of sight are nowhere either.
            if (!isClosed)
              expect(
                known
                  .filter((k) => !seen.has(k.id) && text.includes(`工具 ${k.word}`) && !isNamedByLoan(k, seen))
                  .map((k) => k.word),
              ).toEqual([])
          })
        }),
        { seed: 2023, numRuns: 60 },
      )
      expect(asked).toBe(60)
    },
  )

  /** A loan in sight says the name of its tool, as every list does of what its rows refer to. */
  const isNamedByLoan = (tool: Known, seen: ReadonlySet<string>) =>
    known.some((k) => k.tool === tool.id && seen.has(k.id))

  async function everyPage(tx: Tx, actor: Actor, request: ListRequest): Promise<WireRecord[]> {
    const rows: WireRecord[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(db.engine, tx, actor, {
        ...request,
        limit: 7,
        ...(after ? { after } : {}),
      })
      rows.push(...page.rows)
      after = page.next
    } while (after)
    return rows
  }
})

describe('over HTTP', () => {
  let app: FastifyInstance
  let one: CollegeInUse
  let other: CollegeInUse
  let routes: Route[]
  beforeAll(async () => {
    app = await createApp({
      engine: db.engine,
      settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' }),
    })
    await app.ready()
    // Signing out would end the test; the rest of it is open to everybody.
    routes = routesOf(app).filter(
      (route) => route.method !== 'HEAD' && !/^\/api\/session|^\/api\/account\/password/.test(route.url),
    )
    one = await collegeInUse(db, app, 'A')
    other = await collegeInUse(db, app, 'B')
  })
  afterAll(() => app.close())

  const owned = [...Object.keys(grants), ...[...catalogue.registers.values()].map((r) => `records.${tableOf(r)}`)]
  const contents = (college: TestCollege) =>
    db.database.inCollege(college.id, async (tx) => {
      const found: Record<string, string> = {}
      for (const name of owned) {
        const [row] = await tx.run<{ text: string }>(
          sql`SELECT coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '') AS text FROM ${sql.table(name)} t`,
        )
        found[name] = row!.text
      }
      return found
    })
  /** Every id of a college, wherever a body or a query may hold one. */
  const bodyOf = (college: CollegeInUse, dice: number) => {
    const id = college.ids['id']!
    const figure = dice % 2 === 0
    return {
      values: {
        tool: college.westTool.id,
        workshop: college.west,
        keeper: id[3],
        borrower: id[3],
        number: `x${dice}`,
        name: 'x',
        kind: 'hand',
        lentOn: '2023-01-01',
        papers: [{ sha256: college.ids['sha256']![0], name: 'x.pdf', size: 1, type: 'application/pdf' }],
      },
      ids: [college.westTool.id, ...id],
      version: dice % 3 === 0 ? 0 : figure ? 1 : 4,
      comment: 'x',
      period: '2023',
      unit: college.west,
      unitId: college.west,
      personId: id[3],
      toAccount: id[5],
      to: '2999-01-01',
      role: 'clerk',
      sha256s: college.ids['sha256'],
      evidence: college.ids['sha256'],
      text: 'x',
      name: `x${dice}`,
      personName: 'x',
      assignments: [{ role: 'clerk', unitId: college.west }],
      codes: ['t.tools', 't.area'],
      action: figure ? 'review' : 'delete',
      after: college.ids['sid']![0],
      from: '2999-01-01',
      reason: 'x',
      marked: true,
      locked: false,
      value: '1',
      title: 'x',
      level: 1,
      due: null,
    }
  }
  const queryOf = (college: CollegeInUse) =>
    `period=2023&periods=2023&codes=t.tools,t.area&unit=${college.west}&units=${college.west}&actor=${college.ids['id']![4]}&ids=${college.ids['id']!.join()}&where=${encodeURIComponent(JSON.stringify([['workshop', 'is', college.west]]))}`

  it('two colleges never mix, whoever knows the ids of the other', { timeout: 120_000 }, async () => {
    const before = await contents(one)
    const leaks: string[] = []
    let sent = 0
    const visit = async (route: Route, addresses: readonly string[]) => {
      for (const [i, address] of addresses.entries()) {
        const method = route.method as 'GET'
        const isRead = method === 'GET'
        // What the records endpoint keeps is for the register's own records: both are tried.
        const answer =
          isRead && i % 2 === 0
            ? await other.call(other.keeper, method, `${address}?${queryOf(one)}`)
            : isRead
              ? await other.call(other.keeper, method, `${address}?period=2023`)
              : await other.call(other.keeper, method, address, bodyOf(one, i))
        sent++
        if ((await textOf(answer)).includes(one.mark))
          leaks.push(`${method} ${address} (${answer.statusCode}) tells of the other college`)
        if (answer.statusCode >= 500) leaks.push(`${method} ${address}: ${answer.statusCode}`)
      }
    }
    for (const route of routes) {
      const addresses = addressesOf(route, one)
      expect([route.url, addresses.length > 0]).toEqual([route.url, true])
      await visit(route, addresses)
    }
    expect(leaks).toEqual([])
    expect(await contents(one)).toEqual(before)
    // Its own addresses, with ids of the other college inside.
    for (const route of routes.filter((r) => r.method !== 'DELETE'))
      await visit(route, addressesOf(route, other).slice(0, 12))
    expect(leaks).toEqual([])
    expect(await contents(one)).toEqual(before)
    expect(sent).toBeGreaterThan(400)
    const foreign = new Set([one.id, one.root, one.east, one.west, one.westTool.id, ...Object.values(one.ids).flat()])
    for (const name of ['sha256'])
      for (const shared of one.ids[name]!) if (other.ids[name]!.includes(shared)) foreign.delete(shared)
    const kept = Object.entries(await contents(other))
      // What somebody tried stands in the audit, as they tried it.
      .filter(([name]) => name !== 'audit')
      .flatMap(([name, text]) => [...foreign].filter((id) => text.includes(id)).map((id) => `${name} keeps ${id}`))
    expect(kept).toEqual([])
  })

  it('a session of one college opens nothing of another', async () => {
    const [, token] = other.keeper.cookie.replace('jiangxin=', '').split('.')
    const forged = { ...other.keeper, cookie: `jiangxin=${one.id}.${token}` }
    expect((await one.call(forged, 'GET', '/api/registers/tools')).statusCode).toBe(401)
    expect((await one.call(one.keeper, 'GET', '/api/registers/tools')).statusCode).toBe(200)
  })

  it(
    'a clerk of one workshop is told nothing of another, nor what only keepers may read',
    { timeout: 120_000 },
    async () => {
      const college = await collegeInUse(db, app, 'C')
      const name = String(college.westTool.values['name'])
      const told: string[] = []
      for (const route of routes.filter((r) => r.method === 'GET'))
        for (const address of addressesOf(route, college))
          for (const query of [
            'period=2023',
            `${queryOf(college)}`,
            `period=2023&q=${encodeURIComponent(college.mark)}&codes=t.tools,t.loans,t.value&deleted=0`,
          ]) {
            const answer = await college.call(college.clerk, 'GET', `${address}?${query}`)
            const text = await textOf(answer)
            if (text.includes(name)) told.push(`${address} (${answer.statusCode}) names ${name}`)
            for (const secret of college.secrets)
              if (text.includes(secret)) told.push(`${address} (${answer.statusCode}) holds ${secret}`)
          }
      expect(told).toEqual([])
      const own = await college.call(college.clerk, 'GET', '/api/registers/tools')
      expect(own.json<{ rows: WireRecord[] }>().rows.map((r) => r.id)).toEqual([college.eastTool.id])
      // The keeper sees both, so that the words above would have been found.
      const all = await textOf(await college.call(college.keeper, 'GET', '/api/registers/tools/export.xlsx'))
      expect([all.includes(name), ...college.secrets.map((secret) => all.includes(secret))]).toEqual([true, true, true])
    },
  )
})
