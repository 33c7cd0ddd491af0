import { ReportError } from './report-error.ts'

/** A picture's bytes with what its file header says; sizes in pixels. */
export type Picture = { hash: string; bytes: Uint8Array; type: 'png' | 'jpg' | 'gif'; width: number; height: number }

/** Reads type and size from the first bytes of a PNG, JPEG or GIF file. Throws `ReportError` on anything else. */
export function readPicture(hash: string, bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { hash, bytes, type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638) {
    return { hash, bytes, type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) {
    const size = jpegSize(view)
    if (size !== null) return { hash, bytes, type: 'jpg', ...size }
  }
  throw new ReportError(
    `Picture ${hash.slice(0, 12)}…: not a readable PNG, JPEG or GIF file. Upload it again in one of these`,
  )
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    // C0–CF are start-of-frame markers except C4, C8 and CC, which carry tables.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
