import { parentPort, workerData } from 'node:worker_threads'
import { auditDocument, type AuditOptions } from '../audit-document.ts'
import { readDocument } from '../reading/read-document.ts'
import type { AuditStage } from '../wire.ts'
import { threadAnswer } from './thread-answer.ts'

interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the thread is given; it answers the document and its findings. */
export interface AuditOrder {
  readonly file: SentFile
  readonly against?: SentFile
  readonly options: Omit<AuditOptions, 'against'>
}

const { file, against, options } = workerData as AuditOrder

const tell = (stage: AuditStage): void => parentPort?.postMessage({ stage })

parentPort?.postMessage(
  await threadAnswer(async () => {
    tell('reading')
    const document = await readDocument(file.name, file.bytes)
    const before = against ? { against: await readDocument(against.name, against.bytes) } : {}
    tell('checking')
    return { document, findings: auditDocument(document, { ...options, ...before }) }
  }),
)
