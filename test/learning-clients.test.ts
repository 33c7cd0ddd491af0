import { createHash } from 'node:crypto'
import xapiModule, { type Statement } from '@xapi/xapi'
import type { FastifyInstance } from 'fastify'
import TinCan from 'tincanjs'
import { v4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../src/engine/access/actor.ts'
import { makeClient } from '../src/modules/learning-records/store/clients.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** The learning record store as the two libraries meet it that most content is written with, over a real connection. */

// Its types are written for another kind of module than it is.
const XAPI = xapiModule as unknown as typeof xapiModule.default

let db: TestDatabase
let app: FastifyInstance
let site: string
let key: string
let secret: string

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  const { id } = await makeTestCollege(db.engine, 'clients')
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  site = await app.listen({ host: '127.0.0.1', port: 0 })
  const made = await db.engine.database.inCollege(id, (tx) =>
    makeClient(db.engine, tx, asSystem(id, 'test'), { name: '客户端', scopes: ['all'] }),
  )
  ;[key, secret] = [made.client.key, made.secret]
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const activityId = 'https://example.test/courseware/7'
const statementOf = (actor: object, more: object = {}) => ({
  actor,
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '回答了' } },
  object: { objectType: 'Activity', id: activityId, definition: { name: { 'zh-CN': '电路连接' } } },
  ...more,
})
const photo = '接线照片'
const attachment = {
  usageType: 'https://example.test/photo',
  display: { 'zh-CN': '照片' },
  contentType: 'text/plain',
  length: Buffer.byteLength(photo),
  sha2: createHash('sha256').update(photo).digest('hex'),
}

describe.each(['2.0.0', '1.0.3'] as const)('@xapi/xapi, version %s', (version) => {
  const agent = { objectType: 'Agent', account: { homePage: 'https://example.test', name: `xapi-${version}` } } as const
  const open = () =>
    new XAPI({
      endpoint: `${site}/xapi/`,
      auth: XAPI.toBasicAuth(key, secret),
      // The library knows 1.0 alone by type; the header is what counts.
      version: version as '1.0.3',
      adapter: 'fetch',
    })
  const statement = (more: object = {}) => statementOf(agent, more) as unknown as Statement

  it('sends, finds, follows pages and voids', async () => {
    const xapi = open()
    expect((await xapi.getAbout()).data.version).toContain(version)
    const { data: sent } = await xapi.sendStatements({ statements: [statement(), statement(), statement()] })
    const first = await xapi.getStatements({ agent, limit: 2, ascending: true })
    expect(first.data.statements.map(({ id }) => id)).toEqual(sent.slice(0, 2))
    const second = await xapi.getMoreStatements({ more: first.data.more })
    expect((second.data as typeof first.data).statements.map(({ id }) => id)).toEqual(sent.slice(2))
    await xapi.voidStatement({ actor: agent, statementId: sent[0]! })
    await expect(xapi.getStatement({ statementId: sent[0]! })).rejects.toThrow('no such statement')
    expect((await xapi.getVoidedStatement({ voidedStatementId: sent[0]! })).data.id).toBe(sent[0])
    expect((await xapi.getActivity({ activityId })).data.definition?.name).toEqual({ 'zh-CN': '电路连接' })
    expect((await xapi.getAgent({ agent })).data).toMatchObject({ objectType: 'Person', account: [agent.account] })
  })

  it('brings attachments and gets them back', async () => {
    const xapi = open()
    const content = new TextEncoder().encode(photo).buffer
    const { data: sent } = await xapi.sendStatement({
      statement: statement({ attachments: [attachment] }),
      attachments: [content],
    })
    const back = await xapi.getStatement({ statementId: sent[0]!, attachments: true })
    expect(JSON.stringify(back.data)).toContain(sent[0])
    expect(JSON.stringify(back.data)).toContain(photo)
  })

  it('keeps states and profiles, and replaces only what it has seen', async () => {
    const xapi = open()
    const of = { agent, activityId, stateId: 'bookmark' }
    await xapi.createState({ ...of, state: { page: 1 } })
    await xapi.createState({ ...of, state: { note: '看到这里' } })
    expect((await xapi.getState(of)).data).toEqual({ page: 1, note: '看到这里' })
    expect((await xapi.getStates({ agent, activityId })).data).toEqual(['bookmark'])
    await xapi.deleteState(of)
    await expect(xapi.getState(of)).rejects.toThrow('no such document')
    const profile = { agent, profileId: `likes-${version}` }
    await xapi.setAgentProfile({ ...profile, profile: { lang: 'zh' }, matchHeader: 'If-None-Match', etag: '*' })
    const seen = await xapi.getAgentProfile(profile)
    const etag = new Headers(seen.headers as unknown as Record<string, string>).get('etag')!
    await xapi.setAgentProfile({ ...profile, profile: { lang: 'en' }, matchHeader: 'If-Match', etag })
    await expect(
      xapi.setAgentProfile({ ...profile, profile: { lang: 'fr' }, matchHeader: 'If-Match', etag }),
    ).rejects.toThrow('read it again')
    await xapi.createActivityProfile({ activityId, profileId: `p-${version}`, profile: { rooms: 2 } })
    expect((await xapi.getActivityProfile({ activityId, profileId: `p-${version}` })).data).toEqual({ rooms: 2 })
  })
})

