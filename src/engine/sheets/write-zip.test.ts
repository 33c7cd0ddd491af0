import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openZip } from './open-zip.ts'
import { endOf, type ZipPart, zipChunks } from './write-zip.ts'

async function whole(parts: Iterable<ZipPart>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(parts)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

it('keeps the order of parts, whichever is read first, and asks for what is not prepared only when its turn comes', async () => {
  const asked: string[] = []
  async function* stream(text: string) {
    asked.push(text)
    yield Buffer.from(text)
  }
  const slowly = (turns: number, text: string) => async () => {
    for (let i = 0; i < turns; i++) await setImmediate()
    asked.push(text)
    return Buffer.from(text)
  }
  function* parts(): Generator<ZipPart> {
    yield { path: 'a', content: slowly(9, '慢') }
    yield { path: 'b', content: slowly(0, '快') }
    yield { path: 'c', content: async () => stream('长') }
    yield { path: 'd', content: stream('末') }
    yield { path: 'e', content: Buffer.from(asked.join('')) }
  }
  const zip = openZip(await whole(parts()), 1000)
  expect(zip.paths).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(await Promise.all(zip.paths.map((path) => zip.text(path)))).toEqual(['慢', '快', '长', '末', '快慢长末'])
})

it('passes on what goes wrong with a part, also of one whose turn has not come', async () => {
  const content = async () => {
    throw new Error('the disk is gone')
  }
  const fine = { path: 'a', content: Buffer.from('a') }
  await expect(whole([fine, { path: 'b', content }])).rejects.toThrow('the disk is gone')
  await expect(
    whole([
      { path: 'a', content: async () => Buffer.from('a') },
      { path: 'b', content },
    ]),
  ).rejects.toThrow('the disk is gone')
})

it('ends with the record of zip64 where the usual end has no room', () => {
  expect(endOf(3, 100, 200)).toHaveLength(22)
  const far = 5_000_000_000
  const end = endOf(70_000, 100, far)
  expect([end.readUInt32LE(0), end.readUInt32LE(56), end.readUInt32LE(76)]).toEqual([
    0x06064b50, 0x07064b50, 0x06054b50,
  ])
  expect([end.readBigUInt64LE(32), end.readBigUInt64LE(40), end.readBigUInt64LE(48)]).toEqual([
    70_000n,
    100n,
    5_000_000_000n,
  ])
  expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(far) + 100n)
  expect([end.readUInt16LE(76 + 10), end.readUInt32LE(76 + 16)]).toEqual([0xffff, 0xffff_ffff])
})
