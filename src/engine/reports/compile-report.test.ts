import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refusal } from '../../testing/report-desk.ts'
import { compileReport } from './compile-report.ts'
import { madeUpReport } from './made-up-report.ts'

const before = process.env['TMPDIR']
const scratch = mkdtempSync(join(tmpdir(), 'jiangxin-test-'))
process.env['TMPDIR'] = scratch
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  rmSync(scratch, { recursive: true, force: true })
})

const createdAt = '2032-01-10T08:00:00Z'

test('who is stopped gets nothing, who waits behind is served, and no file stays behind', async () => {
  const [printing, waiting] = [new AbortController(), new AbortController()]
  const first = compileReport(
    madeUpReport(),
    { outputs: ['figures.json', 'report.docx', 'report.pdf'], createdAt },
    { signal: printing.signal, onPrinted: () => printing.abort() },
  )
  const second = compileReport(madeUpReport(), { outputs: ['report.docx'], createdAt }, { signal: waiting.signal })
  const third = compileReport(madeUpReport(), { outputs: ['index.html'], createdAt })
  waiting.abort()
  for (const stopped of await Promise.all([refusal(first), refusal(second)]))
    expect([stopped.code, stopped.label.zh]).toEqual(['conflict', expect.stringContaining('已取消')])
  expect(Buffer.from((await third)['index.html']!).toString()).toContain('<!doctype html>')
  await expect.poll(() => readdirSync(scratch).length, { timeout: 20_000 }).toBe(1)
  const late = compileReport(madeUpReport(), { outputs: ['index.html'], createdAt }, { signal: printing.signal })
  expect((await refusal(late)).code).toBe('conflict')
})
