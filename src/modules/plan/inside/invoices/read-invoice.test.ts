import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Resvg } from '@resvg/resvg-js'
import encodeQR from 'qr'
import { describe, expect, it } from 'vitest'
import { reportFontFiles } from '../../../../engine/reports/fonts.ts'
import { writeZip } from '../../../../engine/reports/zip.ts'
import { readInvoice } from './read-invoice.ts'

/** Made-up invoices in every way a college receives them. */

const DIGITAL = {
  number: '24312000000012345678',
  code: null,
  issuedOn: '2024-03-15',
  amount: '11300.00',
  seller: '示例软件有限公司',
  buyer: '匠心示范职业技术学院',
}
const zip = (parts: Readonly<Record<string, string>>) =>
  writeZip(
    Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    new Date('2024-03-15T00:00:00Z'),
  )
const read = async (bytes: Uint8Array) => {
  const { facts, notes } = await readInvoice(bytes)
  expect(notes).toEqual([])
  return facts
}

const DIGITAL_XML = `<?xml version="1.0" encoding="utf-8"?>
<EInvoice><Header><EIid>24312000000012345678</EIid><EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.2</Version></Header>
<EInvoiceData>
<SellerInformation><SellerIdNum>91310000MA00000000</SellerIdNum><SellerName>示例软件有限公司</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>12310000000000000X</BuyerIdNum><BuyerName>匠心示范职业技术学院</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>10000.00</TotalAmWithoutTax><TotalTaxAm>1300.00</TotalTaxAm>
<TotalTax-includedAmount>11300.00</TotalTax-includedAmount><RequestTime>2024-03-15 10:20:30</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*软件*教学软件</ItemName><Amount>10000.00</Amount></IssuItemInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>24312000000012345678</InvoiceNumber><IssueTime>2024-03-15</IssueTime></TaxSupervisionInfo>
</EInvoice>`

const OLD_XML = `<?xml version="1.0" encoding="UTF-8"?>
<fp:eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019"><fp:InvoiceCode>033002100111</fp:InvoiceCode>
<fp:InvoiceNo>12345678</fp:InvoiceNo><fp:IssueDate>2022年05月06日</fp:IssueDate>
<fp:Buyer><fp:BuyerName>匠心示范职业技术学院</fp:BuyerName></fp:Buyer>
<fp:Seller><fp:SellerName><![CDATA[甲 & 乙 科技]]></fp:SellerName></fp:Seller>
<fp:TaxExclusiveTotalAmount>100.00</fp:TaxExclusiveTotalAmount><fp:TaxInclusiveTotalAmount>113.5</fp:TaxInclusiveTotalAmount></fp:eInvoice>`
const OLD = {
  number: '12345678',
  code: '033002100111',
  issuedOn: '2022-05-06',
  amount: '113.50',
  seller: '甲 & 乙 科技',
  buyer: '匠心示范职业技术学院',
}

/** One text at a place, in millimetres. */
const at = (x: number, y: number, text: string) =>
  `<ofd:TextObject ID="${x}" Boundary="${x} ${y} ${[...text].length * 3} 4" Size="3"><ofd:TextCode X="0" Y="3">${text}</ofd:TextCode></ofd:TextObject>`
const page = (...texts: readonly string[]) =>
  `<?xml version="1.0"?><ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${texts.join('')}</ofd:Layer></ofd:Content></ofd:Page>`

