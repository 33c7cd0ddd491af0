import encodeQR from 'qr'
import { sansFamily, serifFamily } from '../../../engine/reports/fonts.ts'
import { typstString } from '../../../engine/reports/typst-string.ts'
import { runBounded } from '../../../engine/threads/run-bounded.ts'
import type { WireBadgeContent } from '../wire.ts'

export interface CertificateOrder {
  readonly title: string
  readonly main: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly createdAt: string
}

/** The printed certificate, PDF/A with a QR code. It is set in a thread: the fonts take longer to read than a page to set. */
export async function certificatePdf(content: WireBadgeContent, page: string): Promise<Buffer> {
  const order: CertificateOrder = {
    title: content.name,
    main: sourceOf(content, page),
    files: new Map([['/qr.svg', Buffer.from(encodeQR(page, 'svg', { ecc: 'medium' }))]]),
    // The same certificate gives the same bytes.
    createdAt: content.issuedAt ?? '2000-01-01T00:00:00Z',
  }
  const bytes = await runBounded<Uint8Array>(new URL('./certificate-worker.ts', import.meta.url), order, {
    seconds: 60,
    megabytes: 512,
    name: content.name,
  })
  return Buffer.from(bytes)
}

function sourceOf(content: WireBadgeContent, page: string): string {
  const issuer = content.knownIssuer ?? content.issuer
  const isTranscript = content.results.length > 0
  const title = isTranscript ? '学分证明' : '学习成果证书'
  const s = typstString
  const centre = (text: string, size: number, above: string) =>
    `#v(${above})\n#align(center, text(size: ${size}pt, ${s(text)}))`
  const cells = content.results.flatMap(({ name, value }) => [s(name), s(value)])
  return [
    `#set document(title: ${s(`${title}：${content.holder ?? content.name}`)}, author: ${s(issuer)})`,
    `#set page(paper: "a4", ${isTranscript ? '' : 'flipped: true, '}margin: 2.2cm)`,
    `#set text(font: ("${serifFamily}", "${sansFamily}"), lang: "zh", region: "cn", size: 12pt, fallback: false)`,
    centre(issuer, 16, '0.4cm'),
    `#v(0.6cm)\n#align(center, heading(level: 1, outlined: false, text(size: 28pt, ${s(title)})))`,
    centre(content.holder ?? '', 24, '0.9cm'),
    ...(isTranscript ? [] : [centre(content.name, 20, '0.7cm')]),
    centre(content.description ?? '', 13, '0.5cm'),
    centre(
      [
        content.credits === null ? '' : `${content.credits} 学分`,
        content.issuedAt === null ? '' : `签发日期 ${content.issuedAt.slice(0, 10)}`,
        content.until === null ? '' : `有效期至 ${content.until.slice(0, 10)}`,
      ]
        .filter(Boolean)
        .join('　'),
      13,
      '0.4cm',
    ),
    ...(isTranscript
      ? [
          `#v(0.6cm)\n#table(columns: (1fr, auto), align: (left, right), inset: 6pt, stroke: 0.4pt, table.header(${s('学习成果')}, ${s('学分')}), ${cells.join(', ')})`,
        ]
      : []),
    `#v(1fr)`,
    `#align(center, stack(dir: ttb, spacing: 6pt, image("/qr.svg", width: 3.2cm, alt: ${s(`核验网址二维码 ${page}`)}), text(size: 9pt, ${s('扫码核验真伪与是否撤销')}), text(size: 7.5pt, ${s(page)})))`,
  ].join('\n')
}
