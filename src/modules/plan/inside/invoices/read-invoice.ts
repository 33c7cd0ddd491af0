import type { Label } from '../../../../language/label.ts'
import { type InvoiceFacts, NOTHING } from './invoice-facts.ts'
import { readInvoiceText } from './read-invoice-text.ts'
import { readInvoiceXml } from './read-invoice-xml.ts'
import { readOfd } from './read-ofd.ts'
import { readPdf } from './read-pdf.ts'

export interface InvoiceReading {
  readonly facts: InvoiceFacts
  readonly format: 'ofd' | 'pdf' | 'xml' | null
  /** Why something could not be read, and what to do. */
  readonly notes: readonly Label[]
}

/** What a file is, by its content: names may say anything. */
function formatOf(bytes: Uint8Array): InvoiceReading['format'] {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('PK')) return 'ofd'
  if (head.includes('%PDF-')) return 'pdf'
  return /^\s*(\u00ef\u00bb\u00bf)?\s*<(\?xml|[A-Za-z])/.test(head) ? 'xml' : null
}

/**
 * Reads an electronic invoice from its OFD, PDF or XML file. Never fails: what cannot be read is null, and said in the
 * notes, for the person to type.
 */
export async function readInvoice(bytes: Uint8Array): Promise<InvoiceReading> {
  const format = formatOf(bytes)
  if (format === null)
    return { facts: NOTHING, format, notes: [typeIt('照片和扫描件不能自动识别', 'Photographs and scans are not read')] }
  let facts: InvoiceFacts
  try {
    facts = await readFormat(format, bytes)
  } catch {
    return { facts: NOTHING, format, notes: [typeIt('文件损坏或已加密，不能识别', 'The file is broken or locked')] }
  }
  const missing = MARKS.filter(({ name }) => facts[name] === null)
  if (missing.length === 0) return { facts, format, notes: [] }
  const zh = `没有读到${missing.map(({ label }) => label.zh).join('、')}`
  const en = `Not found: ${missing.map(({ label }) => label.en).join(', ')}`
  return { facts, format, notes: [typeIt(zh, en)] }
}

const typeIt = (zh: string, en: string): Label => ({
  zh: `${zh}，请对照发票填写`,
  en: `${en}. Type it from the invoice`,
})

const MARKS: readonly { readonly name: keyof InvoiceFacts; readonly label: Label }[] = [
  { name: 'number', label: { zh: '发票号码', en: 'number' } },
  { name: 'issuedOn', label: { zh: '开票日期', en: 'date' } },
  { name: 'amount', label: { zh: '价税合计', en: 'amount' } },
  { name: 'seller', label: { zh: '销售方', en: 'seller' } },
]

async function readFormat(format: 'ofd' | 'pdf' | 'xml', bytes: Uint8Array): Promise<InvoiceFacts> {
  if (format === 'ofd') return readOfd(bytes)
  if (format === 'pdf') return readInvoiceText(await readPdf(bytes))
  return readInvoiceXml(xmlOf(bytes))
}

/** Invoices say how they are written in their first line; some are in GB 18030. */
function xmlOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const named = /encoding=["'](gbk|gb2312|gb18030)["']/i.exec(head)
  return new TextDecoder(named ? 'gb18030' : 'utf-8').decode(bytes)
}
