import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { onlyCollege, openOn } from '../bench/reliability-college.ts'
import { compare } from '../bench/reliability-compare.ts'
import { tryReliability } from '../bench/reliability-run.ts'
import { restoreBackup } from '../src/database/backup/restore-backup.ts'
import { takeBackup } from '../src/database/backup/take-backup.ts'
import { sealUntil } from '../src/engine/history/seal-college.ts'
import { lastSeal } from '../src/engine/history/seal.ts'
import { keepHead, sealKeys } from '../src/server/seal-files.ts'

const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-reliable-'))
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

const UNHARMED = { lost: [], doubled: [], halved: [], unsealed: [] }

it(
  'people, money, credits and evidence survive the ends of server and database, and come back from a backup under the same seals; `npm run bench -- reliability` tries fifty',
  { timeout: 300_000 },
  async () => {
    const dataDir = path.join(place, 'data')
    const { book, damage } = await tryReliability({
      dataDir,
      rounds: 3,
      clients: 8,
      seed: 7,
      ends: ['both', 'session', 'stop'],
      least: 16,
    })
    expect(damage).toEqual(UNHARMED)
    expect(book.wrong).toEqual([])
    expect(book.acknowledged).toBeGreaterThan(60)
    expect([...book.refused.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([])

    const opened = await openOn(dataDir)
    const college = await onlyCollege(opened)
    const inCollege = opened.engine.database.inCollege
    const keys = sealKeys({ dataDir, sealKey: undefined })
    const sealed = await inCollege(college, (tx) => sealUntil(tx, keys, Date.now()))
    keepHead(dataDir, college, sealed!)
    const last = await inCollege(college, lastSeal)
    await opened.close()

    const to = path.join(place, 'backup')
    const passphrase = 'a passphrase of some length'
    await takeBackup({ dataDir, filesDir: path.join(dataDir, 'files'), to, passphrase })
    const restored = path.join(place, 'restored')
    await restoreBackup({ from: to, passphrase, dataDir: restored, filesDir: path.join(restored, 'files') })
    // By the key and the noted head that came with it.
    expect(await compare(restored, book)).toEqual(UNHARMED)
    const copy = await openOn(restored)
    const same = await copy.engine.database.inCollege(college, lastSeal)
    await copy.close()
    expect([same?.n, same?.hash, same?.mark]).toEqual([last!.n, last!.hash, last!.mark])
    expect(last!.n).toBeGreaterThan(0)
  },
)
