import { brokenFile } from './broken-file.ts'
import { numberFormat, shownDecimals } from './number-format.ts'
import type { NumberFormat } from './number-format.ts'
import type { Zip } from './open-zip.ts'
import { SheetError } from './sheet-error.ts'
import { xmlAttribute, xmlTags } from './xml-text.ts'

export interface WorkbookPart {
  name: string
  path: string
  hidden: boolean
}

export interface Workbook {
  sheets: WorkbookPart[]
  is1904: boolean
  sharedStrings: string | undefined
  /** What each cell style does to a number, by the style's index. */
  formats: NumberFormat[]
  /** How many decimals each cell style shows; null shows what there is. */
  decimals: (number | null)[]
  /** Reads what a sheet shows: numbers rounded as their cells are, hidden rows left out. Else all that it holds. */
  asShown?: boolean
}

/** The table of contents of an .xlsx. Throws SheetError: not-a-sheet (another Office file), broken-file. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const path = await findWorkbook(zip)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const xml = await zip.text(path)
  const links = await readLinks(zip, path)
  const sheets = xmlTags(xml, 'sheet').flatMap((tag): WorkbookPart[] => {
    const id = /\s(?:[\w.-]+:)?id=["']([^"']*)["']/.exec(tag)?.[1] ?? ''
    const link = links.get(id)
    // Chart sheets and dialog sheets stand in the same list and have no rows.
    if (!link || !link.type.endsWith('/worksheet')) return []
    const state = xmlAttribute(tag, 'state')
    const hidden = state === 'hidden' || state === 'veryHidden'
    return [{ name: xmlAttribute(tag, 'name') ?? '', path: resolvePath(folder, link.target), hidden }]
  })
  if (sheets.length === 0) throw brokenFile('xl/workbook.xml')
  const date1904 = xmlTags(xml, 'workbookPr').map((tag) => xmlAttribute(tag, 'date1904'))[0]
  const pathOf = (type: string): string | undefined => {
    const link = [...links.values()].find((candidate) => candidate.type.endsWith(type))
    return link && resolvePath(folder, link.target)
  }
  const shared = pathOf('/sharedStrings')
  const styles = pathOf('/styles')
  return {
    sheets,
    is1904: date1904 === '1' || date1904 === 'true',
    sharedStrings: shared !== undefined && zip.has(shared) ? shared : undefined,
    ...(styles !== undefined && zip.has(styles) ? readFormats(await zip.text(styles)) : { formats: [], decimals: [] }),
  }
}

async function findWorkbook(zip: Zip): Promise<string> {
  if (!zip.has('_rels/.rels')) throw otherFile()
  const link = [...(await readLinks(zip, '')).values()].find((candidate) => candidate.type.endsWith('/officeDocument'))
  const path = link && resolvePath('', link.target)
  if (path === undefined || !zip.has(path)) throw brokenFile('_rels/.rels')
  if (!/\.xml$/i.test(path) || !xmlTags(await zip.text(path), 'workbook').length) throw otherFile()
  return path
}

async function readLinks(zip: Zip, path: string): Promise<Map<string, { type: string; target: string }>> {
  const slash = path.lastIndexOf('/') + 1
  const rels = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
  const tags = xmlTags(await zip.text(rels), 'Relationship')
  return new Map(
    tags.map((tag) => [
      xmlAttribute(tag, 'Id') ?? '',
      { type: xmlAttribute(tag, 'Type') ?? '', target: xmlAttribute(tag, 'Target') ?? '' },
    ]),
  )
}

function resolvePath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readFormats(xml: string): Pick<Workbook, 'formats' | 'decimals'> {
  const codes = new Map(
    xmlTags(xml, 'numFmt').map((tag) => [Number(xmlAttribute(tag, 'numFmtId')), xmlAttribute(tag, 'formatCode') ?? '']),
  )
  const block = /<(?:[\w.-]+:)?cellXfs[\s>].*?<\/(?:[\w.-]+:)?cellXfs>/s.exec(xml)?.[0] ?? ''
  const ids = xmlTags(block, 'xf').map((tag) => Number(xmlAttribute(tag, 'numFmtId') ?? 0))
  return {
    formats: ids.map((id) => numberFormat(id, codes.get(id))),
    decimals: ids.map((id) => shownDecimals(id, codes.get(id))),
  }
}

function otherFile(): SheetError {
  return new SheetError('not-a-sheet', {
    zh: '这不是 .xlsx 工作簿。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿 (.xlsx)”后上传。',
    en: 'This is not an .xlsx workbook. Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and send that.',
  })
}
