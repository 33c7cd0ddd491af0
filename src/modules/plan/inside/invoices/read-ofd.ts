import { openZip, type Zip } from '../../../../engine/sheets/open-zip.ts'
import { xmlAttribute, xmlText } from '../../../../engine/sheets/xml-text.ts'
import { amountOf, codeOf, dayOf, type InvoiceFacts, nameOf, NOTHING, numberOf, together } from './invoice-facts.ts'
import type { PlacedText } from './placed-text.ts'
import { readInvoiceText } from './read-invoice-text.ts'
import { readInvoiceXml } from './read-invoice-xml.ts'

/** An invoice is one page; what unpacks to more than this is none. */
const MAX_PART = 16 * 1024 * 1024

/**
 * Reads an invoice in OFD (GB/T 33190, a zip of XML): the data attached to it, then what its head says (CustomData),
 * then what is printed.
 * @throws SheetError when the bytes are no zip, or a part unpacks to an abnormal size
 */
export async function readOfd(bytes: Uint8Array): Promise<InvoiceFacts> {
  const zip = openZip(bytes, MAX_PART)
  const attached = await Promise.all(
    zip.paths.filter((path) => /attach/i.test(path) && /\.xml$/i.test(path)).map((path) => zip.text(path)),
  )
  const head = zip.paths.find((path) => /^\/?OFD\.xml$/i.test(path))
  return together(
    ...attached.map(readInvoiceXml),
    head === undefined ? NOTHING : readHead(await zip.text(head)),
    readInvoiceText(await placedTexts(zip)),
  )
}

/** <ofd:CustomData Name="发票号码">…</ofd:CustomData> */
function readHead(xml: string): InvoiceFacts {
  const data = new Map<string, string>()
  for (const [, tag = '', inner = ''] of xml.matchAll(/(<(?:[\w.-]+:)?CustomData\s[^>]*>)([^<]*)</g))
    data.set(xmlAttribute(tag, 'Name') ?? '', xmlText(inner).trim())
  return {
    ...NOTHING,
    number: numberOf(data.get('发票号码')),
    code: codeOf(data.get('发票代码')),
    issuedOn: dayOf(data.get('开票日期')),
    // Without tax and tax are told apart: their sum is not said, so the printed total decides.
    amount: amountOf(data.get('价税合计')),
    seller: nameOf(data.get('销售方名称')),
    buyer: nameOf(data.get('购买方名称')),
  }
}

/** Texts of all page contents and templates with their places on the first page. */
async function placedTexts(zip: Zip): Promise<PlacedText[]> {
  const contents = zip.paths.filter((path) => /(^|\/)(Pages|Tpls)\/.*\.xml$/i.test(path))
  return (await Promise.all(contents.map((path) => zip.text(path)))).flatMap(textObjects)
}

function textObjects(xml: string): PlacedText[] {
  return [...xml.matchAll(/(<(?:[\w.-]+:)?TextObject\s[^>]*>)([\s\S]*?)<\/(?:[\w.-]+:)?TextObject>/g)].flatMap(
    ([, tag = '', inner = '']) => {
      const [x = 0, y = 0, width = 0, height = 0] = (xmlAttribute(tag, 'Boundary') ?? '').split(/\s+/).map(Number)
      const text = [...inner.matchAll(/<(?:[\w.-]+:)?TextCode(?:\s[^>]*)?>([^<]*)</g)]
        .map(([, code = '']) => xmlText(code))
        .join('')
      const place = [x, y, width, height].every(Number.isFinite)
      return place && text.trim() !== '' ? [{ page: 1, x, y: y + height / 2, width, height, text }] : []
    },
  )
}
