import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import type { Engine } from '../src/engine/engine.ts'
import { forgottenFiles, removeForgotten } from '../src/engine/files/erase-files.ts'
import type { FileRef } from '../src/language/fields.ts'
import type { WireError } from '../src/language/wire.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { sendDue, signatureOf } from '../src/modules/credit-bank/inside/interface/webhooks.ts'
import type { BatchResult } from '../src/modules/credit-bank/inside/interface/register-batch.ts'
import type { WireApplications, WireLearnerPage, WireStatistics } from '../src/modules/credit-bank/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { testBrowser, type TestBrowser } from '../src/testing/sign-in-app.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'

/** The whole way over HTTP: a welder at the public door, the assessment body's program, the desk, and what programs are told. */

const PASSWORD = '焊花照亮长江两岸的夜晚啊'
const IDENTITY = '11010119900307010X'

let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank
let app: FastifyInstance
let office: TestBrowser
let receiver: Server
const heard: { headers: IncomingMessage['headers']; body: string }[] = []
let answerWith = 204

beforeAll(async () => {
  db = await openBankDatabase()
  bank = await makeCreditBank(db.engine)
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  await app.ready()
  for (const [name, role] of [
    ['office', 'quality-office'],
    ['desk', 'reviewer'],
  ] as const)
    await bank.run((tx) =>
      createAccount(db.engine, tx, bank.system, {
        name,
        password: PASSWORD,
        assignments: [{ role, unitId: bank.college.root }],
      }),
    )
  office = await staff('office')
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(answerWith).end()
    })
  }).listen(0, '127.0.0.1')
})
afterAll(async () => {
  receiver.close()
  await app.close()
  await db.close()
})

async function staff(name: string): Promise<TestBrowser> {
  const browser = testBrowser(app)
  const { status } = await browser.call('POST', '/api/session', { name, password: PASSWORD })
  expect(status).toBe(200)
  return browser
}

/** A citizen's phone: keeps the cookie of their own door. */
function phone() {
  let [cookie, csrf] = ['', '']
  const upload = async (name: string, bytes: Buffer) => {
    const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
    const answer = await app.inject({
      method: 'POST',
      url: '/api/credit-bank/self/files',
      headers: { cookie, 'x-csrf': csrf, 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
    })
    return { status: answer.statusCode, body: answer.json<FileRef & WireError>() }
  }
  const call = async <Body>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, header = csrf) => {
    const answer = await app.inject({
      method,
      url: `/api/credit-bank/self${path}`,
      headers: { cookie, 'x-csrf': header },
      ...(body ? { payload: body } : {}),
    })
    const given = /^jiangxin-learner=[^;]*/.exec(String(answer.headers['set-cookie'] ?? ''))?.[0]
    if (given) cookie = given
    const read = (answer.body ? answer.json() : null) as Body & { csrf?: string }
    if (read?.csrf) csrf = read.csrf
    return { status: answer.statusCode, body: read, headers: answer.headers }
  }
  const open = (path: string) => app.inject({ url: `/api/credit-bank/self${path}`, headers: { cookie } })
  return Object.assign(call, { upload, open })
}

async function makeProgram(institution: string, scopes: string[], more: object = {}) {
  const made = await office.call<{ clientId: string; secret: string }>('POST', '/api/credit-bank/clients', {
    name: '评价机构业务系统',
    institution,
    scopes,
    sandbox: false,
    ...more,
  })
  expect(made.status).toBe(200)
  return made.body
}

async function tokenOf({ clientId, secret }: { clientId: string; secret: string }, scope?: string) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/credit-bank/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...(scope ? { scope } : {}) }).toString(),
  })
  return { status: answer.statusCode, body: answer.json<{ access_token: string; error?: string; scope: string }>() }
}

