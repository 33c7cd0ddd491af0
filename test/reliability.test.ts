import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { tryReliability } from '../bench/reliability-run.ts'

const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-reliable-'))
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

it(
  'people, money, credits and evidence survive the ends of server and database; `npm run bench -- reliability` tries fifty',
  { timeout: 300_000 },
  async () => {
    const { book, damage } = await tryReliability({
      dataDir: path.join(place, 'data'),
      rounds: 3,
      clients: 8,
      seed: 7,
      ends: ['both', 'session', 'stop'],
      least: 16,
    })
    expect(damage).toEqual({ lost: [], doubled: [], halved: [], unsealed: [] })
    expect(book.wrong).toEqual([])
    expect(book.acknowledged).toBeGreaterThan(60)
    expect([...book.refused.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([])
  },
)
