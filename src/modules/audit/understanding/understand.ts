import type { AuditDocument, Block, Place } from '../document.ts'
import { nameOf, type Name, type Synonyms } from './names.ts'
import { type NumberToken, numberTokens } from './number-tokens.ts'
import { type Phrase, phraseOf } from './phrase.ts'
import { type Figure, type Sheet, turnedSheetOf, unitIn } from './sheet.ts'
import { sheetsOf } from './side-by-side.ts'

/** A number in a sentence, with what it counts. */
export interface Mention extends NumberToken, Phrase {
  readonly name: Name
  /** The clause in front, from the last punctuation or number: 占专任教师总数. */
  readonly lead: string
  /** What follows up to the next punctuation or number. */
  readonly tail: string
  /** Position among the mentions of its sentence. */
  readonly index: number
  readonly sentence: Sentence
  readonly place: Place
}

export interface Sentence {
  readonly text: string
  /** Start in the paragraph's text. */
  readonly offset: number
  readonly block: number
  /** Position among all sentences of the document. */
  readonly index: number
  readonly mentions: readonly Mention[]
  /** Years said in the sentence, or before it in the paragraph: 2023, 2022-2023. */
  readonly years: readonly string[]
  /** Years with which the paragraph opens: they hold for its later sentences. */
  readonly opening: readonly string[]
  /** Students, teachers …: who the whole sentence up to its full stop is about; '' when it does not begin with them. */
  readonly subject: string
  /** The part of the college spoken of; '' for the whole: heads of cases and of departments. */
  readonly scope: string
}

/** What the rules look at. */
export interface Understood {
  readonly document: AuditDocument
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly sheets: readonly Sheet[]
  /** Tables whose rows hold different measures, turned on their side. */
  readonly turned: readonly Sheet[]
  readonly synonyms: Synonyms
  /** The year of the report, from its title or the most frequent year; null when it names none. */
  readonly year: number | null
  /** Whether the report is on a school year: 2022—2023 学年. */
  readonly isSchoolYear: boolean
}

export function understand(document: AuditDocument, synonyms: Synonyms): Understood {
  const sentences: Sentence[] = []
  const sheets: Sheet[] = []
  let caseScope = ''
  const title = titleOf(document)
  const isBulletin = /公报|事业发展|统计|全[国省市区县]/.test(title)
  // Scopes of the open headings, by level: what a chapter is about holds for its sections.
  let chapters: { level: number; scope: string }[] = []
  document.blocks.forEach((block, at) => {
    if (block.kind === 'heading') {
      const isCase = /^(案例|典型案例|Case)/i.test(block.text)
      caseScope = isCase ? block.text : ''
      if (!isCase)
        chapters = [
          ...chapters.filter(({ level }) => level < block.level),
          { level: block.level, scope: scopeIn(block.text, title) },
        ]
    } else if (block.kind === 'table') sheets.push(...sheetsOf(block, at, unitOfTable(document.blocks, at)))
    else if (block.role !== 'contents' && block.role !== 'caption')
      addSentences(
        block,
        at,
        caseScope || (chapters.findLast(({ scope }) => scope !== '')?.scope ?? ''),
        sentences,
        synonyms,
        isBulletin,
      )
  })
  return {
    document,
    sentences,
    mentions: sentences.flatMap((sentence) => sentence.mentions),
    sheets,
    turned: sheets.flatMap((sheet) => turnedSheetOf(sheet) ?? []),
    synonyms,
    year: yearOf(document),
    isSchoolYear: /20\d{2}\s*[-—–~～至]\s*(20)?\d{2}\s*学年/.test(title),
  }
}

/** A section about one kind of schooling: what it tells is not of all kinds together. */
const SCHOOLING =
  /^(?:[一二三四五六七八九十\d.]+、?)?(学前教育|幼儿园|小学|小学阶段教育|初中阶段教育|初中|义务教育|高中阶段教育|普通高中|中等职业教育|高等职业教育|高等教育|职业教育|特殊教育|继续教育|成人教育|民办教育|研究生教育|留学生教育|培训机构)(?:学校|发展|情况|概况)*$/

/** 专业群层面, 二级学院: a part of the college whose figures are not those of the whole. */
function scopeIn(heading: string, title: string): string {
  const kind = SCHOOLING.exec(heading.replace(/\[\d+\]|[\s（）()]/g, ''))?.[1]
  if (kind && !title.includes(kind)) return kind
  return /(专业群|二级学院|系部|分校|附属|企业)(层面|情况|概况)?/.exec(heading)?.[1] ?? ''
}

function unitOfTable(blocks: readonly Block[], at: number): string {
  const table = blocks[at]
  const before = blocks[at - 1]
  const texts = [
    table?.kind === 'table' ? (table.caption ?? '') : '',
    before && before.kind !== 'table' && before.text.length < 40 ? before.text : '',
  ]
  for (const text of texts) {
    const unit = /单位[：:]\s*([^\s，。；、）)]{1,6})/.exec(text)?.[1] ?? ''
    if (unit !== '') return unitIn(`（${unit}）`)
  }
  return ''
}

