import { describe, expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { runBounded } from './run-bounded.ts'

const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${code}`)}`,
  )
const ECHO = thread('parentPort.postMessage(workerData * 2)')
const run = <T>(code: URL, order: unknown, bounds: object = {}) =>
  runBounded<T>(code, order, { seconds: 30, megabytes: 64, name: '示例.pdf', ...bounds })

describe('a bounded thread', () => {
  it('answers, however many ask at once, also after others were stopped', async () => {
    const stopped = run(thread('for (;;) {}'), null, { seconds: 0.5 }).catch((error: Refusal) => error.code)
    const greedy = run(thread('const a = []; for (;;) a.push(new Array(1e5).fill(1.5))'), null, {
      megabytes: 16,
    }).catch((error: Refusal) => error.code)
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => run<number>(ECHO, i)))
    expect(answers).toEqual([0, 2, 4, 6, 8, 10])
    expect([await stopped, await greedy]).toEqual(['too-large', 'too-large'])
  })

  it('that breaks says so', async () => {
    await expect(run(thread('throw new Error("broken")'), null)).rejects.toThrow('broken')
    await expect(run(thread('process.exit(3)'), null)).rejects.toThrow('ended with code 3')
    expect(await run<number>(ECHO, 21)).toBe(42)
  })

  it('ends when whoever asked has gone, and is not begun for one who waits no more', async () => {
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()]
    const endless = [first, second].map(({ signal }) => run(thread('for (;;) {}'), null, { signal }))
    const waiting = run<number>(ECHO, 1, { signal: third.signal })
    third.abort(new Error('left the line'))
    await expect(waiting).rejects.toThrow('left the line')
    first.abort(new Error('gone'))
    await expect(endless[0]).rejects.toThrow('gone')
    // Its place is free again.
    expect(await run<number>(ECHO, 21)).toBe(42)
    second.abort(new Error('gone too'))
    await expect(endless[1]).rejects.toThrow('gone too')
    await expect(run<number>(ECHO, 1, { signal: AbortSignal.abort(new Error('never here')) })).rejects.toThrow(
      'never here',
    )
  })

  it('tells its stages before its answer', async () => {
    const stages: string[] = []
    const code = thread(
      'parentPort.postMessage({ stage: "reading" }); parentPort.postMessage({ stage: "checking" }); parentPort.postMessage(7)',
    )
    expect(await run<number>(code, null, { onStage: (stage: string) => stages.push(stage) })).toBe(7)
    expect(stages).toEqual(['reading', 'checking'])
  })
})
