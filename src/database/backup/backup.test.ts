import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { withClient } from '../embedded/roles.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { forgetBackups } from './forget-backups.ts'
import { listBackups, restoreBackup } from './restore-backup.ts'
import { takeBackup } from './take-backup.ts'

const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-backup-'))
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

const passphrase = 'a passphrase of some length'
const SECRET = 'nobody-may-read-this'
const to = path.join(place, 'backups')
const dataDir = path.join(place, 'college')
const filesDir = path.join(dataDir, 'files')
const hashed = (digit: string) => path.join(digit.repeat(2), digit.repeat(2), digit.repeat(64))
const keep = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(filesDir, name)), { recursive: true })
  writeFileSync(path.join(filesDir, name), content)
}
const backUp = (onlyLog = false) => takeBackup({ dataDir, filesDir, to, passphrase, onlyLog })
const into = (name: string) => ({ dataDir: path.join(place, name), filesDir: path.join(place, name, 'files') })
const restore = (name: string, at?: string) =>
  restoreBackup({ from: to, passphrase, ...into(name), ...(at === undefined ? {} : { at }) })

/** What a restored college holds; every page's checksum and every index entry is read once. */
async function look(name: string) {
  const server = await startEmbedded({ dataDir: path.join(place, name) })
  try {
    return await withClient(server.adminUrl, async (client) => {
      const { rows } = await client.query<{ sum: number; transfers: number; given: number }>(
        `SELECT (SELECT sum(credits)::int FROM accounts) AS sum, (SELECT count(*)::int FROM transfers) AS transfers,
           (SELECT sum(1000 - credits)::int FROM accounts WHERE id < 50) AS given`,
      )
      await client.query('SET enable_seqscan = off; SELECT count(*) FROM (SELECT id FROM transfers ORDER BY id) ids')
      return { ...rows[0]!, ids: new Set((await client.query('SELECT id FROM transfers')).rows.map(({ id }) => id)) }
    })
  } finally {
    await server.stop()
  }
}

test(
  'backups taken while people write are restored whole: to the last moment, and to any moment between',
  { timeout: 240_000 },
  async () => {
    keep(hashed('a'), '佐证材料')
    writeFileSync(path.join(dataDir, 'seal.key'), SECRET)
    const server = await startEmbedded({ dataDir })
    const query = (sql: string) => withClient(server.adminUrl, (client) => client.query(sql))
    await query('CREATE TABLE accounts (id int PRIMARY KEY, credits int NOT NULL)')
    await query('CREATE TABLE transfers (id bigserial PRIMARY KEY, giver int, taker int, note text)')
    await query('INSERT INTO accounts SELECT n, 1000 FROM generate_series(0, 99) n')

    let isOver = false
    const acknowledged: string[] = []
    const write = async () => {
      const client = new Client({ connectionString: server.adminUrl })
      await client.connect()
      while (!isOver) {
        const giver = Math.floor(Math.random() * 50)
        await client.query('BEGIN')
        await client.query('UPDATE accounts SET credits = credits - 1 WHERE id = $1', [giver])
        await client.query('UPDATE accounts SET credits = credits + 1 WHERE id = $1', [giver + 50])
        const written = await client.query(
          'INSERT INTO transfers (giver, taker, note) VALUES ($1, $2, $3) RETURNING id',
          [giver, giver + 50, `${SECRET} `.repeat(20)],
        )
        await client.query('COMMIT')
        acknowledged.push(written.rows[0].id)
      }
      await client.end()
    }
    const writers = [write(), write(), write()]
    // The log is recycled at checkpoints: the backup has to hold what it still needs.
    const checkpoints = (async () => {
      while (!isOver) {
        await withClient(superuserUrl(server.adminUrl), (client) => client.query('CHECKPOINT'))
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    })()
    while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 10))
    const before = acknowledged.length
    const first = await backUp()
    const after = acknowledged.length
    keep(hashed('b'), '第二份')
    const step = await backUp(true)
    isOver = true
    await Promise.all([...writers, checkpoints])
    expect([first.kind, step.kind]).toEqual(['snapshot', 'log'])
    expect(after).toBeGreaterThan(before)
    expect(step.stored).toBeLessThan(first.stored / 2)

    // Somebody destroys everything; the backup after that has both before and after.
    const [{ moment }] = (await query('SELECT clock_timestamp() AS moment')).rows as [{ moment: Date }]
    await new Promise((resolve) => setTimeout(resolve, 20))
    await query('DELETE FROM transfers')
    const second = await backUp()
    expect(second.kind).toBe('snapshot')
    // Most of the database is what it was.
    expect(second.stored).toBeLessThan(first.stored)
    await server.stop()

    const whole = await look((await restore('before', moment.toISOString()), 'before'))
    expect([whole.sum, whole.given, whole.transfers]).toEqual([100_000, acknowledged.length, acknowledged.length])
    expect(acknowledged.filter((id) => !whole.ids.has(id))).toEqual([])
    expect(readFileSync(path.join(into('before').filesDir, hashed('a')), 'utf8')).toBe('佐证材料')
    expect(readFileSync(path.join(into('before').filesDir, hashed('b')), 'utf8')).toBe('第二份')
    expect(readFileSync(path.join(place, 'before', 'seal.key'), 'utf8')).toBe(SECRET)

    const early = await look((await restore('early', first.until), 'early'))
    expect(early.sum).toBe(100_000)
    expect(early.given).toBe(early.transfers)
    expect(early.transfers).toBeGreaterThanOrEqual(before)
    expect(early.transfers).toBeLessThan(acknowledged.length)
    expect(acknowledged.slice(0, before).filter((id) => !early.ids.has(id))).toEqual([])

    expect(await look((await restore('last'), 'last'))).toMatchObject({ transfers: 0, sum: 100_000 })
    // A restored college is backed up into the same folder, as a line of its own.
    const again = await takeBackup({ ...into('early'), to, passphrase, onlyLog: true })
    expect(again.kind).toBe('snapshot')
    expect(await listBackups(to, passphrase)).toHaveLength(3)
  },
)

