import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: path.join(tmpdir(), 'jiangxin-none'), ...env },
  })
  return { status, stdout, stderr }
}

test('success is 0, with the result on standard output', () => {
  const { status, stdout } = run(['settings', '--json'], { PORT: '8080' })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ PORT: '8080', HOST: '127.0.0.1' })
  expect(run(['--help']).status).toBe(0)
})

test('failure is 1, explained without a stack, in JSON when asked', () => {
  const plain = run(['settings'], { PORT: 'eighty' })
  expect(plain).toMatchObject({ status: 1, stdout: '' })
  expect(plain.stderr).toContain('PORT="eighty"')
  expect(plain.stderr).not.toContain('    at ')
  expect(JSON.parse(run(['settings', '--json'], { PORT: 'eighty' }).stderr).error).toContain('PORT="eighty"')
})

test.each([[['nonsense']], [['backup']], [['settings', '--nope']], [[]]])('wrong usage %j is 2', (args) => {
  const { status, stdout, stderr } = run(args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('Usage')
})

test('a server of one’s own is backed up with its own tools', () => {
  const env = { DATABASE_URL: 'postgres://owner:s3cret@127.0.0.1:1/jx' }
  for (const args of [
    ['backup', '--to', '/nowhere'],
    ['restore', '--from', '/nowhere'],
  ]) {
    const { status, stderr } = run(args, env)
    expect(status).toBe(1)
    expect(stderr).toMatch(/pg_dump|pg_restore/)
    expect(stderr).not.toContain('s3cret')
  }
})
