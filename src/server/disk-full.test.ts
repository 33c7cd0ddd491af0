import type * as fs from 'node:fs'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { WireError } from '../language/wire.ts'
import { type CollegeInUse, collegeInUse } from '../testing/college-in-use.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createApp } from './app.ts'
import { readSettings } from './settings.ts'

/** The disk that files are written to takes half of the first piece, and then no more. */
const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>()
  const full = (path: string) =>
    new Writable({
      write(piece: Buffer, _encoding, done) {
        real.writeFileSync(path, piece.subarray(0, piece.length / 2))
        done(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 }))
      },
    })
  const createWriteStream = (path: string, options: Parameters<typeof fs.createWriteStream>[1]) =>
    disk.isFull ? full(path) : real.createWriteStream(path, options)
  return { ...real, createWriteStream }
})

let db: TestDatabase
let app: FastifyInstance
let college: CollegeInUse
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' })
  app = await createApp({ engine: db.engine, settings })
  college = await collegeInUse(db, app, 'A')
})
afterAll(async () => {
  await app.close()
  await db.close()
})

function upload(content: string) {
  const boundary = 'full'
  return app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: college.keeper.cookie,
      'x-csrf': college.keeper.csrf,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  })
}
const files = () => readdirSync(db.engine.filesDir, { recursive: true }).length
const rows = async (table: string) =>
  (
    await db.database.inCollege(college.id, (tx) =>
      tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.table(table)} WHERE college_id = ${college.id}`),
    )
  )[0]!.n

it('says so in words when no file can be written, keeps no half of one, and goes on when there is room', async () => {
  const before = [files(), await rows('files'), await rows('uploads')]
  disk.isFull = true
  const answer = await upload('too much for it')
  disk.isFull = false
  expect([answer.statusCode, answer.json<WireError>().error]).toMatchObject([
    507,
    { code: 'storage-full', message: { zh: expect.stringContaining('磁盘已满') } },
  ])
  expect([files(), await rows('files'), await rows('uploads')]).toEqual(before)
  expect(existsSync(join(db.engine.filesDir, 'incoming'))).toBe(true)
  expect((await upload('too much for it')).statusCode).toBe(201)
})

it('says so when the database cannot grow, saves nothing of the change, and goes on when there is room', async () => {
  // What PostgreSQL raises when a table cannot be extended, raised at the last statement of a change.
  const admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION no_room()`)
  const before = [await rows('records.tools'), await rows('history')]
  const values = { number: 'FULL', name: '锤', kind: 'hand', workshop: college.east }
  const create = () => college.keeper.call<WireError>('POST', '/api/registers/tools', { values })
  const refused = await create()
  expect([refused.status, refused.code]).toEqual([507, 'storage-full'])
  expect(JSON.stringify(refused.body)).not.toContain('extend')
  expect([await rows('records.tools'), await rows('history')]).toEqual(before)
  expect((await college.call(college.keeper, 'GET', '/api/registers/tools')).statusCode).toBe(200)
  await admin.query('DROP TRIGGER no_room ON outbox')
  await admin.end()
  expect((await create()).status).toBe(201)
})
