import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../../catalogue/index.gen.ts'
import type { College } from '../engine/colleges.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
})
afterAll(() => db.close())

function jiangxin(...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...process.env, DATABASE_URL: db.adminUrl, DATABASE_APP_URL: db.appUrl, DATA_DIR: db.engine.filesDir },
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

it('makes a college whose root unit can hold its first administrator', () => {
  const made = jiangxin('college', 'add', '--code', 'example', '--name', '示例职业技术学院', '--json')
  expect(made.err).toBe('')
  const college = JSON.parse(made.out) as College
  expect(college).toMatchObject({ code: 'example', name: '示例职业技术学院', englishName: null, demo: false })
  expect(JSON.parse(jiangxin('college', 'list', '--json').out)).toEqual([college])
  const admin = jiangxin('user', 'add', 'admin', '--role', 'system-administrator', '--college', 'example', '--json')
  expect(JSON.parse(admin.out)).toMatchObject({
    account: { assignments: [{ role: 'system-administrator', unitName: '示例职业技术学院' }] },
  })
})

it('says what was wrong and leaves nothing behind', () => {
  expect(jiangxin('college', 'add', '--code', 'example', '--name', '另一所')).toMatchObject({
    code: 1,
    err: expect.stringContaining('示例职业技术学院'),
  })
  expect(jiangxin('college', 'add', '--code', '示例', '--name', '另一所')).toMatchObject({ code: 1 })
  expect(jiangxin('college', 'add', '--code', 'other', '--name', ' ')).toMatchObject({ code: 1 })
  expect(jiangxin('college', 'add', '--code', 'other')).toMatchObject({ code: 2 })
  expect(jiangxin('college', 'list').out.trim().split('\n')).toHaveLength(1)
})
