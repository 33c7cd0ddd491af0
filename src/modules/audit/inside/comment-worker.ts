import { parentPort, workerData } from 'node:worker_threads'
import type { Lang } from '../../../language/label.ts'
import type { WireFinding } from '../wire.ts'
import { commentOriginal } from './comment-original.ts'
import { threadAnswer } from './thread-answer.ts'

/** What the thread is given; it answers the document's bytes. */
export interface CommentOrder {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly findings: readonly WireFinding[]
  readonly lang: Lang
}

const { file, findings, lang } = workerData as CommentOrder
parentPort?.postMessage(await threadAnswer(async () => ({ bytes: await commentOriginal(file, findings, lang) })))
