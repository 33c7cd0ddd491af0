import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { asSystem } from '../engine/access/actor.ts'
import { historyOf } from '../engine/history/read.ts'
import { sealUntil } from '../engine/history/seal-college.ts'
import { verifyCollege } from '../engine/history/verify.ts'
import { act } from '../engine/records/act.ts'
import { getRecord, listRecords } from '../engine/records/list.ts'
import { testCatalogue, tools } from '../testing/college.ts'
import { connect, type Tx } from './connection.ts'
import { migrate, MigrationError, migrations } from './migrate.ts'
import { planTables } from './plan.ts'
import { dropDatabase } from '../testing/drop-database.ts'

const catalogue = testCatalogue()
const name = `upgrade_${process.pid}`
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()
const college = '01900000-0000-7000-8000-000000000001'
const unit = '01900000-0000-7000-8000-000000000002'
const tool = '01900000-0000-7000-8000-000000000003'
const account = '01900000-0000-7000-8000-000000000004'
const HASH = 'ab'.repeat(32)
let owner: pg.Client

beforeAll(async () => {
  const { adminUrl } = inject('database')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO jiangxin_app`)
  await admin.end()
  owner = new pg.Client({ connectionString: at(adminUrl) })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  const admin = new pg.Client({ connectionString: inject('database').adminUrl })
  await admin.connect()
  await dropDatabase(admin, name)
  await admin.end()
})

it('brings a database of the first schema to today with everything that it holds', async () => {
  // What the first program made: its tables, a register with one field less, and a college at work.
  await owner.query('CREATE TABLE schema_versions (version integer PRIMARY KEY, applied_at timestamptz NOT NULL)')
  await owner.query(migrations[0]!.sql)
  await owner.query('INSERT INTO schema_versions VALUES (1, now())')
  const fields = Object.fromEntries(Object.entries(tools.fields).filter(([key]) => key !== 'price'))
  const none = { tables: new Map(), indexes: new Set<string>() }
  const registers = [...catalogue.registers.values()].map((one) => (one.name === 'tools' ? { ...one, fields } : one))
  for (const statement of planTables(registers, none, 'jiangxin_app')) await owner.query(statement)
  await owner.query(`
    BEGIN; SET LOCAL app.college = '${college}';
    INSERT INTO colleges (id, code, name, created_at) VALUES ('${college}', 'old', '示例学院', now());
    INSERT INTO records.units (college_id, id, state, version, unit_id, created_at, updated_at, code, name, kind)
      VALUES ('${college}', '${unit}', 'kept', 1, '${unit}', now(), now(), 'old', '示例学院', 'college');
    INSERT INTO records.tools (college_id, id, state, version, unit_id, created_at, updated_at, number, name, kind, workshop, search)
      VALUES ('${college}', '${tool}', 'kept', 1, '${unit}', now(), now(), 'T1', '锤', 'hand', '${unit}', '''t1'' ''锤''');
    INSERT INTO history (college_id, id, subject, subject_id, at, actor_name, action, after)
      VALUES ('${college}', '${tool}', 'tools', '${tool}', to_timestamp(1717986919), '张示', 'create', '{"name": "锤"}');
    INSERT INTO audit (college_id, id, at, kind, actor_name) VALUES ('${college}', '${tool}', to_timestamp(1717986919), 'system', '张示');
    INSERT INTO files (college_id, sha256, name, size, type, scan, created_by, created_at)
      VALUES ('${college}', '${HASH}', '证明.pdf', 3, 'application/pdf', 'clean', '${account}', now());
    COMMIT`)

  const { adminUrl, appUrl } = inject('database')
  expect(await migrate(at(adminUrl), catalogue.registers.values(), 'jiangxin_app')).toEqual({ isSpread: false })
  const { rows } = await owner.query('SELECT version FROM schema_versions ORDER BY version')
  expect(rows.map((row) => row.version)).toEqual(migrations.map((one) => one.version).toSorted((a, b) => a - b))

  const database = connect(at(appUrl))
  const engine = { catalogue, database, filesDir: '', guards: [] }
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => database.inCollege(college, work)
  try {
    const system = asSystem(college, 'test')
    const seen = await inCollege((tx) => getRecord(tx, system, tools, tool))
    expect(seen.values).toMatchObject({ number: 'T1', name: '锤', price: null })
    const found = await inCollege((tx) => listRecords(engine, tx, system, { register: 'tools', q: '锤 T1' }))
    expect(found.rows.map((row) => row.id)).toEqual([tool])
    const change = { register: 'tools', id: tool, action: 'update', version: 1, values: { price: '12.50' } }
    expect((await inCollege((tx) => act(engine, tx, system, change))).values).toMatchObject({ price: '12.50' })
    expect((await inCollege((tx) => historyOf(tx, 'tools', tool))).map((line) => line.action)).toEqual([
      'update',
      'create',
    ])
    expect(await inCollege((tx) => tx.run(sql`SELECT name FROM uploads WHERE account_id = ${account}`))).toEqual([
      { name: '证明.pdf' },
    ])
    await inCollege((tx) => sealUntil(tx, ['a key of the server'], Date.now() + 1))
    expect(await verifyCollege(engine, college, ['a key of the server'], [])).toMatchObject({ rows: 3, faultCount: 0 })
    // Again, it has nothing to do.
    await migrate(at(adminUrl), catalogue.registers.values(), 'jiangxin_app')
  } finally {
    await database.close()
  }
})

it('refuses a database of a newer program, says what to do, and changes nothing', async () => {
  await owner.query('INSERT INTO schema_versions VALUES (9999, now())')
  const again = migrate(at(inject('database').adminUrl), catalogue.registers.values(), 'jiangxin_app')
  await expect(again).rejects.toThrow(MigrationError)
  await expect(again).rejects.toThrow(/schema version 9999.*Start the newer program.*backup made before the upgrade/)
  await owner.query('DELETE FROM schema_versions WHERE version = 9999')
})

it('brings what is missing in the midst, too', async () => {
  await owner.query('DROP TABLE audit_marks, audit_names; DELETE FROM schema_versions WHERE version = 11')
  await migrate(at(inject('database').adminUrl), catalogue.registers.values(), 'jiangxin_app')
  const { rows } = await owner.query(
    "SELECT has_table_privilege('jiangxin_app', 'audit_marks', 'UPDATE') AS granted, to_regclass('audit_names') IS NOT NULL AS made",
  )
  expect(rows).toEqual([{ granted: true, made: true }])
})
