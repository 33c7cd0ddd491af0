import { Refusal } from '../../../engine/refusal.ts'
import { runBounded } from '../../../engine/threads/run-bounded.ts'
import type { AuditDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { AuditOrder } from './audit-worker.ts'
import type { CommentOrder } from './comment-worker.ts'
import type { AuditStage } from '../wire.ts'
import type { ThreadAnswer } from './thread-answer.ts'

/** Whoever asked: gone or still there, and what they are told meanwhile. */
export interface Asking {
  readonly signal?: AbortSignal
  readonly onStage?: (stage: AuditStage) => void
}

export interface Audited {
  readonly document: AuditDocument
  readonly findings: readonly Finding[]
}

/**
 * Reads and audits a file in a thread of its own. A document of 200 pages takes seconds; what takes longer than the
 * bound, or more memory, was made to do harm.
 * @throws Refusal when the file cannot be read or takes too much, or when whoever asked has gone
 */
export async function auditFile(order: AuditOrder, asking: Asking = {}): Promise<Audited> {
  return inThread<Audited>(new URL('./audit-worker.ts', import.meta.url), order, asking)
}

/**
 * The Word document with the findings as comments at their places, in a thread of its own.
 * @throws Refusal when the file cannot be read or takes too much
 */
export async function commentFile(order: CommentOrder, asking: Asking): Promise<Uint8Array> {
  return (await inThread<{ bytes: Uint8Array }>(new URL('./comment-worker.ts', import.meta.url), order, asking)).bytes
}

async function inThread<Answer extends object>(
  thread: URL,
  order: AuditOrder | CommentOrder,
  { signal, onStage }: Asking,
): Promise<Answer> {
  const { name } = order.file
  const answer = await runBounded<ThreadAnswer<Answer>>(thread, order, {
    seconds: 120,
    megabytes: 512,
    name,
    ...(signal ? { signal } : {}),
    ...(onStage ? { onStage: (stage) => onStage(stage as AuditStage) } : {}),
  })
  if ('refused' in answer) throw new Refusal(answer.refused, answer.label)
  if ('problem' in answer) throw new Error(`"${name}" could not be audited: ${answer.problem}`)
  return answer
}
