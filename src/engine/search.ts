import { type RawBuilder, sql } from 'kysely'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { AnyRegister } from '../language/register.ts'
import type { Values } from './records/stored.ts'

let jieba: Jieba | undefined
const cutter = () => (jieba ??= Jieba.withDict(dict))

const SEARCHED = new Set(['text', 'long-text', 'phone'])

/** Longer ones are no words: PostgreSQL takes 2 kB at most. */
const LONGEST_WORD = 80

/** Words of a text as the index keeps them: Chinese cut by dictionary, everything lower-cased. */
export function wordsOf(text: string): readonly string[] {
  const pieces = /[\u3400-\u9fff]/.test(text) ? cutter().cutForSearch(text, true) : [text]
  // Letters and digits alone: "T-01" is found by either half, and no word holds a blank, for they travel with blanks between.
  return pieces
    .flatMap((piece) => piece.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD))
}

/** Words of one character that say nothing by themselves. */
const EMPTY_WORDS = new Set('的了是在和与或就都也很把被给让对从到着过吗呢吧啊之其这那有我你他她它们个')

/** The words of a short text as people read them, each once: nothing overlaps, what says nothing is left out. */
export const cutWords = (text: string): readonly string[] => [
  ...new Set(
    cutter()
      .cut(text.toLowerCase(), true)
      .filter((word) => /[\p{L}\p{N}]/u.test(word) && !EMPTY_WORDS.has(word)),
  ),
]

/** Texts already cut: columns repeat them (names of majors, firms, kinds), and cutting costs more than looking up. */
const cut = new Map<string, string>()
const CUT_KEPT = 20_000
const CUT_LONGEST = 60

/** What is searchable of one text: its words with blanks between. */
function searchable(text: string): string {
  // A code is one word, and hardly comes twice.
  if (/^[a-zA-Z0-9]+$/.test(text)) return text.toLowerCase().slice(0, LONGEST_WORD)
  const known = cut.get(text)
  if (known !== undefined) return known
  const words = new Set(wordsOf(text))
  // Single characters too: a person's name is looked for by any part of it.
  if (text.length <= 12) for (const c of text) if (/[\u3400-\u9fff]/.test(c)) words.add(c)
  const joined = [...words].join(' ')
  if (text.length > CUT_LONGEST) return joined
  if (cut.size >= CUT_KEPT) cut.clear()
  cut.set(text, joined)
  return joined
}

/**
 * What every word of a college begins with in the index, which holds the words of all colleges: a common word would cost
 * each of them more with every other one. Where two begin alike, each only finds its own a little later.
 * As in migration 0016.
 */
const markOf = (collegeId: string) => collegeId.slice(-4)

const MOST_SEARCHED = 20_000

/** What is searchable of a college's record: its texts, none that only some roles may read. A word may come more than once. */
export function searchText(collegeId: string, register: AnyRegister, values: Values): string {
  let words = ''
  for (const name in register.fields) {
    const field = register.fields[name]!
    const value = values[name]
    if (typeof value !== 'string' || !SEARCHED.has(field.kind) || field.readableBy) continue
    const more = searchable(value)
    if (more !== '') words += words === '' ? more : ` ${more}`
  }
  if (words === '') return ''
  if (words.length > MOST_SEARCHED) words = [...new Set(words.split(' '))].join(' ').slice(0, MOST_SEARCHED).trim()
  const mark = markOf(collegeId)
  return mark + words.replaceAll(' ', ` ${mark}`)
}

/** The text of `searchText` as what is indexed: its words are words already, and need no parser of PostgreSQL's. */
export const searchVector = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array_to_tsvector(string_to_array(${text}, ' '))`

/** A person's query in a college as a tsquery text: all words, the last may be unfinished. Empty when nothing can be looked for. */
export function queryText(collegeId: string, query: string): string {
  const mark = markOf(collegeId)
  const words = [...new Set(wordsOf(query))].slice(0, 12)
  return words
    .map((w, i) => `'${mark}${w.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${i === words.length - 1 ? ':*' : ''}`)
    .join(' & ')
}
