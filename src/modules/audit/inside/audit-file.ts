import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../engine/refusal.ts'
import type { AuditDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { AuditAnswer, AuditOrder } from './audit-worker.ts'

/** A document of 200 pages takes seconds; what takes longer than this, or more memory, was made to do harm. */
const MOST_MS = 120_000
const MOST_MEGABYTES = 512

export interface Audited {
  readonly document: AuditDocument
  readonly findings: readonly Finding[]
}

/**
 * Reads and audits a file in a thread of its own, with a bound of time and memory, so that no file can hold up or end
 * the program.
 * @throws Refusal when the file cannot be read or takes too much
 */
export async function auditFile(order: AuditOrder): Promise<Audited> {
  const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), {
    execArgv: [],
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<AuditAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch(order.file.name)), MOST_MS)
      worker.once('message', resolve)
      worker.once('error', (error: Error & { code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(order.file.name) : error),
      )
      worker.once('exit', (code) => reject(new Error(`The thread of the audit ended with code ${code}`)))
    })
    if ('refused' in answer) throw new Refusal(answer.refused, answer.label)
    if ('problem' in answer) throw new Error(`"${order.file.name}" could not be audited: ${answer.problem}`)
    return answer
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const tooMuch = (name: string) =>
  new Refusal('too-large', {
    zh: `读取“${name}”所需的时间或内存超出上限，已停止。请拆分文件，或另存后再试`,
    en: `Reading "${name}" takes more time or memory than is allowed and was stopped. Split the file, or save it anew`,
  })
