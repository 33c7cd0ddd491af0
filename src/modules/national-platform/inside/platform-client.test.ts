import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PlatformAddress, PlatformBusy, platformClient, PlatformRefusal } from './platform-client.ts'

/** A platform that answers as the test says. */
let answer: { readonly status: number; readonly body: string }
const calls: string[] = []
const server = createServer((request, response) => {
  calls.push(request.url ?? '')
  request.resume().on('end', () => {
    response.statusCode = answer.status
    response.end(answer.body)
  })
})
let url: string
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => new Promise<void>((done) => void server.close(() => done())))

const client = (more: Partial<PlatformAddress> = {}) =>
  platformClient(
    { appKey: 'a', secret: '0123456789abcdeffedcba9876543210', ...more, url: `${url}${more.url ?? ''}` },
    undefined,
    () => 1,
  )
const failed = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    return error as PlatformBusy
  }
  throw new Error('It did not fail')
}

it('calls the paths that are set, below the address', async () => {
  answer = { status: 200, body: JSON.stringify({ code: 0, data: { accessToken: 't', expiresIn: 7200, batchNo: 'n' } }) }
  calls.length = 0
  const paths = {
    authorise: '/api/v2/token',
    refresh: '/api/v2/token/renew',
    report: '/api/v2/push',
    query: '/api/v2/state',
  }
  expect(await client({ url: '/open/', paths }).report('T', 'b', [])).toBe('n')
  await client({ paths }).query('n')
  await client().authorise()
  expect(calls).toEqual(['/open/api/v2/token', '/open/api/v2/push', '/api/v2/token', '/api/v2/state', '/authorize'])
})

it.each([
  [503, 'busy', PlatformBusy, /HTTP 503/, /answered 503/],
  [200, '<html>登录</html>', PlatformBusy, /不是 JSON.*\/authorize/, /no JSON answer.*\/authorize/],
  [200, '{"code":403,"message":"unknown"}', PlatformRefusal, /平台拒绝了授权.*unknown/, /does not authorise.*unknown/],
])('says in both languages what came back: %i %s', async (status, body, kind, zh, en) => {
  answer = { status, body }
  const error = await failed(client().report('T', 'b', []))
  expect(error).toBeInstanceOf(kind)
  expect(error.label.zh).toMatch(zh)
  expect(error.label.en).toMatch(en)
  expect(error.label.en).not.toMatch(/\p{Script=Han}/u)
})
