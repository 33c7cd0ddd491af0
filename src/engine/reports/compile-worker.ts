import { parentPort } from 'node:worker_threads'
import type { ResolvedReport } from '../../language/document.ts'
import { compile, type CompileOptions, type Outputs } from './compile.ts'

/** What the worker is sent, and what it answers. */
export interface CompileRequest {
  readonly id: number
  readonly resolved: ResolvedReport
  readonly options: CompileOptions
}
export type CompileAnswer =
  | { readonly id: number; readonly outputs: Outputs }
  | { readonly id: number; readonly problem: string; readonly isExplained: boolean }

let queue = Promise.resolve()

parentPort?.on('message', ({ id, resolved, options }: CompileRequest) => {
  queue = queue.then(async () => {
    let answer: CompileAnswer
    try {
      // A Buffer may share its memory with others: what is sent must be its own.
      const outputs = Object.fromEntries(
        Object.entries(await compile(resolved, options)).map(([name, bytes]) => [name, new Uint8Array(bytes)]),
      )
      answer = { id, outputs }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      answer = { id, problem, isExplained: error instanceof Error && error.name === 'ReportError' }
    }
    parentPort?.postMessage(answer)
  })
})
