/** What a line of text is by its looks. Formats without styles have nothing else; others use it for captions and contents. */

const CAPTION =
  /^(续?[表图]|附表|案例|专栏|Table|Figure|Fig\.|Case)\s*[0-9０-９一二三四五六七八九十]+([-–—.．][0-9]+)*\s*([：:.、\s—-]|$)/i
const MOST_CAPTION = 90

/** 表 1：…, 图2-1 …, 案例 3：…, Table 4. … */
export function isCaption(text: string): boolean {
  return CAPTION.test(text) && text.length <= MOST_CAPTION && !/[。；;]/.test(text.slice(0, -1)) && !/，.*，/.test(text)
}

/** 备注：…, 注：…, 数据来源：…, Note: … below a table. */
export function isNote(text: string): boolean {
  return /^[（(]?(备注|附注|注|说明|数据来源|资料来源|统计口径|Notes?|Source)\s*\d*\s*[：:]/i.test(text)
}

/** 2.1 基本情况 ....... 5 */
export function isContentsLine(text: string): boolean {
  return /(\.{4,}|…{2,}|·{4,}|-{6,}|(?:[.·]\s?){4,})\s*[-—]?\s*(\d{1,4}|[ivxlc]{1,6})?\s*[-—]?$/i.test(text)
}

/** 目录, 表目录, CONTENTS: the lines below name parts of the document. */
export function isContentsTitle(text: string): boolean {
  return /^(图表?|表格?|案例|插图|附[图表])?\s*目\s*录$|^(table of )?contents$|^list of (tables|figures|cases)$/i.test(
    text.trim(),
  )
}

const CHINESE_ORDINAL = '[一二三四五六七八九十百]{1,4}'
const HEADINGS: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6}\s+\S/, 0],
  [new RegExp(`^第${CHINESE_ORDINAL}[章编篇部]`), 1],
  [new RegExp(`^第${CHINESE_ORDINAL}节`), 2],
  [new RegExp(`^${CHINESE_ORDINAL}、\\s*\\S`), 1],
  [new RegExp(`^[（(]${CHINESE_ORDINAL}[)）]\\s*\\S`), 2],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}\.?\d{0,2}\s*[^\d\s%.,，、]/, 3],
  [/^\d{1,2}\.\d{1,2}\.?\s*[^\d\s%.,，、个项人名万亿]/, 2],
  [/^\d{1,2}[.．、]\s*[^\d\s]/, 3],
  [/^\d{1,2}\s+[^\d\s]/, 1],
]
/** 8．本科教学日常运行支出 4862.40 万元: a point of a list that states a figure. */
const STATES = /\d[\d.,]*\s*[万亿]?(?:元|人|人次|册|个|项|门|家|件|所|台|平方米|㎡|%|[:：]1)$/
const MOST_HEADING = 46

/** The level of a heading by its number (1 highest), or null when the line is none: headings are short and no sentences. */
export function headingLevel(text: string): number | null {
  const marks = /^(#{1,6})\s+(.*)$/.exec(text)
  const plain = (marks?.[2] ?? text).replace(/^\*\*|\*\*$/g, '').trim()
  if (plain.length === 0) return null
  if (marks && !/[。；;]$/.test(plain) && plain.length <= 80) return numberedLevel(plain) ?? marks[1]!.length
  if (plain.length > MOST_HEADING || /[。；;！!？?，,：:、…]$/.test(plain) || /。/.test(plain)) return null
  if (/\t|\|/.test(plain) || STATES.test(plain)) return null
  return numberedLevel(plain)
}

function numberedLevel(text: string): number | null {
  const level = HEADINGS.find(([pattern]) => pattern.test(text))?.[1]
  return level === undefined || level === 0 ? null : level
}

/** A list point: 一是…, （1）…, ①…, - … begins a new paragraph. */
export function beginsPoint(text: string): boolean {
  return /^([-•·●◆■*]\s|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，)/.test(text)
}
