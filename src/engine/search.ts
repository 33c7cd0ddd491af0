import { type RawBuilder, sql } from 'kysely'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import type { AnyRegister } from '../language/register.ts'
import type { Values } from './records/stored.ts'

let jieba: Jieba | undefined
const cutter = () => (jieba ??= Jieba.withDict(dict))

const SEARCHED = new Set(['text', 'long-text', 'phone'])

/** Words already cut: columns repeat their texts (names of majors, firms, kinds), and cutting costs more than looking up. */
const cut = new Map<string, readonly string[]>()
const CUT_KEPT = 20_000
const CUT_LONGEST = 60

/** Words of a text as the index keeps them: Chinese cut by dictionary, everything lower-cased. */
export function wordsOf(text: string): readonly string[] {
  if (text.length > CUT_LONGEST) return cutWords(text)
  const known = cut.get(text)
  if (known) return known
  const words = cutWords(text)
  if (cut.size >= CUT_KEPT) cut.clear()
  cut.set(text, words)
  return words
}

/** Longer ones are no words: PostgreSQL takes 2 kB at most. */
const LONGEST_WORD = 80

function cutWords(text: string): string[] {
  const pieces = /[\u3400-\u9fff]/.test(text) ? cutter().cutForSearch(text, true) : [text]
  // Letters and digits alone: "T-01" is found by either half, and no word holds a blank, for they travel with blanks between.
  return pieces
    .flatMap((piece) => piece.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD))
}

/** What is searchable of a record: its texts, none that only some roles may read. */
export function searchText(register: AnyRegister, values: Values): string {
  const words: string[] = []
  for (const [name, field] of Object.entries(register.fields)) {
    const value = values[name]
    if (typeof value === 'string' && SEARCHED.has(field.kind) && !field.readableBy) {
      words.push(...wordsOf(value))
      // Single characters too: a person's name is looked for by any part of it.
      if (value.length <= 12) for (const c of value) if (/[\u3400-\u9fff]/.test(c)) words.push(c)
    }
  }
  return [...new Set(words)].join(' ').slice(0, 20_000).trim()
}

/** The text of `searchText` as what is indexed: its words are words already, and need no parser of PostgreSQL's. */
export const searchVector = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array_to_tsvector(string_to_array(${text}, ' '))`

/** A person's query as a tsquery text: all words, the last may be unfinished. Empty when nothing can be looked for. */
export function queryText(query: string): string {
  const words = [...new Set(wordsOf(query))].slice(0, 12)
  return words
    .map((w, i) => `'${w.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${i === words.length - 1 ? ':*' : ''}`)
    .join(' & ')
}
