import { parentPort } from 'node:worker_threads'
import type { ResolvedReport } from '../../language/document.ts'
import { compile, type CompileOptions, type OutputName, type Outputs } from './compile.ts'

/** What the worker is sent, one order after the other, and what it answers: each output that is ready, then all. */
export interface CompileRequest {
  readonly resolved: ResolvedReport
  readonly options: CompileOptions
}
export type CompileAnswer =
  | { readonly printed: OutputName }
  | { readonly outputs: Outputs }
  | { readonly problem: string; readonly isExplained: boolean }

const say = (answer: CompileAnswer) => parentPort?.postMessage(answer)

parentPort?.on('message', async ({ resolved, options }: CompileRequest) => {
  try {
    const outputs = await compile(resolved, options, (printed) => say({ printed }))
    // A Buffer may share its memory with others: what is sent must be its own.
    say({
      outputs: Object.fromEntries(Object.entries(outputs).map(([name, bytes]) => [name, new Uint8Array(bytes)])),
    })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    say({ problem, isExplained: error instanceof Error && error.name === 'ReportError' })
  }
})
