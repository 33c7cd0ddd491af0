import { Refusal } from '../../../engine/refusal.ts'
import { runBounded } from '../../../engine/threads/run-bounded.ts'
import type { AuditDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { AuditAnswer, AuditOrder } from './audit-worker.ts'

export interface Audited {
  readonly document: AuditDocument
  readonly findings: readonly Finding[]
}

/**
 * Reads and audits a file in a thread of its own. A document of 200 pages takes seconds; what takes longer than the
 * bound, or more memory, was made to do harm.
 * @throws Refusal when the file cannot be read or takes too much
 */
export async function auditFile(order: AuditOrder): Promise<Audited> {
  const { name } = order.file
  const bounds = { seconds: 120, megabytes: 512, name }
  const answer = await runBounded<AuditAnswer>(new URL('./audit-worker.ts', import.meta.url), order, bounds)
  if ('refused' in answer) throw new Refusal(answer.refused, answer.label)
  if ('problem' in answer) throw new Error(`"${name}" could not be audited: ${answer.problem}`)
  return answer
}
