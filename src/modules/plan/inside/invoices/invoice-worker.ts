import { parentPort, workerData } from 'node:worker_threads'
import { readInvoice } from './read-invoice.ts'

/** Reads one invoice in a thread of its own: whoever sends a file decides what is in it. */
parentPort?.postMessage(await readInvoice(workerData as Uint8Array))
