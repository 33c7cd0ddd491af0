import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { backupEmbedded, restoreEmbedded } from './backup.ts'
import { withClient } from './roles.ts'
import { startEmbedded } from './start-embedded.ts'

const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-backup-'))
chmodSync(place, 0o755)
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a backup taken while people write is restored whole: every transaction entirely or not at all', async () => {
  const [dataDir, to, other] = ['college', 'backup', 'restored'].map((name) => path.join(place, name)) as [
    string,
    string,
    string,
  ]
  const filesDir = path.join(dataDir, 'files')
  mkdirSync(path.join(filesDir, 'ab'), { recursive: true })
  writeFileSync(path.join(filesDir, 'ab', 'evidence.txt'), '佐证材料')
  const server = await startEmbedded({ dataDir })
  await withClient(server.adminUrl, async (client) => {
    await client.query('CREATE TABLE accounts (id int PRIMARY KEY, credits int NOT NULL)')
    await client.query('CREATE TABLE transfers (id bigserial PRIMARY KEY, giver int, taker int, note text)')
    await client.query('INSERT INTO accounts SELECT n, 1000 FROM generate_series(0, 99) n')
  })

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
        [giver, giver + 50, 'x'.repeat(500)],
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
      await withClient(superuserUrl(dataDir, server.adminUrl), (client) => client.query('CHECKPOINT'))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })()
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = acknowledged.length
  const made = await backupEmbedded({ dataDir, filesDir, to })
  const after = acknowledged.length
  isOver = true
  await Promise.all([...writers, checkpoints])
  await server.stop()

  expect(made.files).toBe(JSON.parse(readFileSync(path.join(to, 'backup.json'), 'utf8')).entries.length)
  expect(statSync(to).mode & 0o077).toBe(0)
  expect(after).toBeGreaterThan(before)

  await restoreEmbedded({ from: to, dataDir: other, filesDir: path.join(other, 'files') })
  expect(readFileSync(path.join(other, 'files', 'ab', 'evidence.txt'), 'utf8')).toBe('佐证材料')
  const restored = await startEmbedded({ dataDir: other })
  await withClient(restored.adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT sum(credits)::int FROM accounts) AS sum, (SELECT count(*)::int FROM transfers) AS transfers,
         (SELECT sum(1000 - credits)::int FROM accounts WHERE id < 50) AS given`,
    )
    expect(rows[0].sum).toBe(100_000)
    expect(rows[0].given).toBe(rows[0].transfers)
    expect(rows[0].transfers).toBeGreaterThanOrEqual(before)
    expect(rows[0].transfers).toBeLessThanOrEqual(acknowledged.length)
    const kept = new Set((await client.query('SELECT id FROM transfers')).rows.map(({ id }) => id))
    expect(acknowledged.slice(0, before).filter((id) => !kept.has(id))).toEqual([])
    // Every page's checksum and every index entry is read once.
    await client.query('SET enable_seqscan = off; SELECT count(*) FROM (SELECT id FROM transfers ORDER BY id) ids')
  })
  await restored.stop()

  await expect(restoreEmbedded({ from: to, dataDir: other, filesDir })).rejects.toThrow('holds data already')
  await expect(backupEmbedded({ dataDir, filesDir, to })).rejects.toThrow('exists already')
  const victim = path.join(to, 'database', 'cluster', 'base')
  const folder = path.join(victim, readdirSync(victim)[0]!)
  const file = path.join(
    folder,
    readdirSync(folder).find((name) => statSync(path.join(folder, name)).size > 0)!,
  )
  writeFileSync(file, Buffer.alloc(statSync(file).size, 1))
  const third = path.join(place, 'third')
  await expect(restoreEmbedded({ from: to, dataDir: third, filesDir: path.join(third, 'files') })).rejects.toThrow(
    'is damaged',
  )
})

test('what is no backup is refused', async () => {
  await expect(restoreEmbedded({ from: place, dataDir: place, filesDir: place })).rejects.toThrow(
    'not a complete Jiangxin backup',
  )
})

function superuserUrl(dataDir: string, adminUrl: string): string {
  const url = new URL(adminUrl)
  url.username = 'postgres'
  url.password = readFileSync(path.join(dataDir, 'postgres', 'superuser.password'), 'utf8')
  return url.toString()
}