describe('tincanjs', () => {
  const agent = { account: { homePage: 'https://example.test', name: 'tincan' } }
  const open = () => new TinCan.LRS({ endpoint: `${site}/xapi/v1/`, username: key, password: secret, allowFail: false })
  /** What a call of the library ends with; its errors are a status or an error. */
  const asked = <T>(call: (callback: (error: unknown, result: T) => void) => void) =>
    new Promise<T>((resolve, reject) =>
      call((error, result) =>
        error === null || error === undefined ? resolve(result) : reject(new Error(JSON.stringify(error))),
      ),
    )

  it('sends, finds, follows pages and voids', async () => {
    const lrs = open()
    const sent = [v4(), v4(), v4()]
    await asked((callback) =>
      lrs.saveStatements(
        sent.map((id) => new TinCan.Statement({ ...statementOf(agent), id })),
        { callback },
      ),
    )
    const params = { agent: new TinCan.Agent(agent), limit: 2, ascending: true }
    const first = await asked<{ statements: readonly { id: string }[]; more: string | null }>((callback) =>
      lrs.queryStatements({ params, callback }),
    )
    expect(first.statements.map(({ id }) => id)).toEqual(sent.slice(0, 2))
    const second = await asked<typeof first>((callback) => lrs.moreStatements({ url: first.more!, callback }))
    expect(second.statements.map(({ id }) => id)).toEqual(sent.slice(2))
    await asked((callback) =>
      lrs.saveStatement(
        new TinCan.Statement({
          actor: agent,
          verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
          object: { objectType: 'StatementRef', id: sent[0] },
        }),
        { callback },
      ),
    )
    await expect(asked((callback) => lrs.retrieveStatement(sent[0]!, { callback }))).rejects.toThrow('404')
    expect(await asked((callback) => lrs.retrieveVoidedStatement(sent[0]!, { callback }))).toMatchObject({
      id: sent[0],
    })
    expect(await asked((callback) => lrs.retrieveActivity(activityId, { callback }))).toMatchObject({ id: activityId })
  })

  it('brings attachments and gets them back', async () => {
    const lrs = open()
    const id = v4()
    const withContent = new TinCan.Attachment({ ...attachment, content: new TextEncoder().encode(photo).buffer })
    await asked((callback) =>
      lrs.saveStatement(new TinCan.Statement({ ...statementOf(agent), id, attachments: [withContent] }), { callback }),
    )
    const back = await asked<{ attachments: readonly { getContentAsString(): string }[] | null }>((callback) =>
      lrs.retrieveStatement(id, { params: { attachments: true }, callback }),
    )
    expect(back.attachments?.map((one) => one.getContentAsString())).toEqual([photo])
  })

  it('keeps states and profiles', async () => {
    const lrs = open()
    const of = { agent: new TinCan.Agent(agent), activity: new TinCan.Activity({ id: activityId }) }
    const json = { contentType: 'application/json' }
    await asked((callback) => lrs.saveState('bookmark', { page: 3 }, { ...of, ...json, callback }))
    expect(await asked((callback) => lrs.retrieveState('bookmark', { ...of, callback }))).toMatchObject({
      contents: { page: 3 },
    })
    await asked((callback) => lrs.dropState('bookmark', { ...of, callback }))
    expect(await asked((callback) => lrs.retrieveState('bookmark', { ...of, callback }))).toBeNull()
    await asked((callback) => lrs.saveAgentProfile('likes', { lang: 'zh' }, { ...of, ...json, callback }))
    expect(await asked((callback) => lrs.retrieveAgentProfile('likes', { ...of, callback }))).toMatchObject({
      contents: { lang: 'zh' },
    })
    await asked((callback) => lrs.saveActivityProfile('p', { rooms: 4 }, { ...of, ...json, callback }))
    expect(await asked((callback) => lrs.retrieveActivityProfile('p', { ...of, callback }))).toMatchObject({
      contents: { rooms: 4 },
    })
  })
})
