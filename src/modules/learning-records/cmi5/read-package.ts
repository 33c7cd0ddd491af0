import { openZip } from '../../../engine/sheets/open-zip.ts'
import { SheetError } from '../../../engine/sheets/sheet-error.ts'
import { badPackage } from './bad-package.ts'
import { readStructure } from './read-structure.ts'
import type { CourseStructure } from './structure.ts'

const MOST_FILES = 5000
/** Of one file, and of all together, unpacked. */
const MOST_BYTES = 256 * 1048576
const MOST_STRUCTURE = 16 * 1048576

export interface PackageFile {
  readonly path: string
  readonly contentType: string
  readonly content: Buffer
}

export interface CoursePackage {
  readonly structure: CourseStructure
  readonly files: readonly PackageFile[]
}

/** Types by the end of a name: what is not here is handed out as bytes, which no browser runs. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  xhtml: 'application/xhtml+xml',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  xml: 'text/xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
  pdf: 'application/pdf',
  wasm: 'application/wasm',
}
const typeOf = (path: string) =>
  TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'

/**
 * Reads a package of courseware: a zip (32 or 64 bits) with cmi5.xml at its root, or that file alone (cmi5 14).
 * Bounded in files and bytes; nothing is written to a disk, so that no path in it can reach anywhere.
 * @throws Refusal 422 with what is wrong
 */
export async function readPackage(bytes: Buffer): Promise<CoursePackage> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const start = bytes
      .subarray(0, 200)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart()
    if (!start.startsWith('<') || bytes.length > MOST_STRUCTURE)
      throw badPackage({ zh: '文件既不是 zip，也不是 XML', en: 'the file is neither a zip nor XML' })
    return { structure: readStructure(bytes.toString('utf8'), null), files: [] }
  }
  try {
    const zip = openZip(bytes, MOST_BYTES)
    if (zip.paths.length > MOST_FILES)
      throw badPackage({ zh: `文件超过 ${MOST_FILES} 个`, en: `it has more than ${MOST_FILES} files` })
    if (!zip.has('cmi5.xml'))
      throw badPackage({ zh: '压缩包最外层没有 cmi5.xml', en: 'there is no cmi5.xml at the root of the zip' })
    const structure = readStructure(await zip.text('cmi5.xml'), (path) => zip.has(path))
    const files: PackageFile[] = []
    let left = MOST_BYTES
    for (const path of zip.paths) {
      if (path.endsWith('/')) continue
      if (/\p{Cc}/u.test(path))
        throw badPackage({ zh: '文件名含有控制字符', en: 'a file name holds a control character' })
      const pieces: Uint8Array[] = []
      for await (const piece of zip.chunks(path)) {
        left -= piece.length
        if (left < 0)
          throw badPackage({
            zh: `展开后超过 ${MOST_BYTES / 1048576} MB`,
            en: `it unpacks to more than ${MOST_BYTES / 1048576} MB`,
          })
        pieces.push(piece)
      }
      files.push({ path, contentType: typeOf(path), content: Buffer.concat(pieces) })
    }
    return { structure, files }
  } catch (error) {
    if (error instanceof SheetError)
      throw badPackage({
        zh: '压缩包已损坏、没有传完整或大得不正常',
        en: 'the zip is damaged, incomplete or abnormally large',
      })
    throw error
  }
}
