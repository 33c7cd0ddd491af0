import encodeQR from 'qr'
import { drawableText } from '../../../engine/reports/fonts.ts'
import { renderPngs } from '../../../engine/reports/render-png.ts'
import type { WireBadgeContent } from '../wire.ts'
import { bake } from './bake.ts'

const WIDTH = 840
const HEIGHT = 594

const xml = (text: string) =>
  drawableText(text).replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one]!)

/** Characters of Chinese are as wide as the type is high, others half of it. */
const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.56 : 1) * size, 0)

/** One line, in smaller type when it is long. */
function line(text: string, y: number, size: number, more = ''): string {
  const fits = Math.min(size, Math.floor((size * (WIDTH - 120)) / Math.max(1, widthOf(text, size))))
  return `<text x="${WIDTH / 2}" y="${y}" font-size="${fits}" text-anchor="middle" ${more}>${xml(text)}</text>`
}

/** A QR code as a path of squares. */
function qrPath(text: string, x: number, y: number, side: number): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium' })
  const unit = side / rows.length
  const squares = rows.flatMap((row, i) =>
    row.flatMap((isDark, j) =>
      isDark ? [`M${(x + j * unit).toFixed(2)} ${(y + i * unit).toFixed(2)}h${unit}v${unit}h-${unit}z`] : [],
    ),
  )
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="#fff"/><path d="${squares.join('')}" fill="#14282f" shape-rendering="crispEdges"/>`
}

/** The certificate as a PNG with the credential baked in, and a QR code that leads to the verifying page. */
export async function certificatePicture(content: WireBadgeContent, credential: string, page: string): Promise<Buffer> {
  const issuer = content.knownIssuer ?? content.issuer
  const facts = [
    content.credits === null ? '' : `${content.credits} 学分`,
    content.issuedAt?.slice(0, 10) ?? '',
  ].filter(Boolean)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC" fill="#14282f">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf5"/>
<rect x="18" y="18" width="${WIDTH - 36}" height="${HEIGHT - 36}" fill="none" stroke="#1f5a78" stroke-width="3"/>
<rect x="26" y="26" width="${WIDTH - 52}" height="${HEIGHT - 52}" fill="none" stroke="#c9b98a"/>
${line(issuer, 90, 24, 'fill="#1f5a78"')}
${line(content.results.length > 0 ? '学分证明' : '学习成果证书', 152, 40)}
${line(content.holder ?? '', 232, 34)}
${line(content.results.length > 0 ? `已认定学习成果 ${content.results.length} 项` : content.name, 296, 28)}
${line(content.description ?? '', 344, 18, 'fill="#445660"')}
${line(facts.join(' · '), 384, 20)}
${qrPath(page, WIDTH / 2 - 58, 412, 116)}
${line('扫码核验 · 图片内含电子证书 · Scan to verify', 552, 13, 'fill="#445660"')}
</svg>`
  const [png] = await renderPngs([svg])
  return bake(png!, credential)
}
