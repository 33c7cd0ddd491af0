import { openZip } from '../../../engine/sheets/open-zip.ts'
import { type ZipPart, zipChunks } from '../../../engine/sheets/write-zip.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { below, readXml } from '../../../engine/xml/read-xml.ts'
import { type OutItem, type ReadItem, UnreadableItem } from './draft.ts'
import { readQti } from './read-qti.ts'
import { writeQti } from './write-qti.ts'
import { escaped } from './escaped.ts'

const MANIFEST = 'imsmanifest.xml'
const MANIFEST_NAMESPACE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1'
const ITEM_TYPE = 'imsqti_item_xmlv3p0'
const LARGEST_PART = 4 * 1024 * 1024
const MOST_ITEMS = 2000

/** Items as a QTI 3 package: a manifest, and a file for each. */
export async function writePackage(items: readonly OutItem[]): Promise<Buffer> {
  const parts: ZipPart[] = [
    { path: MANIFEST, content: Buffer.from(manifestOf(items)) },
    ...items.map((item) => ({ path: `items/item-${item.id}.xml`, content: Buffer.from(writeQti(item)) })),
  ]
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(parts)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const manifestOf = (items: readonly OutItem[]) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${MANIFEST_NAMESPACE}" identifier="jiangxin-items">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
<organizations/>
<resources>${items
  .map(
    ({ id }) =>
      `<resource identifier="item-${escaped(id)}" type="${ITEM_TYPE}" href="items/item-${escaped(id)}.xml"><file href="items/item-${escaped(id)}.xml"/></resource>`,
  )
  .join('')}</resources>
</manifest>
`

/**
 * Reads the items of a package, each by itself: one that cannot be read keeps none of the others back.
 * @throws Refusal 422 when there is no manifest or it names no item; SheetError when it is no sound archive
 */
export async function readPackage(bytes: Uint8Array): Promise<ReadItem[]> {
  const zip = openZip(bytes, LARGEST_PART)
  const at = zip.paths.find((path) => path === MANIFEST || path.endsWith(`/${MANIFEST}`))
  if (!at)
    throw new Refusal('invalid', {
      zh: '压缩包里没有 imsmanifest.xml，不是 QTI 包',
      en: 'There is no imsmanifest.xml in the archive: it is no QTI package',
    })
  const folder = at.slice(0, -MANIFEST.length)
  const found: ReadItem[] = []
  const resources = await readManifest(zip.text(at))
  if (resources.length > MOST_ITEMS)
    throw new Refusal('too-large', {
      zh: `一个包最多 ${MOST_ITEMS} 题，请拆分`,
      en: `A package holds ${MOST_ITEMS} items at most: split it`,
    })
  for (const { href, type } of resources) {
    const where = `${folder}${href}`
    const faulty = (label: { zh: string; en: string }): ReadItem => ({
      where: href,
      kind: null,
      stem: '',
      item: null,
      difficulty: 'medium',
      points: [],
      problems: [label],
    })
    // Pictures and style sheets belong to items; tests and items of older versions are told.
    if (!type.startsWith('imsqti_item_xmlv3p')) {
      if (type.startsWith('imsqti'))
        found.push(faulty({ zh: `不导入这种资源（${type}）`, en: `Resources of this kind are not imported (${type})` }))
      continue
    }
    if (!zip.has(where)) {
      found.push(faulty({ zh: '包里没有这个文件', en: 'This file is not in the package' }))
      continue
    }
    try {
      const { item, difficulty, points, notes } = readQti(await zip.text(where))
      found.push({ where: href, kind: item.kind, stem: item.stem, item, difficulty, points, problems: notes })
    } catch (error) {
      if (!(error instanceof UnreadableItem)) throw error
      found.push(faulty(error.label))
    }
  }
  return found
}

async function readManifest(text: Promise<string>): Promise<{ href: string; type: string }[]> {
  try {
    return [...below(readXml(await text, (why) => new UnreadableItem(why)))]
      .filter(({ name }) => name === 'resource')
      .map(({ attributes }) => ({
        href: decodeURIComponent(attributes['href'] ?? ''),
        type: attributes['type'] ?? '',
      }))
  } catch (error) {
    if (error instanceof UnreadableItem || error instanceof URIError)
      throw new Refusal('invalid', {
        zh: `imsmanifest.xml 无法读取：${error instanceof UnreadableItem ? error.label.zh : error.message}`,
        en: `imsmanifest.xml cannot be read: ${error.message}`,
      })
    throw error
  }
}
