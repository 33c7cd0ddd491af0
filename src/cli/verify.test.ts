import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../../catalogue/index.gen.ts'
import { sealUntil } from '../engine/history/seal-college.ts'
import type { SealFault } from '../engine/history/seal-faults.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import { sealKeys } from '../server/seal-files.ts'
import { makeTestCollege, type TestCollege } from '../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'

let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
  college = await makeTestCollege(db.engine, 'sealed')
  const keys = sealKeys({ dataDir: db.engine.filesDir, sealKey: undefined })
  await db.database.inCollege(college.id, (tx) => sealUntil(tx, keys, Date.now() + 1))
})
afterAll(() => db.close())

function verify(...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'verify', ...args], {
    env: { ...process.env, DATABASE_URL: db.adminUrl, DATABASE_APP_URL: db.appUrl, DATA_DIR: db.engine.filesDir },
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('says that all is well, gives a head to keep, and ends with 1 and the place when somebody changed something', async () => {
  const heads = verify('--head', '--json')
  expect(JSON.parse(heads.out)).toEqual([
    { college: 'sealed', head: { n: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  ])
  const kept = path.join(db.engine.filesDir, 'heads.json')
  writeFileSync(kept, heads.out)
  const well = verify('--expect', kept)
  expect([well.code, well.out]).toEqual([0, expect.stringContaining('sealed: 完好 intact')])

  const admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query(`ALTER TABLE history NO FORCE ROW LEVEL SECURITY`)
  await admin.query("UPDATE history SET actor_name = '另一人' WHERE subject = 'units' AND subject_id = $1", [
    college.east,
  ])
  await admin.end()
  const { code, out } = verify('--expect', kept, '--json')
  const said = JSON.parse(out) as { ok: boolean; colleges: { college: string; faults: SealFault[] }[] }
  expect([code, said.ok]).toEqual([1, false])
  expect(said.colleges[0]).toMatchObject({
    college: 'sealed',
    faults: [{ kind: 'changed', subject: 'units', record: college.east, seal: 1, position: expect.any(Number) }],
  })
})
