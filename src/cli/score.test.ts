import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'jiangxin-score-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'main.ts'), 'score', ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], DATA_DIR: path.join(folder, 'none') } },
  )
  return { status, stdout, stderr }
}
const midterm = path.join(import.meta.dirname, '../../demo/scoring/double-high-midterm.json')

test('a file of values is scored without a database: 98.06 and 98.61 make 98.45', () => {
  const { status, stdout } = run('--scheme', 'double-high', '--values', midterm, '--json')
  expect(status).toBe(0)
  const found = JSON.parse(stdout) as { total: string; levels: { points: string }[]; items: object[] }
  expect(found).toMatchObject({ total: '98.45', grade: { key: 'excellent' }, missing: 0 })
  expect(found.levels.map(({ points }) => points)).toEqual(['98.06', '98.61'])
  expect(found.items[3]).toMatchObject({
    points: '4.88',
    of: '5',
    explanation: { zh: '97.54 ÷ 100 × 5；4.877，四舍五入得 4.88' },
  })
})

test('what is wrong with the values is said by item', () => {
  const file = path.join(folder, 'wrong.json')
  writeFileSync(file, '{"levels":{"school":{"evidence":{"value":"7"},"nothing":{}}}}')
  const { status, stdout, stderr } = run('--scheme', 'double-high', '--values', file)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('得分应在 0 与 5 之间')
  expect(stderr).toContain('没有条目“nothing”')
  expect(stderr).not.toContain('    at ')
  expect(run('--scheme', 'nothing', '--values', file).stderr).toContain('jiangxi-appraisal/2023')
  expect(run('--scheme', 'double-high', '--values', path.join(folder, 'none.json')).stderr).toContain('none.json')
})
