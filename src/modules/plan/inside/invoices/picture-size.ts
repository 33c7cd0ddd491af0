/** What kind of picture some bytes are, and how large it is: read from its head, before anything is unpacked. */
export interface PictureHead {
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'other'
  /** Pixels; null where the head does not say. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/** The head of a picture; null where it is none. `other` is a picture of a kind that is not read (HEIC, TIFF, BMP). */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number) => view.toString('latin1', from, to)
  if (text(0, 3) === '\u00ff\u00d8\u00ff') return { format: 'jpeg', size: jpegSize(view) }
  if (text(1, 4) === 'PNG')
    return {
      format: 'png',
      size: view.length < 24 ? null : { width: view.readUInt32BE(16), height: view.readUInt32BE(20) },
    }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { format: 'webp', size: webpSize(view) }
  if (text(0, 4) === 'GIF8')
    return {
      format: 'gif',
      size: view.length < 10 ? null : { width: view.readUInt16LE(6), height: view.readUInt16LE(8) },
    }
  const isOther = text(4, 8) === 'ftyp' || /^(II\*\0|MM\0\*|BM)/.test(text(0, 4))
  return isOther ? { format: 'other', size: null } : null
}

/** The frame of a JPEG follows any number of other segments: thumbnails and places lie before it. */
function jpegSize(view: Buffer): PictureHead['size'] {
  let at = 2
  while (at + 9 < view.length) {
    if (view[at] !== 0xff) return null
    const marker = view[at + 1]!
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) }
    else at += 2 + view.readUInt16BE(at + 2)
  }
  return null
}

/** Three ways of packing, three places of the size (RFC 9649). */
function webpSize(view: Buffer): PictureHead['size'] {
  if (view.length < 30) return null
  const kind = view.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: 1 + view.readUIntLE(24, 3), height: 1 + view.readUIntLE(27, 3) }
  if (kind === 'VP8L') {
    const bits = view.readUInt32LE(21)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
  }
  return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
}
