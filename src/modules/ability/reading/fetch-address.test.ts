import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchAddress, isPublicAddress } from './fetch-address.ts'

const signal = new AbortController().signal
const here = () => true

async function serving<T>(answer: RequestListener, work: (base: string) => Promise<T>): Promise<T> {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    await new Promise((closed) => server.close(closed))
  }
}

test.each([
  ['8.8.8.8', true],
  ['2400:3200::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.0.1', false],
  ['0.0.0.0', false],
  ['239.1.1.1', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['localhost', false],
])('%s is public: %s', (ip, isPublic) => expect(isPublicAddress(ip)).toBe(isPublic))

test('a file is brought, also where it has moved to', () =>
  serving(
    (request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/%E6%8B%9B%E8%81%98.csv' }).end()
      else response.end('职位名称\n电工')
    },
    async (base) => {
      const { fileName, bytes } = await fetchAddress(`${base}/old`, signal, here)
      expect([fileName, bytes.toString()]).toEqual(['招聘.csv', '职位名称\n电工'])
    },
  ))

test('nothing but public addresses is called: not by number, not by name, not by being sent on', () => {
  let called = 0
  return serving(
    (_, response) => {
      called++
      response.writeHead(302, { location: 'http://[::1]:9/inside' }).end()
    },
    async (base) => {
      for (const address of [base, base.replace('127.0.0.1', 'localhost'), base.replace('127.0.0.1', '2130706433')])
        await expect(fetchAddress(address, signal)).rejects.toThrow(/no public address/)
      expect(called).toBe(0)
      const outside = (ip: string) => ip === '127.0.0.1'
      await expect(fetchAddress(base, signal, outside)).rejects.toThrow(/no public address/)
    },
  )
})

test('what is no file is refused in words', () =>
  serving(
    (request, response) => {
      if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
      else response.writeHead(404).end()
    },
    async (base) => {
      await expect(fetchAddress(`${base}/gone`, signal, here)).rejects.toThrow(/HTTP 404/)
      await expect(fetchAddress(`${base}/round`, signal, here)).rejects.toThrow(/HTTP 302/)
      for (const address of ['file:///etc/passwd', 'ftp://a.example/x', 'http://a:b@example.com/', 'example'])
        await expect(fetchAddress(address, signal, here)).rejects.toThrow(/has to begin with http/)
    },
  ))
