import { parentPort, workerData } from 'node:worker_threads'
import type { Label } from '../../../language/label.ts'
import { Refusal, type RefusalCode } from '../../../engine/refusal.ts'
import { auditDocument, type AuditOptions } from '../audit-document.ts'
import type { AuditDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import { readDocument } from '../reading/read-document.ts'

interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the thread is given, and what it answers. */
export interface AuditOrder {
  readonly file: SentFile
  readonly against?: SentFile
  readonly options: Omit<AuditOptions, 'against'>
}
export type AuditAnswer =
  | { readonly document: AuditDocument; readonly findings: readonly Finding[] }
  | { readonly refused: RefusalCode; readonly label: Label }
  | { readonly problem: string }

async function answer({ file, against, options }: AuditOrder): Promise<AuditAnswer> {
  try {
    const document = await readDocument(file.name, file.bytes)
    const before = against ? { against: await readDocument(against.name, against.bytes) } : {}
    return { document, findings: auditDocument(document, { ...options, ...before }) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code, label: error.label }
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await answer(workerData as AuditOrder))
