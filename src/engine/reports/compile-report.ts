import { Worker } from 'node:worker_threads'
import type { ResolvedReport } from '../../language/document.ts'
import { Refusal } from '../refusal.ts'
import type { CompileOptions, Outputs } from './compile.ts'
import type { CompileAnswer, CompileRequest } from './compile-worker.ts'

/** After so long without work the worker goes: it holds the fonts in memory. */
const IDLE_MS = 120_000

interface Waiting {
  resolve(outputs: Outputs): void
  reject(error: unknown): void
}

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let sent = 0
const waiting = new Map<number, Waiting>()

/**
 * Prints a resolved report in a thread of its own: Word and PDF of a hundred pages take seconds, during which the
 * server goes on answering. Orders are worked off one after the other.
 * @throws Refusal 422 when the report cannot be printed, saying where
 */
export function compileReport(resolved: ResolvedReport, options: CompileOptions): Promise<Outputs> {
  const thread = (worker ??= start())
  clearTimeout(idle)
  const id = ++sent
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    // Only while somebody waits does the thread keep the process alive.
    thread.ref()
    thread.postMessage({ id, resolved, options } satisfies CompileRequest)
  })
}

function start(): Worker {
  const thread = new Worker(new URL('./compile-worker.ts', import.meta.url), { execArgv: [] })
  thread.on('message', (answer: CompileAnswer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) rest(thread)
    if ('outputs' in answer) order?.resolve(answer.outputs)
    else if (answer.isExplained)
      order?.reject(
        new Refusal('invalid', {
          zh: `报告无法生成：${answer.problem}`,
          en: `The report cannot be printed: ${answer.problem}`,
        }),
      )
    else order?.reject(new Error(`The report could not be printed: ${answer.problem}`))
  })
  // A thread that broke is replaced at the next order; who waits for it is told.
  const lost = (error: Error) => {
    if (worker !== thread) return
    worker = undefined
    for (const order of waiting.values()) order.reject(error)
    waiting.clear()
  }
  thread.on('error', lost)
  thread.on('exit', (code) => lost(new Error(`The thread that prints reports ended with code ${code}`)))
  return thread
}

function rest(thread: Worker): void {
  thread.unref()
  idle = setTimeout(() => {
    if (worker === thread && waiting.size === 0) {
      worker = undefined
      void thread.terminate()
    }
  }, IDLE_MS).unref()
}
