import path from 'node:path'
import { Refusal } from '../../../engine/refusal.ts'
import { SheetError } from '../../../engine/sheets/sheet-error.ts'
import type { Label } from '../../../language/label.ts'
import type { AuditDocument } from '../document.ts'

/** No report is larger; what is larger is refused before it is read. */
const MOST_BYTES = 80 * 1024 * 1024

type Read = (name: string, bytes: Uint8Array) => AuditDocument | Promise<AuditDocument>

const text: Read = async (name, bytes) => {
  const { decodeText } = await import('../../../engine/sheets/decode-text.ts')
  const { readText } = await import('./read-text.ts')
  return readText(name, decodeText(bytes))
}

// A reader is loaded when a file asks for it: the one for PDF is large.
const READERS: Readonly<Record<string, Read>> = {
  docx: async (name, bytes) => (await import('./read-word.ts')).readWord(name, bytes),
  pdf: async (name, bytes) => (await import('./read-pdf.ts')).readPdf(name, bytes),
  xlsx: async (name, bytes) => (await import('./read-workbook-tables.ts')).readWorkbookTables(name, bytes),
  html: async (name, bytes) => (await import('./read-html.ts')).readHtml(name, bytes),
  txt: text,
  md: text,
}
const ALIASES: Readonly<Record<string, string>> = { htm: 'html', xhtml: 'html', markdown: 'md', text: 'txt' }

const readerOf = (file: string): Read | undefined => {
  const ending = path.extname(file).slice(1).toLowerCase()
  return READERS[ALIASES[ending] ?? ending]
}

/** Whether files of this name can be read, by its ending. Temporary files of Office (~$report.docx) are none. */
export const isReadable = (file: string): boolean =>
  readerOf(file) !== undefined && !/^(~\$|\.)/.test(path.basename(file))

/**
 * Reads a report from its bytes by the ending of its name.
 * @throws Refusal when it cannot be read: empty, too large, broken, encrypted, of an unknown kind, or without text
 */
export async function readDocument(file: string, bytes: Uint8Array): Promise<AuditDocument> {
  const name = path.basename(file)
  const ending = path.extname(name).slice(1).toLowerCase()
  const read = readerOf(name)
  if (!read) {
    const isOld = /^(doc|wps|xls|et|rtf)$/.test(ending)
    throw new Refusal('invalid', {
      zh: `不能读取“${name}”：${isOld ? '请在 Word 或 WPS 中另存为 .docx 或 .xlsx' : `支持 ${Object.keys(READERS).join('、')}`}`,
      en: `"${name}" cannot be read: ${isOld ? 'save it as .docx or .xlsx in Word or WPS' : `use ${Object.keys(READERS).join(', ')}`}`,
    })
  }
  if (bytes.length === 0) throw new Refusal('invalid', { zh: `“${name}”是空文件`, en: `"${name}" is empty` })
  if (bytes.length > MOST_BYTES)
    throw new Refusal('too-large', {
      zh: `“${name}”超过 ${MOST_BYTES / 1024 / 1024} MB，请拆分或去掉图片后再试`,
      en: `"${name}" is larger than ${MOST_BYTES / 1024 / 1024} MB: split it or leave out pictures`,
    })
  const document = await refusing(name, () => read(name, bytes))
  if (document.blocks.length === 0)
    throw new Refusal('invalid', {
      zh: document.unreadable
        ? `“${name}”的全部 ${document.unreadable.length} 页都是扫描图像，没有文字层，无法读取；请提供原始文档或先做文字识别`
        : `“${name}”中没有可读的文字`,
      en: document.unreadable
        ? `All ${document.unreadable.length} pages of "${name}" are scanned pictures without text: give the original, or recognise the text first`
        : `There is no text in "${name}"`,
    })
  return document
}

const OF_WORD: Readonly<Partial<Record<SheetError['code'], Label>>> = {
  'broken-file': {
    zh: '文件已损坏或没有传完整，请在 Word 或 WPS 中打开，另存为 .docx 后再试',
    en: 'the file is damaged or incomplete: open it in Word or WPS, save it as .docx and try again',
  },
  'zip-bomb': {
    zh: '文件展开后大得不正常，为安全起见没有读取；请把内容复制到新的文档，另存后再试',
    en: 'the file unpacks to an abnormal size and was not read: copy its content to a new document and try again',
  },
  encrypted: {
    zh: '文件设有打开密码，请取消密码后再试',
    en: 'the file is locked with a password: remove it and try again',
  },
}

/** What the readers of zip and tables refuse is refused here, with the file's name. */
async function refusing(name: string, read: () => AuditDocument | Promise<AuditDocument>): Promise<AuditDocument> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    // The readers of tables speak of Excel.
    const { zh, en } = (/\.docx$/i.test(name) && OF_WORD[error.code]) || error.text
    throw new Refusal('invalid', { zh: `“${name}”：${zh}`, en: `"${name}": ${en}` })
  }
}
