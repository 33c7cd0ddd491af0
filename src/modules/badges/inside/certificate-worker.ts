import { parentPort, workerData } from 'node:worker_threads'
import { printSource } from '../../../engine/reports/emit-pdf.ts'
import type { CertificateOrder } from './certificate-pdf.ts'

const { title, main, files, createdAt } = workerData as CertificateOrder
// Memory of its own: a Buffer may share it with others.
parentPort?.postMessage(new Uint8Array(printSource(title, main, files, new Date(createdAt))))