describe('an invoice', () => {
  it('in XML is read, fully digital or older, in UTF-8 or GB 18030', async () => {
    expect(await read(Buffer.from(DIGITAL_XML))).toEqual(DIGITAL)
    expect(await read(Buffer.from(OLD_XML))).toEqual(OLD)
    // "示" in GB 18030, as bytes: the declaration says how to read them.
    const gbk = Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="GBK"?><EInvoice><InvoiceNumber>24312000000012345678</InvoiceNumber><IssueTime>20240315</IssueTime><TotalTax-includedAmount>5</TotalTax-includedAmount><SellerName>',
      ),
      Buffer.from([0xca, 0xbe]),
      Buffer.from('</SellerName></EInvoice>'),
    ])
    expect(await read(gbk)).toMatchObject({ seller: '示', amount: '5.00', issuedOn: '2024-03-15' })
  })

  it('in OFD is read from the data attached to it', async () => {
    expect(await read(zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Attachs/original_invoice.xml': OLD_XML }))).toEqual(OLD)
  })

  it('in OFD without data is read from its head and from what is printed', async () => {
    const head = `<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas><ofd:CustomData Name="发票号码">24312000000012345678</ofd:CustomData>
      <ofd:CustomData Name="合计金额">10000.00</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo></ofd:DocBody></ofd:OFD>`
    const labels = page(
      at(140, 10, '发票号码：'),
      at(140, 16, '开票日期：'),
      at(12, 30, '名称：'),
      at(112, 30, '名称：'),
      at(12, 100, '价税合计（大写）'),
      at(120, 100, '（小写）'),
    )
    const values = page(
      at(160, 10, '24312000000012345678'),
      at(160, 16, '2024年03月15日'),
      at(24, 30, '匠心示范职业技术学院'),
      at(124, 30, '示例软件有限公司'),
      at(45, 100, '壹万壹仟叁佰圆整'),
      at(134, 100, '¥11300.00'),
    )
    expect(
      await read(
        zip({ 'OFD.xml': head, 'Doc_0/Tpls/Tpl_0/Content.xml': labels, 'Doc_0/Pages/Page_0/Content.xml': values }),
      ),
    ).toEqual(DIGITAL)
  })

  it('in PDF is read by its labels and where they stand', async () => {
    const put = (x: number, y: number, text: string) => `#place(dx: ${x}mm, dy: ${y}mm)[${text}]`
    const digital = [
      put(60, 4, '电子发票（增值税专用发票）'),
      put(140, 4, '发票号码：24312000000012345678'),
      put(140, 10, '开票日期：2024年03月15日'),
      put(0, 24, '购'),
      put(0, 28, '买'),
      put(6, 26, '名称：匠心示范职业技术学院'),
      put(106, 26, '名称：示例软件有限公司'),
      put(6, 34, '统一社会信用代码/纳税人识别号：12310000000000000X'),
      put(6, 60, '教学软件'),
      put(120, 60, '10000.00'),
      put(150, 60, '1300.00'),
      put(6, 90, '价税合计（大写）'),
      put(50, 90, '壹万壹仟叁佰圆整'),
      put(120, 90, '（小写）¥11300.00'),
    ]
    expect(await read(await pdf(digital))).toEqual(DIGITAL)
    const older = [
      put(140, 0, '发票代码：033002100111'),
      put(140, 5, '发票号码：１２３４５６７８'),
      put(140, 10, '开票日期： 2022 年 05 月 06 日'),
      put(8, 24, '名　　　称：'),
      put(40, 24, '匠心示范职业技术学院'),
      put(8, 84, '价税合计（大写）　壹佰壹拾叁圆伍角'),
      put(120, 84, '（小写） ￥113.50'),
      put(8, 94, '名　　　称：'),
      put(40, 94, '甲乙科技'),
    ]
    expect(await read(await pdf(older))).toEqual({ ...OLD, seller: '甲乙科技' })
  }, 60_000)

  it('on a photograph is read by its code; what the code does not say is to be typed', async () => {
    const digital = { number: DIGITAL.number, code: null, issuedOn: '2024-03-15', amount: '11300.00' }
    for (const picture of [
      photograph(['https://example.com/pay', DIGITAL_CODE]),
      await readFile(new URL('made-up-photograph.jpg', import.meta.url)),
    ]) {
      const { facts, kind, notes } = await readInvoice(picture)
      expect({ facts, kind }).toEqual({ facts: { ...digital, seller: null, buyer: null }, kind: 'digital' })
      expect(notes.map(({ zh }) => zh)).toEqual([
        '从二维码读到发票号码、开票日期、价税合计，请核对',
        '二维码里没有销售方，请对照发票填写',
      ])
    }
    // Older invoices state the amount before tax: it is told, not taken.
    const old = await readInvoice(photograph([OLD_CODE]))
    expect(old).toMatchObject({
      facts: { number: '12345678', code: '033002100111', issuedOn: '2022-05-06', amount: null },
      kind: 'electronic',
    })
    expect(old.notes[1]!.zh).toBe('二维码里没有价税合计、销售方（其中的 100.00 元是不含税金额），请对照发票填写')
  })

  it('that cannot be read leaves everything to be typed, and says so', async () => {
    for (const [bytes, words] of [
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '图片损坏或是空白的'],
      [photograph([]).subarray(0, 300), '图片损坏或是空白的'],
      [Buffer.from('\0\0\0\u0018ftypheic'), '只识别 JPEG、PNG、WebP'],
      [pngHead(8000, 6000), '图片有 48 百万像素'],
      [photograph([]), '没有认出二维码'],
      [photograph(['https://example.com/pay']), '不是发票的二维码'],
      [photograph([DIGITAL_CODE, OLD_CODE]), '2 张发票的二维码'],
      [Buffer.from('发票'), '不是发票文件或图片'],
      [Buffer.from('PK\u0003\u0004 cut off'), '文件损坏或已加密'],
      [Buffer.from('%PDF-1.7 cut off'), '文件损坏或已加密'],
      [Buffer.from('<html><body>发票</body></html>'), '没有读到发票号码、开票日期、价税合计、销售方'],
    ] as const) {
      const { facts, notes } = await readInvoice(bytes)
      expect(facts.number).toBeNull()
      expect(notes[0]!.zh).toContain(words)
    }
  })
})

const DIGITAL_CODE = '01,32,,24312000000012345678,11300.00,20240315,,A1B2'
const OLD_CODE = '01,10,033002100111,12345678,100.00,20220506,12345678901234567890,1A2B,'

/** A sheet with codes, turned, tilted and unevenly lit, as a PNG. */
function photograph(codes: readonly string[]): Buffer {
  const marks = codes.map((text, i) => {
    const mark = encodeQR(text, 'svg').replace('<svg ', '<svg width="180" height="180" ')
    return `<g transform="translate(${80 + i * 330},90) rotate(5) skewX(4)">${mark}</g>`
  })
  const light =
    '<linearGradient id="light"><stop stop-color="#777"/><stop offset="1" stop-color="#eee"/></linearGradient>'
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><defs>${light}</defs><rect width="800" height="600" fill="url(#light)"/>${marks.join('')}</svg>`,
    { font: { loadSystemFonts: false } },
  )
    .render()
    .asPng()
}

/** The head of a PNG of a size, without the picture. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\u0008\u0002\0\0\0', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** A page of texts at places, as a PDF with real Chinese fonts. */
async function pdf(placed: readonly string[]): Promise<Buffer> {
  const { NodeCompiler: Compiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: typeof NodeCompiler
  }
  const fontPaths = [...new Set(Object.values(reportFontFiles()).map((file) => dirname(file)))]
  const engine = Compiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
  return engine.pdf({
    mainFileContent: `#set page(width: 210mm, height: 140mm, margin: 8mm)\n#set text(font: "Noto Sans SC", size: 9pt)\n${placed.join('\n')}`,
  })
}