const program =
  (token: string) =>
  async <Body>(method: 'GET' | 'POST', path: string, body?: object, key?: string) => {
    const answer = await app.inject({
      method,
      url: `/api/credit-bank/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...(key ? { 'idempotency-key': key } : {}) },
      ...(body ? { payload: body } : {}),
    })
    return { status: answer.statusCode, body: answer.json<Body>(), headers: answer.headers }
  }

interface Batch {
  readonly registered: number
  readonly known: number
  readonly refused: number
  readonly repeated?: boolean
  readonly sandbox: boolean
  readonly results: readonly BatchResult[]
}
const row = (externalId: string, learner: object, more: object = {}) => ({
  externalId,
  learner: { name: '林示恒', identity: IDENTITY, consents: true, stage: 'worker', ...learner },
  kind: 'vocational-certificate',
  name: '特殊焊接技术',
  level: 'intermediate',
  grade: 'excellent',
  issuedOn: '2024-05-01',
  credits: '6',
  certificateNumber: `ZS-${externalId}`,
  ...more,
})

describe('a welder', () => {
  it('has a certificate registered, sees its worth at three schools, converts it at one, and is refused at the second', async () => {
    const { east, west, firm } = bank.institutions
    const third = await bank.add('credit-institutions', {
      code: 'north',
      name: '北方学院',
      kind: 'university',
      joinedOn: '2020-01-01',
    })
    const [here, there] = [
      await bank.rule(east, '特殊焊接技术', '焊接工艺'),
      await bank.rule(west, '特殊焊接技术', '焊接实训', { credits: '3' }),
      await bank.rule(third, '特殊焊接技术', '材料成型', { level: 'advanced', credits: '5' }),
    ]
    const me = phone()
    const citizen = { name: '林示恒', identity: IDENTITY, phone: '13800001111', password: PASSWORD, stage: 'worker' }
    const wrong = await me<WireError>('POST', '/sign-up', { ...citizen, identity: '110101199003070109' })
    expect([wrong.status, wrong.body.error.message.zh]).toEqual([422, '身份证号校验位不符，请逐位核对'])
    expect((await me('POST', '/sign-up', citizen)).status).toBe(201)
    expect((await me<{ name: string }>('GET', '/session')).body).toMatchObject({ name: '林示恒' })
    expect((await me('POST', '/consents', { institution: firm, purposes: ['register-outcomes'] }, 'x')).status).toBe(
      403,
    )
    expect(
      (await me('POST', '/consents', { institution: firm, purposes: ['register-outcomes', 'see-outcomes'] })).status,
    ).toBe(200)

    // The assessment body's own system sends the certificate; the name on it has a variant character.
    const made = await makeProgram(firm, ['outcomes:write', 'outcomes:read'])
    const call = program((await tokenOf(made)).body.access_token)
    const sent = await call<Batch>('POST', '/outcomes', { rows: [row('A1', { name: '林示恆' })] }, 'batch-1')
    expect(sent.body).toMatchObject({ registered: 1, refused: 0 })
    expect(sent.body.results[0]!.notes![0]!.zh).toContain('恆 ↔ 恒')
    const desk = await staff('desk')
    const step = (register: string, id: string, action: string, version: number, comment?: string) =>
      desk.call('POST', `/api/registers/${register}/${id}/actions/${action}`, {
        version,
        ...(comment ? { comment } : {}),
      })
    expect((await step('learning-outcomes', sent.body.results[0]!.id!, 'accredit', 1)).status).toBe(200)

    const page = (await me<WireLearnerPage>('GET', '/page')).body
    const [certificate] = page.outcomes
    expect(certificate!.options.map(({ institutionName, ok }) => [institutionName, ok]).sort()).toEqual([
      ['east 机构', false],
      ['west 机构', false],
      ['北方学院', false],
    ])
    const why = (of: WireLearnerPage, rule: string) =>
      of.outcomes[0]!.options.find((option) => option.rule === rule)!.checks.flatMap(({ ok, label }) =>
        ok ? [] : [label.zh],
      )
    expect(why(page, here)).toEqual([expect.stringContaining('尚未核验证件')])
    const account = await desk.call<{ version: number }>('GET', `/api/registers/credit-learners/${page.learner.id}`)
    await desk.call('PATCH', `/api/registers/credit-learners/${page.learner.id}`, {
      version: account.body.version,
      values: { proof: 'document' },
    })
    const proven = (await me<WireLearnerPage>('GET', '/page')).body
    expect(proven.next.places.map(({ institution, credits }) => [institution, credits])).toEqual([
      ['east 机构', '4.0'],
      ['west 机构', '3.0'],
    ])
    expect(proven.next.levels).toMatchObject([{ institution: '北方学院', level: { zh: '高级' }, credits: '5.0' }])

    const asked = await me<{ id: string }>('POST', '/applications', { outcome: certificate!.id, rule: here })
    expect(asked.status).toBe(200)
    const waiting = await desk.call<WireApplications>('GET', '/api/credit-bank/applications?state=submitted')
    expect(
      (await step('credit-conversions', waiting.body.rows[0]!.id, 'approve', waiting.body.rows[0]!.version)).status,
    ).toBe(200)
    const refused = await me<WireError>('POST', '/applications', { outcome: certificate!.id, rule: there })
    expect(refused.status).toBe(422)
    expect(refused.body.error.problems!.map(({ message }) => message.zh)).toEqual([
      '成果已在east 机构转换为“焊接工艺”：每项成果只能使用一次',
    ])
    const after = (await me<WireLearnerPage>('GET', '/page')).body
    expect(after.balances).toEqual({ issued: '-6.0', held: '0.0', converted: '4.0', lapsed: '2.0' })
    expect((await me('GET', `/applications/${asked.body.id}/checks`)).status).toBe(200)
    const data = await me<object>('GET', '/data.json')
    expect(data.headers['content-disposition']).toContain('attachment')
    expect(JSON.stringify(data.body)).toContain('焊接工艺')
    // Another citizen sees none of it.
    const other = phone()
    await other('POST', '/sign-up', { ...citizen, name: '王示', identity: '110101199003070118', phone: '13800002222' })
    await other('GET', '/session')
    expect((await other('GET', `/applications/${asked.body.id}/checks`)).status).toBe(404)
    expect((await other('POST', `/credit-conversions/${asked.body.id}/withdraw`, {})).status).toBe(404)
    expect((await call('GET', `/learners/${page.learner.number}/outcomes`)).status).toBe(200)
    // Anybody sees the bank in numbers, nobody's name among them.
    const numbers = (await app.inject('/api/credit-bank/public/statistics')).json<WireStatistics>()
    expect(numbers.totals).toMatchObject({ learners: 3, outcomes: 1, conversions: 1, credits: '4.0', schools: 3 })
    expect(JSON.stringify(numbers)).not.toContain('林示')
    expect((await me('DELETE', '/session')).status).toBe(204)
    expect((await me('GET', '/page')).status).toBe(401)
  })
})

describe('evidence', () => {
  it('is the learner’s own: sent within limits, opened by them and by whoever decides, gone with the account', async () => {
    const me = phone()
    const citizen = {
      name: '周示',
      identity: '110101199003070134',
      phone: '13800003333',
      password: PASSWORD,
      stage: 'worker',
    }
    expect((await me.upload('a.pdf', Buffer.from('%PDF'))).status).toBe(401)
    await me('POST', '/sign-up', citizen)
    await me('GET', '/session')
    const sent = await me.upload('证书.pdf', Buffer.from('%PDF-1.7 示'))
    expect(sent).toMatchObject({ status: 201, body: { name: '证书.pdf', type: 'application/pdf' } })
    const large = await me.upload('大.pdf', Buffer.alloc(20 * 1_048_576 + 1))
    expect([large.status, large.body.error.message.zh]).toEqual([413, '文件超过 20 MB 的上限'])
    expect((await me.upload('x.html', Buffer.from('<script>'))).status).toBe(422)

    const outcome = {
      kind: 'training',
      name: '起重机操作',
      issuer: bank.institutions.firm,
      issuedOn: '2024-05-01',
      credits: '2',
      evidence: [sent.body],
    }
    const made = await me<{ id: string }>('POST', '/outcomes', outcome)
    expect(made.status).toBe(200)
    const file = `/files/${sent.body.sha256}/a.pdf`
    expect((await me.open(file)).payload).toBe('%PDF-1.7 示')
    const desk = await staff('desk')
    expect((await app.inject({ url: `/api/credit-bank/self${file}` })).statusCode).toBe(401)
    const other = phone()
    await other('POST', '/sign-up', { ...citizen, name: '吴示', identity: '110101199003070150', phone: '13800004444' })
    await other('GET', '/session')
    expect((await other.open(file)).statusCode).toBe(404)
    // Knowing a hash attaches nothing.
    expect((await other('POST', '/outcomes', outcome)).status).toBe(422)

    // Refused with a reason, it gets more evidence and is looked at again.
    const step = (action: string, version: number, comment?: string) =>
      desk.call('POST', `/api/registers/learning-outcomes/${made.body.id}/actions/${action}`, { version, comment })
    expect((await step('refuse', 1, '看不清编号')).status).toBe(200)
    expect((await me<WireLearnerPage>('GET', '/page')).body.outcomes[0]).toMatchObject({
      state: 'refused',
      why: '看不清编号',
      evidence: [{ name: '证书.pdf' }],
    })
    const clearer = await me.upload('清晰.pdf', Buffer.from('%PDF-1.7 清晰'))
    const add = { evidence: [clearer.body] }
    expect((await other('POST', `/outcomes/${made.body.id}/evidence`, add)).status).toBe(404)
    expect((await me('POST', `/outcomes/${made.body.id}/evidence`, add)).status).toBe(200)
    expect((await me('POST', `/learning-outcomes/${made.body.id}/appeal`, { comment: '已补清晰件' })).status).toBe(200)
    expect((await step('accredit', 4)).status).toBe(200)
    expect((await me('POST', `/outcomes/${made.body.id}/evidence`, add)).status).toBe(409)

    // With the account go its files: nobody opens them, and the night after they are off the disk.
    const closing = await me<{ id: string }>('POST', '/requests', { kind: 'closing' })
    const accepted = await desk.call('POST', `/api/registers/learner-requests/${closing.body.id}/actions/accept`, {
      version: 1,
    })
    expect(accepted.status).toBe(200)
    const hashes = [sent.body.sha256, clearer.body.sha256].sort()
    expect(await forgottenFiles(db.engine, bank.college.id)).toEqual(hashes)
    expect(await removeForgotten(db.engine, bank.college.id, hashes)).toBe(2)
    expect(await forgottenFiles(db.engine, bank.college.id)).toEqual([])
  })
})

describe('a program of an institution', () => {
  it('has a result for each row, the same answer for the same key, and no more than its scopes and quota', async () => {
    const { firm } = bank.institutions
    const made = await makeProgram(firm, ['outcomes:write', 'rules:read'], { perMinute: 7 })
    expect(await tokenOf({ ...made, secret: 'x' })).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(await tokenOf(made, 'conversions:decide')).toMatchObject({ status: 400, body: { error: 'invalid_scope' } })
    const call = program((await tokenOf(made)).body.access_token)
    const batch = {
      rows: [
        row('B1', { name: '赵示一', identity: '110101199003070214' }),
        row('B2', { name: '钱示二', identity: '110101199003070215' }),
        row('B3', { name: '孙示三', identity: '110101199003070222', consents: false }),
        row('B4', { name: '李示四', identity: '110101199003070230' }, { issuedOn: '2099-01-01' }),
        row('B5', { name: '周示五', identity: '110101199003070249' }, { credits: '1000' }),
        row('B6', { name: '赵示二', identity: '110101199003070214' }),
        row('B7', { name: '赵示一', identity: '110101199003070214' }, { certificateNumber: 'ZS-B1' }),
        { externalId: 'B8' },
      ],
    }
    const sent = await call<Batch>('POST', '/outcomes', batch, 'k1')
    expect(sent.body.results.map(({ status }) => status)).toEqual([
      'registered',
      ...Array.from({ length: 7 }, () => 'refused'),
    ])
    const said = sent.body.results.map(({ problems }) => problems?.[0]?.zh ?? '')
    for (const [at, words] of Object.entries({
      1: '校验位不符',
      2: '尚未同意',
      3: '在今天之后',
      4: '200',
      5: '姓名与该身份证号登记的姓名不同',
      6: '相同的记录已经存在',
      7: '格式不对',
    }))
      expect(said[Number(at)]).toContain(words)
    expect((await call<Batch>('POST', '/outcomes', batch, 'k1')).body).toEqual({ ...sent.body, repeated: true })
    expect((await call('POST', '/outcomes', { rows: batch.rows.slice(1) }, 'k1')).status).toBe(409)
    expect((await call<Batch>('POST', '/outcomes', { rows: batch.rows.slice(0, 1) }, 'k2')).body).toMatchObject({
      known: 1,
    })
    expect((await call('GET', '/conversions')).status).toBe(403)
    expect((await call('GET', '/rules')).status).toBe(200)
    expect((await call('POST', '/outcomes', batch)).status).toBe(400)
    const over = await call('GET', '/rules')
    expect([over.status, Number(over.headers['retry-after']) > 0]).toEqual([429, true])
    const [listed] = (
      await office.call<{ clients: { id: string; callsToday: number }[] }>('GET', '/api/credit-bank/clients')
    ).body.clients
    await office.call('POST', `/api/credit-bank/clients/${listed!.id}/end`)
    expect((await call('GET', '/rules')).status).toBe(401)
  })

  it('tries everything in a sandbox, where nothing stays', async () => {
    const call = program(
      (await tokenOf(await makeProgram(bank.institutions.firm, ['outcomes:write'], { sandbox: true }))).body
        .access_token,
    )
    const rows = [row('S1', { name: '吴示六', identity: '110101199003070257' })]
    expect((await call<Batch>('POST', '/outcomes', { rows }, 's1')).body).toMatchObject({
      sandbox: true,
      registered: 1,
    })
    expect((await call<Batch>('POST', '/outcomes', { rows }, 's1')).body).toMatchObject({ repeated: true })
    expect((await call<Batch>('POST', '/outcomes', { rows }, 's2')).body).toMatchObject({ registered: 1 })
    expect((await app.inject('/api/credit-bank/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  })

  it('is told what happens, signed, again and again until it arrives', async () => {
    const { east } = bank.institutions
    const made = await makeProgram(east, ['conversions:read', 'conversions:decide'])
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/told`
    const hook = await office.call<{ id: string; secret: string }>('POST', '/api/credit-bank/hooks', {
      client: made.clientId.split('.')[1],
      url,
      events: ['conversion.submitted', 'conversion.approved', 'ping'],
    })
    const call = program((await tokenOf(made)).body.access_token)
    await call('POST', '/ping')
    const outcome = await bank.certificate('电工')
    const rule = await bank.rule(east, '电工', '电工技术')
    const mine = await bank.run((tx) => apply(bank.engine, tx, bank.welder, { outcome, rule }))
    const decide = (action: string, reason?: string) =>
      call('POST', `/conversions/${mine.id}/decision`, { action, ...(reason ? { reason } : {}) })
    expect((await decide('refuse')).status).toBe(422)
    expect((await decide('approve')).body).toEqual({ id: mine.id, state: 'approved' })
    expect((await decide('approve')).body).toMatchObject({ state: 'approved', repeated: true })
    const listed = await call<{ conversions: object[] }>('GET', '/conversions?state=approved')
    expect(listed.body.conversions).toEqual(expect.arrayContaining([expect.objectContaining({ id: mine.id })]))

    const send = () => sendDue(bank.engine, bank.college.id, new AbortController().signal)
    answerWith = 500
    expect(await send()).toEqual({ sent: 0, failed: 3 })
    // Not before its time.
    expect(await send()).toEqual({ sent: 0, failed: 0 })
    answerWith = 204
    const log = await office.call<{ deliveries: { id: string; problem: string | null; dueAt: string }[] }>(
      'GET',
      '/api/credit-bank/clients',
    )
    expect(log.body.deliveries[0]).toMatchObject({ problem: 'HTTP 500', tries: 1 })
    for (const { id } of log.body.deliveries) await office.call('POST', `/api/credit-bank/deliveries/${id}/again`)
    expect(await send()).toEqual({ sent: 3, failed: 0 })
    const last = heard.at(-1)!
    const signature = String(last.headers['x-jiangxin-signature'])
    const seconds = Number(/^t=(\d+),/.exec(signature)![1])
    expect(signature).toBe(signatureOf(hook.body.secret, seconds, last.body))
    expect(
      heard
        .slice(-3)
        .map(({ body }) => (JSON.parse(body) as { event: string }).event)
        .sort(),
    ).toEqual(['conversion.approved', 'conversion.submitted', 'ping'])
    await office.call('POST', `/api/credit-bank/hooks/${hook.body.id}/end`)
    await call('POST', '/ping')
    expect(await send()).toEqual({ sent: 0, failed: 0 })
  })
})