test(
  'nobody reads a backup without its passphrase, and nothing of it is changed unseen',
  { timeout: 120_000 },
  async () => {
    const all = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const entry of all) {
      const file = path.join(entry.parentPath, entry.name)
      expect(statSync(file).mode & 0o077).toBe(0)
      expect(readFileSync(file).includes(SECRET)).toBe(false)
    }
    await expect(restoreBackup({ from: to, passphrase: 'another', ...into('none') })).rejects.toThrow('passphrase')
    await expect(restore('last')).rejects.toThrow('holds data already')
    await expect(restore('none', '2020-01-01')).rejects.toThrow('no backup of 2020-01-01')
    await expect(restore('none', '2999-01-01')).rejects.toThrow('reaches until')
    await expect(restore('none', 'yesterday')).rejects.toThrow('no moment')
    await expect(restoreBackup({ from: place, passphrase, ...into('none') })).rejects.toThrow('vault.json')
    await expect(takeBackup({ dataDir, filesDir, to: place, passphrase })).rejects.toThrow('holds other files')
    const piece = all.find((entry) => entry.parentPath.includes('pieces'))!
    const victim = path.join(piece.parentPath, piece.name)
    const content = readFileSync(victim)
    content[content.length - 1]! ^= 1
    writeFileSync(victim, content)
    const restored = await Promise.allSettled(
      (await listBackups(to, passphrase)).map(({ takenAt }, i) => restore(`none${i}`, takenAt)),
    )
    expect(restored.map((one) => (one.status === 'rejected' ? String(one.reason) : '')).join()).toContain('is damaged')
  },
)

test('with a server of one’s own, files and keys are taken and given back without a database', async () => {
  const only = { to: path.join(place, 'files-only'), passphrase, onlyFiles: true }
  expect((await takeBackup({ dataDir, filesDir, ...only })).kind).toBe('snapshot')
  const back = await restoreBackup({ from: only.to, passphrase, onlyFiles: true, ...into('files-only-back') })
  expect(back.files).toBe(2)
  expect(readFileSync(path.join(place, 'files-only-back', 'seal.key'), 'utf8')).toBe(SECRET)
  await expect(restoreBackup({ from: only.to, passphrase, ...into('no-database') })).rejects.toThrow(
    'no complete backup',
  )
})

test('old backups and what only they needed are forgotten, the last one never', async () => {
  const [first, , last] = await listBackups(to, passphrase)
  const later = Date.parse(first!.takenAt) + 86_400_000 + 1
  expect(await forgetBackups(to, passphrase, 1, later)).toMatchObject({ snapshots: 1 })
  expect(await forgetBackups(to, passphrase, 0, later * 2)).toMatchObject({ snapshots: 1 })
  expect((await listBackups(to, passphrase)).map((one) => one.takenAt)).toEqual([last!.takenAt])
})

function superuserUrl(adminUrl: string): string {
  const url = new URL(adminUrl)
  url.username = 'postgres'
  url.password = readFileSync(path.join(dataDir, 'postgres', 'superuser.password'), 'utf8')
  return url.toString()
}
