import { Refusal } from '../../../engine/refusal.ts'

/** Text of a plain file: UTF-8 or UTF-16 by its mark, else UTF-8 when it is valid, else GB 18030, which older Chinese programs write. */
export function decodeText(name: string, bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return clean(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof Refusal) throw error
    return clean(name, new TextDecoder('gb18030').decode(bytes))
  }
}

function clean(name: string, text: string): string {
  if (text.slice(0, 4096).includes('\0'))
    throw new Refusal('invalid', { zh: `“${name}”不是文本文件`, en: `"${name}" is not a text file` })
  return text
}
