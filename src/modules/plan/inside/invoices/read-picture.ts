import { Resvg } from '@resvg/resvg-js'
import { decodeQRBatch } from 'qr/decode.js'
import { pictureHead } from './picture-size.ts'

/** A picture takes four bytes a pixel while it is read, and the search for codes about as much again. */
const MOST_PIXELS = 25_000_000
/** What the search may take beyond its first look: milliseconds. */
const PATIENCE = 5000
const HREF = 'https://picture.invalid/'

/** The texts of the codes in a picture, or why none could be looked for. */
export type PictureReading =
  | { readonly codes: readonly string[] }
  | { readonly cannot: 'kind' | 'broken' }
  | { readonly cannot: 'size'; readonly megapixels: number }

/** Finds the two-dimensional codes in a photograph: turned, tilted or unevenly lit as they are. */
export async function readPicture(bytes: Uint8Array): Promise<PictureReading> {
  const head = pictureHead(bytes)
  if (head?.format === 'other') return { cannot: 'kind' }
  if (!head?.size || head.size.width === 0 || head.size.height === 0) return { cannot: 'broken' }
  const { width, height } = head.size
  if (width * height > MOST_PIXELS) return { cannot: 'size', megapixels: Math.ceil((width * height) / 1_000_000) }
  const data = pixelsOf(bytes, width, height)
  if (data.every((value) => value === 255)) return { cannot: 'broken' }
  const picture = { width, height, data }
  const [found = []] = await decodeQRBatch([picture], {
    maxSize: picture,
    format: 'RGBA',
    effort: 3,
    timeLimit: PATIENCE,
  })
  return { codes: [...new Set(found.filter((one) => typeof one === 'string'))] }
}

/** The picture on white, as it is; all white where it cannot be read. */
function pixelsOf(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" xlink:href="${HREF}"/></svg>`
  const drawing = new Resvg(page, {
    font: { loadSystemFonts: false },
    imageRendering: 1,
    background: 'white',
    logLevel: 'off',
  })
  drawing.resolveImage(HREF, Buffer.from(bytes))
  return drawing.render().pixels
}
