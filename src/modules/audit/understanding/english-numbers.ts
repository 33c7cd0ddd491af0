import { Exact } from '../../../engine/indicators/exact.ts'

/** A number of an English sentence. */
export interface EnglishNumber {
  readonly start: number
  /** Behind the number, its scale and its per cent sign. */
  readonly end: number
  readonly printed: string
  /** With million and billion multiplied out. */
  readonly value: Exact
  /** One unit of the last digit printed, multiplied out. */
  readonly step: Exact
  readonly isPercent: boolean
  readonly scale: number
  /** The words behind it, in small letters, up to the next sign or number: "full-time teachers". */
  readonly noun: string
  /** About, nearly, more than …: no figure to compute with. */
  readonly isRough: boolean
}

const SCALE: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }
const NUMBER =
  /(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/]|[.,]\d|-\d)\s*(thousand|million|billion)?\s*(%|per cent|percent)?/g
const ROUGH =
  /(?:about|around|nearly|almost|approximately|roughly|some|more than|over|at least|up to|between|fewer than|less than|under|and)\s*$/i
const MONTH = /^\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/
/** Years, days, numbers of tables and telephones are no figures. */
const NAME_BEFORE = /(?:table|figure|chapter|section|no\.|number|telephone|tel\.?|grade|level|version|\+\d*)\s*$/i

/** "Of the 2036 graduates": no year of today's reports is followed by a plural, but for "the 2023 figures". */
const isCounted = (after: string, before: string, printed: string): boolean =>
  /^\s+(?:full-time |new )?(?:people|students|graduates|teachers|women|men|[a-z]+ers|participants|volumes)\b/.test(
    after,
  ) &&
  (Number(printed) > LAST_YEAR || !/\b(?:in|by|of|since|until|from|class of)\s*$/i.test(before))

/** "…, 1948 had found work": a number that acts is a count of people. */
const isActing = (after: string, before: string): boolean =>
  /^\s+(?:had|have|found|went|replied|signed|started|passed|returned)\b/.test(after) &&
  /(?:^|,|(?:January|February|March|April|May|June|July|August|September|October|November|December))\s*$/.test(before)

const LAST_YEAR = 2030

/** Figures of an English text, in their order. */
export function englishNumbers(text: string): EnglishNumber[] {
  const numbers: EnglishNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits, decimals = '', scaleWord = '', percent = ''] = match
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const printed = `${digits}${decimals}`
    const end = match.index + whole.trimEnd().length
    const isYear =
      /^(19|20)\d{2}$/.test(printed) &&
      percent === '' &&
      scaleWord === '' &&
      !isCounted(text.slice(end), before, printed) &&
      !isActing(text.slice(end), before)
    if (isYear || NAME_BEFORE.test(before) || MONTH.test(text.slice(end))) continue
    const scale = SCALE[scaleWord] ?? 1
    numbers.push({
      start: match.index,
      end,
      printed: percent === '' ? printed : `${printed}%`,
      value: new Exact(printed.replaceAll(',', '')).times(scale),
      step: new Exact(10).pow(-Math.max(0, decimals.length - 1)).times(scale),
      isPercent: percent !== '',
      scale,
      noun: /^\s*([A-Za-z][A-Za-z -]*)/.exec(text.slice(end))?.[1]?.trim().toLowerCase() ?? '',
      // "and" is rough only in "between a and b".
      isRough: /\band\s*$/i.test(before)
        ? /between\s+[\d,.]+\s*(?:thousand|million|billion|%)?\s*and\s*$/i.test(text.slice(0, match.index))
        : ROUGH.test(before),
    })
  }
  return numbers
}

/** A sentence may begin with a figure (214 held a doctorate); No. 5 and Fig. 3 end none. */
const SENTENCE_END = /(?<=[.;!?])(?<!\b(?:No|Nos|Fig|Vol|ca|approx)\.)\s+(?=[A-Z]|\d[\d,.]* [a-z])/g

/** Whether a paragraph is English, and its sentences with where they begin. */
export function englishSentences(paragraph: string): { text: string; offset: number }[] {
  const letters = paragraph.match(/[A-Za-z]/g)?.length ?? 0
  const signs = paragraph.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  if (letters < 20 || signs * 4 > letters) return []
  const sentences: { text: string; offset: number }[] = []
  let offset = 0
  for (const end of [...paragraph.matchAll(SENTENCE_END)].map((match) => match.index).concat(paragraph.length)) {
    sentences.push({ text: paragraph.slice(offset, end), offset })
    offset = end
  }
  return sentences
}
