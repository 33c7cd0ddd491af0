import type { FastifyRequest } from 'fastify'
import { Refusal } from '../engine/refusal.ts'

export interface ReceivedFile {
  readonly fileName: string
  readonly bytes: Buffer
  /** The texts of the form that came before the file. */
  readonly texts: Readonly<Record<string, string>>
}

/** The one file of a form, whole. @throws Refusal 400 when there is none, 413 when it is larger than `maxBytes` */
export async function receiveFile(request: FastifyRequest, maxBytes: number): Promise<ReceivedFile> {
  if (!request.isMultipart())
    throw new Refusal('bad-request', { zh: '请以表单方式上传文件', en: 'Send the file as multipart/form-data' })
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } })
  if (!part) throw new Refusal('bad-request', { zh: '没有收到文件', en: 'No file arrived' })
  const bytes = await part.toBuffer()
  const texts = Object.entries(part.fields).flatMap(([name, field]) =>
    field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)] as const] : [],
  )
  return { fileName: part.filename.slice(-200) || 'import', bytes, texts: Object.fromEntries(texts) }
}
