import type { Label } from '../../../../language/label.ts'
import { type InvoiceCode, readInvoiceCode } from './invoice-code.ts'
import { type InvoiceFacts, NOTHING } from './invoice-facts.ts'
import { pictureHead } from './picture-size.ts'
import { readInvoiceText } from './read-invoice-text.ts'
import { readInvoiceXml } from './read-invoice-xml.ts'
import { readOfd } from './read-ofd.ts'
import { readPdf } from './read-pdf.ts'
import { type PictureReading, readPicture } from './read-picture.ts'

export interface InvoiceReading {
  readonly facts: InvoiceFacts
  readonly format: 'ofd' | 'pdf' | 'xml' | 'picture' | null
  readonly kind: InvoiceCode['kind'] | 'other'
  /** What was read from where, why something could not be, and what to do. */
  readonly notes: readonly Label[]
}

/** What a file is, by its content: names may say anything. */
function formatOf(bytes: Uint8Array): InvoiceReading['format'] {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('PK')) return 'ofd'
  if (head.includes('%PDF-')) return 'pdf'
  if (pictureHead(bytes)) return 'picture'
  return /^\s*(\u00ef\u00bb\u00bf)?\s*<(\?xml|[A-Za-z])/.test(head) ? 'xml' : null
}

/**
 * Reads an invoice from its OFD, PDF or XML file, or from the code on its photograph. Never fails: what cannot be read
 * is null, and said in the notes, for the person to type.
 */
export async function readInvoice(bytes: Uint8Array): Promise<InvoiceReading> {
  const format = formatOf(bytes)
  const nothing = (zh: string, en: string): InvoiceReading => ({
    facts: NOTHING,
    format,
    kind: 'other',
    notes: [typeIt(zh, en)],
  })
  if (format === null) return nothing('不是发票文件或图片，不能识别', 'It is neither an invoice file nor a picture')
  if (format === 'picture') return ofPicture(await readPicture(bytes), nothing)
  let facts: InvoiceFacts
  try {
    facts = await readFormat(format, bytes)
  } catch {
    return nothing('文件损坏或已加密，不能识别', 'The file is broken or locked')
  }
  const kind = facts.number?.length === 20 ? 'digital' : 'electronic'
  const missing = MARKS.filter(({ name }) => facts[name] === null)
  if (missing.length === 0) return { facts, format, kind, notes: [] }
  return {
    facts,
    format,
    kind,
    notes: [typeIt(`没有读到${listed(missing).zh}`, `Not found: ${listed(missing).en}`)],
  }
}

/** What the code on a photograph gives, or why it gives nothing. */
function ofPicture(reading: PictureReading, nothing: (zh: string, en: string) => InvoiceReading): InvoiceReading {
  if ('cannot' in reading) {
    if (reading.cannot === 'kind')
      return nothing('只识别 JPEG、PNG、WebP 图片中的二维码', 'Codes are read in JPEG, PNG and WebP pictures only')
    if (reading.cannot === 'size')
      return nothing(
        `图片有 ${reading.megapixels} 百万像素，太大，不能识别；可以用 1200 万像素重拍`,
        `The picture has ${reading.megapixels} megapixels, which is too large to be read; 12 are enough`,
      )
    return nothing('图片损坏或是空白的，不能识别', 'The picture is broken or blank')
  }
  const found = reading.codes.map(readInvoiceCode).filter((code) => code !== null)
  const [code] = found
  if (!code)
    return reading.codes.length > 0
      ? nothing('图片中的二维码不是发票的二维码', 'The code in the picture is not that of an invoice')
      : nothing(
          '图片中没有认出二维码；可以放平、对准左上角的二维码，在光线均匀处重拍',
          'No code was found in the picture; lay the invoice flat, light it evenly and take the code at its top left again',
        )
  if (found.length > 1)
    return nothing(
      `图片中有 ${found.length} 张发票的二维码；可以每张发票单独拍一张`,
      `The picture shows the codes of ${found.length} invoices; take a picture of each`,
    )
  const { facts, kind, net } = code
  const [known, missing] = [
    MARKS.filter(({ name }) => facts[name] !== null),
    MARKS.filter(({ name }) => facts[name] === null),
  ]
  const from: Label = {
    zh: `从二维码读到${listed(known).zh}，请核对`,
    en: `Read from the code: ${listed(known).en}. Compare it with the invoice`,
  }
  const rest =
    net === null
      ? typeIt(`二维码里没有${listed(missing).zh}`, `Not in the code: ${listed(missing).en}`)
      : typeIt(
          `二维码里没有${listed(missing).zh}（其中的 ${net} 元是不含税金额）`,
          `Not in the code: ${listed(missing).en} (its ${net} yuan are before tax)`,
        )
  return { facts, format: 'picture', kind, notes: [from, rest] }
}

const listed = (marks: readonly { readonly label: Label }[]): Label => ({
  zh: marks.map(({ label }) => label.zh).join('、'),
  en: marks.map(({ label }) => label.en).join(', '),
})

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
