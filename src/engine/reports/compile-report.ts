import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ResolvedReport } from '../../language/document.ts'
import { Refusal } from '../refusal.ts'
import type { CompileOptions, OutputName, Outputs } from './compile.ts'
import type { CompileAnswer, CompileRequest } from './compile-worker.ts'

/** After so long without work the worker goes: it holds the fonts in memory. */
const IDLE_MS = 120_000

/** How somebody follows the printing of a report, and stops it. */
export interface CompileWatch {
  readonly signal?: AbortSignal
  onPrinted?(name: OutputName): void
}

interface Order extends CompileRequest {
  readonly watch: CompileWatch
  resolve(outputs: Outputs): void
  reject(error: unknown): void
}

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let current: Order | undefined
const waiting: Order[] = []

/**
 * Prints a resolved report in a thread of its own: Word and PDF of a hundred pages take seconds, during which the
 * server goes on answering. Orders are worked off one after the other; one that is stopped ends at once, with its thread.
 * @throws Refusal 422 when the report cannot be printed, saying where; 409 when it was stopped
 */
export async function compileReport(
  resolved: ResolvedReport,
  options: CompileOptions,
  watch: CompileWatch = {},
): Promise<Outputs> {
  refuseStopped(watch.signal)
  return new Promise((resolve, reject) => {
    const order = { resolved, options, watch, resolve, reject }
    waiting.push(order)
    watch.signal?.addEventListener('abort', () => stop(order), { once: true })
    next()
  })
}

/** @throws Refusal 409 when somebody stopped what the signal stands for */
export function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw stopped()
}

const stopped = () =>
  new Refusal('conflict', {
    zh: '已取消：没有生成也没有发布任何内容',
    en: 'It was stopped: nothing was made and nothing was published',
  })

function next(): void {
  if (current) return
  current = waiting.shift()
  if (!current) return
  clearTimeout(idle)
  worker ??= start()
  // Only while somebody waits does the thread keep the process alive.
  worker.ref()
  worker.postMessage({ resolved: current.resolved, options: current.options } satisfies CompileRequest)
}

/** The order that was being worked on is settled; the thread goes on with the next, or rests. */
function settle(settled: (order: Order) => void): void {
  const order = current
  current = undefined
  if (order) settled(order)
  next()
  if (!current && worker) rest(worker)
}

function stop(order: Order): void {
  const place = waiting.indexOf(order)
  if (place >= 0) waiting.splice(place, 1)
  else if (order === current) {
    // What is under way cannot be called off in any other way.
    void worker?.terminate()
    worker = undefined
    settle(() => {})
  }
  order.reject(stopped())
}

function start(): Worker {
  // The thread may be ended at any moment: what it left behind is cleared away after it.
  const scratch = mkdtempSync(join(tmpdir(), 'jiangxin-reports-'))
  const clear = () => rmSync(scratch, { recursive: true, force: true })
  process.once('exit', clear)
  const thread = new Worker(new URL('./compile-worker.ts', import.meta.url), {
    execArgv: [],
    env: { ...process.env, TMPDIR: scratch },
  })
  thread.on('message', (answer: CompileAnswer) => {
    if (worker !== thread) return
    if ('printed' in answer) current?.watch.onPrinted?.(answer.printed)
    else if ('outputs' in answer) settle((order) => order.resolve(answer.outputs))
    else settle((order) => order.reject(failed(answer)))
  })
  // A thread that broke is replaced at the next order; who waits for it is told.
  const lost = (error: Error) => {
    if (worker !== thread) return
    worker = undefined
    settle((order) => order.reject(error))
  }
  thread.on('error', lost)
  thread.on('exit', (code) => {
    process.off('exit', clear)
    clear()
    lost(new Error(`The thread that prints reports ended with code ${code}`))
  })
  return thread
}

const failed = ({ problem, isExplained }: Extract<CompileAnswer, { problem: string }>): Error =>
  isExplained
    ? new Refusal('invalid', { zh: `报告无法生成：${problem}`, en: `The report cannot be printed: ${problem}` })
    : new Error(`The report could not be printed: ${problem}`)

function rest(thread: Worker): void {
  thread.unref()
  idle = setTimeout(() => {
    if (worker === thread && !current) {
      worker = undefined
      void thread.terminate()
    }
  }, IDLE_MS).unref()
}
