import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { declarations } from '../../catalogue/index.gen.ts'
import { createAccount } from '../engine/access/accounts.ts'
import { asSystem } from '../engine/access/actor.ts'
import { createCollege } from '../engine/colleges.ts'
import { unitTree } from '../engine/units.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { register as exporting } from './export.ts'
import { register as importing } from './import.ts'

let db: TestDatabase
const folder = mkdtempSync(path.join(tmpdir(), 'jiangxin-cli-'))
const file = (name: string) => path.join(folder, name)
beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
  const id = await createCollege(db.engine, { code: 'T', name: '测试学院' })
  await db.database.inCollege(id, async (tx) => {
    const unitId = (await unitTree(db.database, tx)).root.id
    const assignments = [{ role: 'teacher', unitId }]
    await createAccount(db.engine, tx, asSystem(id, 'test'), { name: 'teacher', assignments })
  })
  vi.stubEnv('DATABASE_URL', db.adminUrl)
  vi.stubEnv('DATABASE_APP_URL', db.appUrl)
  vi.stubEnv('DATA_DIR', db.engine.filesDir)
})
afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await db.close()
})

async function run(...args: string[]) {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const program = new Command()
  for (const register of [importing, exporting]) register(program)
  for (const command of program.commands) command.option('--json')
  await program.parseAsync(['node', 'jiangxin', ...args])
  const code = process.exitCode ?? 0
  process.exitCode = undefined
  return { code, out: lines.join('\n') }
}

it('shows what a file would do, does it, and gives it back', async () => {
  writeFileSync(
    file('units.csv'),
    '单位代码,单位名称,单位类别,上级单位\nE1,机电学院,二级学院,测试学院\nE2,数控教研室,教研室/科室,机电学院\n',
  )
  const args = ['import', '--register', 'units', '--file', file('units.csv')]
  expect(await run(...args)).toMatchObject({ code: 0, out: expect.stringContaining('新增 2') })
  expect(JSON.parse((await run(...args, '--accept', '--json')).out)).toMatchObject({ creates: 2, accepted: true })
  expect(JSON.parse((await run(...args, '--accept', '--json')).out)).toMatchObject({ unchanged: 2, creates: 0 })
  const columns = ['--columns', 'code,name,kind,parent']
  await run('export', '--register', 'units', '--file', file('out.csv'), ...columns)
  expect(readFileSync(file('out.csv'), 'utf8')).toContain('E2,数控教研室,教研室/科室,机电学院')
  await run('export', '--register', 'units', '--file', file('out.xlsx'))
  expect(
    JSON.parse((await run('import', '--register', 'units', '--file', file('out.xlsx'), '--json')).out),
  ).toMatchObject({ unchanged: 3, problemCount: 0 })
  expect(existsSync(file('out.xlsx.part'))).toBe(false)
})

it('answers 1 with the problems, and keeps to an account’s rights', async () => {
  writeFileSync(file('wrong.csv'), '单位代码,单位名称,单位类别\nE3,x,飞船\n')
  const wrong = await run('import', '--register', 'units', '--file', file('wrong.csv'), '--accept')
  expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('第 2 行 “单位类别”') })
  const units = ['--register', 'units', '--file', file('wrong.csv')]
  await expect(run('import', ...units, '--as', 'teacher')).rejects.toThrow('权限')
  await expect(run('import', ...units, '--as', 'nobody')).rejects.toThrow('没有找到这个账号')
  await expect(run('import', '--register', 'units', '--file', file('absent.csv'))).rejects.toThrow('无法读取')
  await expect(run('export', '--register', 'units', '--file', file('x.pdf'))).rejects.toThrow('.xlsx')
  writeFileSync(file('empty.csv'), '')
  await expect(run('import', '--register', 'units', '--file', file('empty.csv'))).rejects.toThrow('空的')
})