const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?\n]?/g

function addSentences(
  block: Extract<Block, { kind: 'paragraph' }>,
  at: number,
  scope: string,
  sentences: Sentence[],
  synonyms: Synonyms,
  isBulletin: boolean,
): void {
  let part = ''
  let opening: readonly string[] = []
  let who = ''
  let isNewSentence = true
  for (const match of block.text.matchAll(SENTENCE)) {
    const text = match[0]
    const own = yearsIn(text)
    // Only a year that opens the paragraph, before any figure, holds for its later sentences.
    if (own.length > 0 && match.index === 0 && /^[^较比\d]{0,20}20\d{2}/.test(text)) opening = own
    const years = own.length > 0 ? own : opening
    const mentions: Mention[] = []
    // 教师在 2023 年…获: who acts, not what is counted (教师 918 人).
    const begins =
      /^\s*(?:其中)?(?:学校|我校|全校)?(学生|教师|师生|毕业生|留学生|辅导员|教职工|校友)(?=\s*(在|获|荣|参加|参与|主持|发表|团队|指导|代表|立项|主编|积极|们|共获|申报|成功|斩获))/.exec(
        text,
      )?.[1]
    if (isNewSentence || begins) who = begins ?? ''
    if (isNewSentence) part = partIn(text, isBulletin) ?? part
    isNewSentence = !/[；;]\s*$/.test(text)
    const sentence: Sentence = {
      text,
      offset: match.index,
      block: at,
      index: sentences.length,
      mentions,
      years,
      opening,
      subject: who,
      scope: part === '' ? scope : part,
    }
    const tokens = numberTokens(text)
    tokens.forEach((token, index) => {
      const least = tokens[index - 1]?.end ?? 0
      const near = leadBefore(text, tokens, token.start)
      // 示范课程、教学名师及团队 3 项: both are counted, so both are its name.
      const wide = text
        .slice(boundaryBefore(text, token.start, least, BROAD_STOPS), token.start)
        .replace(/^\s*[、和及与]\s*/, '')
      // 9124 名折合学生数和 518 名折合教师数: what is counted stands behind each.
      const last = mentions.at(-1)
      const isBehind =
        last !== undefined &&
        last.lead.trim().length <= 1 &&
        /[和与及]$/.test(last.tail.trim()) &&
        last.tail === text.slice(last.end, token.start) &&
        last.tail.startsWith(last.noun.slice(0, 2))
      const lead = isBehind
        ? ''
        : near.trim() === '' || /等\s*$/.test(near) || wide.length > 40 || wide.length < near.length
          ? near
          : wide
      const tail = text.slice(token.end, boundaryAfter(text, token.end, tokens[index + 1]?.start ?? text.length))
      const phrase = inherit(
        phraseOf(lead, tail),
        mentions,
        /^\s*(?:[、，和及]|，?其中)\s*$/.test(text.slice(least, token.start - lead.length)) || /^\s*其中/.test(lead),
      )
      // 月均收入超过 4500 元的毕业生 520 人: some of them.
      const noun =
        last !== undefined && /^\s*的/.test(near) && near.length === token.start - last.end
          ? `${last.printed}${last.unit}的${phrase.noun}`
          : phrase.noun
      mentions.push({
        ...token,
        ...phrase,
        noun,
        name: nameOf(noun, synonyms),
        lead,
        tail,
        index,
        sentence,
        place: {
          ...(block.page === undefined ? {} : { page: block.page }),
          paragraph: block.paragraph,
          text: passage(text, token.start, token.end),
        },
      })
    })
    sentences.push(sentence)
  }
}

/** 国家级精品课程 10 门、市级 41 门: the second says only its level, and means the same thing. */
function inherit(phrase: Phrase, before: readonly Mention[], isListed: boolean): Phrase {
  const last = before.at(-1)
  // 新增国务院特殊津贴 1 人、全国技术能手 6 人: both are new.
  if (last?.isNew && !phrase.isNew && isListed) return inherit({ ...phrase, isNew: true }, before, false)
  if (!last || !/^(国家|省部?|省市|市|校|院|地市)级$/.test(phrase.noun)) return phrase
  const head = last.noun.replace(/(国家|省部?|省市|市|校|院|地市)级/g, '')
  return { ...phrase, noun: `${phrase.noun}${head}`, isNew: phrase.isNew || last.isNew }
}

/** The clause in front of a number; a bracket between the two says more of the same thing: 专任教师（含兼职）386 人. */
function leadBefore(text: string, tokens: readonly NumberToken[], start: number): string {
  const leastAt = (at: number): number => tokens.findLast(({ end }) => end <= at)?.end ?? 0
  const near = text.slice(boundaryBefore(text, start, leastAt(start)), start)
  const bracket = near.trim() === '' ? /[（(][^（()）]{1,24}[)）]\s*$/.exec(text.slice(0, start)) : null
  return bracket ? text.slice(boundaryBefore(text, bracket.index, leastAt(bracket.index)), bracket.index) : near
}

