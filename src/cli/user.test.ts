import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../../catalogue/index.gen.ts'
import { createCollege } from '../engine/colleges.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import type { WireAccountRow } from '../language/wire-access.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
  await createCollege(db.engine, { code: 'T', name: '测试学院' })
})
afterAll(() => db.close())

function user(...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'user', ...args], {
    env: { ...process.env, DATABASE_URL: db.adminUrl, DATABASE_APP_URL: db.appUrl, DATA_DIR: db.engine.filesDir },
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('makes, assigns, locks, unlocks, resets and lists accounts', () => {
  const added = user('add', 'Boss', '--person-name', '老王', '--role', 'system-administrator', '--json')
  expect(added.err).toBe('')
  const made = JSON.parse(added.out) as { account: WireAccountRow; password: string }
  expect(made.account).toMatchObject({
    name: 'boss',
    personName: '老王',
    assignments: [{ role: 'system-administrator', isValid: true }],
  })
  expect(user('assign', 'boss', 'quality-office', '--to', '2999-01-01').out).toContain('quality-office@测试学院')
  expect(user('lock', 'boss').out).toContain('已锁定')
  expect((JSON.parse(user('unlock', 'boss', '--json').out) as WireAccountRow).locked).toBe(false)
  const again = JSON.parse(user('reset', 'boss', '--json').out) as { password: string }
  expect(again.password).not.toBe(made.password)
  expect((JSON.parse(user('list', '--json').out) as WireAccountRow[]).map((a) => a.name)).toEqual(['boss'])
})

it('says what was wrong and answers 1, or 2 for wrong usage', () => {
  expect(user('lock', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('没有找到这个账号') })
  expect(user('assign', 'boss', 'king')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no role "king"'),
  })
  expect(user('list', '--college', 'X')).toMatchObject({ code: 1, err: expect.stringContaining('--college: T') })
  expect(user('lock')).toMatchObject({ code: 2 })
})
