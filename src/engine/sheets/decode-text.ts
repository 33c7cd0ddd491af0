import { SheetError } from './sheet-error.ts'

/**
 * Text from bytes whose encoding nobody states: a byte order mark decides, then UTF-8 if the bytes are valid UTF-8, else
 * GB18030, which is what Excel and WPS in Chinese write as CSV. Throws SheetError: unknown-encoding, not-a-sheet.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) {
    throw new SheetError('not-a-sheet', {
      zh: '这不是表格文件。请上传 .xlsx 或 .csv 文件。',
      en: 'This is not a table. Send an .xlsx or .csv file.',
    })
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  throw new SheetError('unknown-encoding', {
    zh: '无法识别文字编码。请在 Excel 中另存为“CSV UTF-8”或 .xlsx 后上传。',
    en: 'The text encoding is not recognised. Save as CSV UTF-8 or .xlsx in Excel and send that.',
  })
}
