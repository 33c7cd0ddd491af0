import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'jiangxin-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'main.ts'), 'audit', ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], DATA_DIR: path.join(folder, 'none') } },
  )
  return { status, stdout, stderr }
}
function file(name: string, text: string): string {
  const full = path.join(folder, name)
  writeFileSync(full, text)
  return full
}

test('a report is audited without a database: findings as JSON, and an exit code of 1 when one is serious', () => {
  const report = file('report.md', '学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。\n')
  const { status, stdout } = run(report, '--json', '--lang', 'en')
  expect(status).toBe(1)
  const found = JSON.parse(stdout) as object[]
  expect(found).toMatchObject([{ kind: 'parts-and-whole', severity: 'serious', values: ['82', '15', '37', '40'] }])
  expect(Object.keys(found[0]!)).toEqual(['kind', 'severity', 'confidence', 'message', 'values', 'places'])
  expect(found[0]).toMatchObject({ places: [{ paragraph: 1 }, {}, {}, {}] })
})

test('a clean report ends with 0; what cannot be read is said without a stack', () => {
  const clean = file('clean.txt', '学校现有专任教师 918 人。\n')
  expect(run(clean)).toMatchObject({ status: 0, stdout: '没有发现矛盾\n' })
  const broken = run(file('broken.docx', 'no zip'))
  expect(broken.status).toBe(1)
  expect(broken.stderr).toContain('不是 Word 或 Excel 文件')
  expect(broken.stderr).not.toContain('    at ')
  expect(run(path.join(folder, 'none.txt')).stderr).toContain('没有文件')
})

test('several files and folders are audited one by one; what cannot be read does not hide the rest', () => {
  const inside = path.join(folder, 'reports')
  mkdirSync(inside)
  writeFileSync(path.join(inside, '甲.md'), '学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。\n')
  writeFileSync(path.join(inside, '乙.docx'), 'no zip')
  writeFileSync(path.join(inside, 'picture.png'), 'no report')
  const { status, stdout, stderr } = run(inside, '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([{ file: path.join(inside, '甲.md'), kind: 'parts-and-whole' }])
  expect(stderr).toContain('乙.docx')
  expect(stderr).not.toContain('picture')
})

test('wrong usage is said: standard input, another language, an empty folder', () => {
  expect(run('-').stderr).toContain('不能从标准输入读取')
  expect(run(file('a.txt', '学校。\n'), '--lang', 'fr')).toMatchObject({ status: 1, stdout: '' })
  const empty = path.join(folder, 'empty')
  mkdirSync(empty)
  expect(run(empty).stderr).toContain('没有可以检查的报告')
  expect(run().status).toBe(2)
})
