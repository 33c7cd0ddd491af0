import type { EnglishNumber } from './english-numbers.ts'

/** What English figures may be compared: money with money, areas with areas. */
export type Measure = 'money' | 'area' | 'time' | 'things'

const CURRENCY = /^\s*(?:yuan|dollars?|euros?|pounds?|francs?|RMB|CNY|USD|EUR|GBP)\b/i
const CURRENCY_BEFORE = /(?:[$€£¥]|\b(?:RMB|CNY|USD|EUR|GBP))\s*$/i
/** 2.4 million visitors are people; 21.8 million from companies is money. */
const COUNTED = /^\s+(?!yuan|dollars|euros|pounds)[a-z-]+s\b/i

/** What a figure measures, by the words beside it. */
export function measureOf(text: string, { start, end, scale }: EnglishNumber): Measure {
  const behind = text.slice(end, end + 24)
  if (CURRENCY.test(behind) || CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start))) return 'money'
  if (/^\s*(?:square|m²|m2|hectares?|acres?|ha)\b/i.test(behind)) return 'area'
  if (/^\s*(?:hours?|days?|weeks?|months?|minutes?)\b/i.test(behind)) return 'time'
  return scale >= 1e6 && !COUNTED.test(behind) ? 'money' : 'things'
}

const SAME: Readonly<Record<string, string>> = {
  respond: 'respondent',
  responded: 'respondent',
  replied: 'respondent',
  reply: 'respondent',
  response: 'respondent',
  revenue: 'income',
  spending: 'expenditure',
  expense: 'expenditure',
  employee: 'staff',
  workforce: 'staff',
  leaver: 'graduate',
  body: 'student',
  person: 'people',
}

/** teachers → teacher, libraries → library; words that mean the same become one. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/, '')
  const stem = plain.endsWith('ies')
    ? plain.replace(/ies$/, 'y')
    : /(?:ss|x|z|ch|sh)es$/.test(plain)
      ? plain.slice(0, -2)
      : /[^su]s$/.test(plain)
        ? plain.slice(0, -1)
        : plain
  return SAME[stem] ?? stem
}

const NO_NOUN =
  /^(?:of|in|at|for|from|with|by|on|were|was|are|is|be|been|had|have|has|who|whom|which|that|and|or|to|as|than|per|worth|a|an|the|this|these|those|its|our|their|all|more|less|fewer|million|billion|thousand|yuan|dollars?|euros?|pounds?|out|up|down|over|under|during|while|but|not|said|held|hold|found|went|took|came|did|will|would|can|each|every|respectively|members?)$/i

/** The words of a phrase that name something, as stems, up to the first that does not. */
export function namesIn(phrase: string): string[] {
  const names: string[] = []
  for (const word of phrase.match(/[A-Za-z][A-Za-z'’-]*/g) ?? []) {
    if (NO_NOUN.test(word)) {
      if (names.length > 0) break
      continue
    }
    names.push(stemOf(word))
    if (names.length >= 4) break
  }
  return names
}

const SAID_OF =
  /([A-Za-z][A-Za-z'’ -]{2,48}?)\s+(?:was|were|is|are|came to|amounted to|amounts to|totall?ed|totals?|reached|stood at|of|rose to|fell to|grew to|increased to|numbered|numbers?|averaged|comprised?)\s*(?:only |a total of )?(?:[$€£¥]|RMB |CNY )?\s*$/i

/** What a figure counts: "248320 printed books" → printed, book; "annual income was 164.2 million yuan" → annual, income. */
export function countedBy(text: string, { start, end }: EnglishNumber, measure: Measure): string[] {
  const clause = /^[^,.;:()]*/.exec(text.slice(end))![0]
  const behind =
    measure === 'things' && /^\s+[A-Za-z]/.test(clause) ? namesIn(/^(?:\s+[A-Za-z'’-]+){0,4}/.exec(clause)![0]) : []
  if (
    behind.length > 0 &&
    !/^\s+(?:of|in|at|for|from|with|were|was|are|had|have|who|and|more|less|fewer)\b/i.test(clause)
  )
    return behind
  const before =
    SAID_OF.exec(
      text
        .slice(0, start)
        .split(/[,.;:(]\s/)
        .at(-1)!,
    )?.[1] ?? ''
  return namesIn(
    before
      .replace(/^\s*(?:in \d{4},?|the|a|total|annual|overall|its|our|their)\s+/i, '')
      .split(/ of | from | for /)[0]!,
  )
}