const STOPS = /[，。；：、！？,;:()（）【】》[\]\n]/

const BROAD_STOPS = /[，。；：！？,;:()（）【】》[\]\n]/

function boundaryBefore(text: string, start: number, least: number, stops = STOPS): number {
  for (let at = start - 1; at >= least; at -= 1) if (stops.test(text[at]!)) return at + 1
  return least
}

function boundaryAfter(text: string, end: number, most: number): number {
  for (let at = end; at < most; at += 1) if (STOPS.test(text[at]!)) return at
  return most
}

/** 全国共有幼儿园 26.67 万所…, 小学阶段招生…: in a bulletin each paragraph tells of the kind of school it begins with. */
const KIND_OF_SCHOOL =
  /^(?:20\d{2}\s*年，?)?(?:全[国省市区县]|本[省市])?(?:共?有)?(学前教育|幼儿园|义务教育|普通小学|小学|普通初中|初中|高中阶段|普通高中|中等职业|高等职业|职业高中|成人|特殊教育|普通高等|高等教育|普通本科|高职|研究生|民办)/

/** 汽车学院…, 专业群建成…: a sentence that begins with a part of the college speaks of that part. Null: it does not say. */
function partIn(sentence: string, isBulletin: boolean): string | null {
  const start = sentence.replace(/^\s*([①-⑳]|[一二三四五六七八九十]是|[（(]\d+[)）]|\d+[.、])/, '').slice(0, 26)
  if (/^(学校|我校|全校|本校|20\d{2}\s*年，?学校)(?![\u4e00-\u9fff与和]{2,10}(学院|系)(?!统))/.test(start)) return ''
  // 全市有中等职业学校 24 所，在校生 …: a bulletin speaks of one kind of school after the other.
  const kind =
    (isBulletin ? KIND_OF_SCHOOL.exec(start)?.[1] : undefined) ??
    /^(?:20\d{2}\s*年，?)?(?:全[国省市区县]|本[省市])?(?:共?有)?(各级各类|中等职业|高等职业|普通高等|普通高中|技工|成人高等)(?:学历)?(?:学校|院校|教育)/.exec(
      start,
    )?.[1]
  if (kind) return kind
  const named = /^(?:学校)?([\u4e00-\u9fff与和]{2,12}?(?:学院|工作部|教学部|研究院|(?<![体关联])系(?![统列数])))/.exec(
    start,
  )?.[1]
  // 示例职业技术学院 is the college itself, 产业学院 a thing that is counted.
  if (named && !/职业|大学|高等|专科|技师|我院|本院|各|二级|产业学院$|^(该|本|全)/.test(named)) return named
  return /^(专业群|产业学院|图书馆|老年大学|附属)/.exec(start)?.[1] ?? null
}

const YEARS = /(20\d{2})\s*[-—–~～至]\s*(20\d{2}|\d{2})(?=\s*(年|学年))|(20\d{2})\s*(?=年|届|级|学年)/g

function yearsIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(YEARS)].map((m) => (m[1] ? `${m[1]}-${m[2]!.length === 2 ? `20${m[2]}` : m[2]}` : m[4]!)),
    ),
  ]
}

function passage(text: string, start: number, end: number): string {
  const from = Math.max(0, start - 24)
  const to = Math.min(text.length, end + 12)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
}

/** The words that open the document: what they name is all of it. */
const titleOf = ({ blocks, name }: AuditDocument): string =>
  [name, ...blocks.slice(0, 3).flatMap((block) => (block.kind === 'table' ? [] : [block.text]))].join(' ')

function yearOf(document: AuditDocument): number | null {
  for (const block of document.blocks.slice(0, 30)) {
    if (block.kind === 'table') continue
    const year = /[（(]?\s*(20\d{2})\s*(年度?)?\s*[)）]?/.exec(block.text)?.[1]
    if (year && /报告|年报|report/i.test(block.text) && block.text.length < 60) return Number(year)
  }
  const heads = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows
          .slice(0, 2)
          .flatMap((row) =>
            row.cells.flatMap((cell) => /^(20\d{2})\s*(年度?|学年|届)?$/.exec(cell.text.trim())?.[1] ?? []),
          )
      : [],
  )
  const counts = new Map<string, number>()
  for (const block of document.blocks)
    if (block.kind === 'paragraph')
      for (const match of block.text.matchAll(/(20\d{2})\s*年/g))
        counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  // A file of tables says its year in their heads.
  return best ? Number(best[0]) : heads.length > 0 ? Math.max(...heads.map(Number)) : null
}

export type { Figure, Sheet }
