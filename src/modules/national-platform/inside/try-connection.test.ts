import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../../../../test/national-receiver.ts'
import { toolTable } from '../../../testing/reporting-college.ts'
import { tryConnection } from './try-connection.ts'

const known = { appKey: 'college-1', secret: '0123456789abcdeffedcba9876543210' }
let receiver: Receiver
const address = (more: Partial<typeof known & { url: string }> = {}) => ({
  ...known,
  url: receiver.url,
  mode: 'ecb' as const,
  encoding: 'base64' as const,
  ...more,
})

beforeAll(async () => {
  receiver = await startReceiver([toolTable], known)
})
afterAll(() => receiver.close())

it('says that the platform takes this college, without reporting anything', async () => {
  expect(await tryConnection(address())).toBeNull()
  expect(receiver.stored.size).toBe(0)
})

it('says whether the platform refuses or cannot be reached, and what to look at', async () => {
  expect(await tryConnection(address({ appKey: 'college-2' }))).toMatchObject({
    zh: expect.stringMatching(/^平台拒绝了授权。请核对应用标识、密钥[^]*unknown app_key/) as string,
  })
  expect(await tryConnection(address({ url: 'http://127.0.0.1:9' }))).toMatchObject({
    zh: expect.stringMatching(/^连接不上平台。请检查地址和网络/) as string,
  })
  expect(await tryConnection(address({ secret: '0'.repeat(32) }))).not.toBeNull()
})
