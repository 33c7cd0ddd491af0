import path from 'node:path'
import { Refusal } from '../../../engine/refusal.ts'
import type { AuditDocument } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { readText } from './read-text.ts'

/** No report is larger; what is larger is refused before it is read. */
export const MOST_BYTES = 80 * 1024 * 1024

type Read = (name: string, bytes: Buffer) => AuditDocument | Promise<AuditDocument>

const READERS: Readonly<Record<string, Read>> = {
  txt: (name, bytes) => readText(name, decodeText(name, bytes)),
  md: (name, bytes) => readText(name, decodeText(name, bytes)),
}

/** Endings of the files that can be read, for choosing one. */
export const READABLE: readonly string[] = Object.keys(READERS).map((ending) => `.${ending}`)

/**
 * Reads a report from its bytes by the ending of its name.
 * @throws Refusal when the file cannot be read: empty, too large, broken, encrypted, of an unknown kind, or without text
 */
export async function readDocument(file: string, bytes: Buffer): Promise<AuditDocument> {
  const name = path.basename(file)
  const ending = path.extname(name).slice(1).toLowerCase()
  const read = READERS[ending === 'markdown' ? 'md' : ending === 'text' ? 'txt' : ending]
  if (!read)
    throw new Refusal('invalid', {
      zh: `不能读取“${name}”：支持 ${READABLE.join('、')}`,
      en: `"${name}" cannot be read; use one of ${READABLE.join(', ')}`,
    })
  if (bytes.length === 0) throw new Refusal('invalid', { zh: `“${name}”是空文件`, en: `"${name}" is empty` })
  if (bytes.length > MOST_BYTES)
    throw new Refusal('too-large', {
      zh: `“${name}”超过 ${MOST_BYTES / 1024 / 1024} MB，请拆分或去掉图片后再试`,
      en: `"${name}" is larger than ${MOST_BYTES / 1024 / 1024} MB: split it or leave out pictures`,
    })
  const document = await read(name, bytes)
  if (document.blocks.length === 0)
    throw new Refusal('invalid', {
      zh: `“${name}”中没有可读的文字`,
      en: `There is no text in "${name}"`,
    })
  return document
}
