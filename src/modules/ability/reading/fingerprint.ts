import { createHash } from 'node:crypto'
import type { Clause } from '../understanding/clauses.ts'

/** So many of the longest clauses stand for a text; the rest may change from posting to posting. */
const TELLING = 8
const NOT_LETTERS = /[^a-z\u4e00-\u9fff]/g
/** What differs between postings of one job: places and figures are gone with digits and this. */
const PLACE = /[\u4e00-\u9fff]{2,4}(?:省|市|区|县)/g

/**
 * The same for the same job posted again: in another city, with another date, with other benefits. Told by the firm, the
 * title without brackets and places, and the longest clauses of duties and requirements in any order.
 * @param clauses of the cleaned text
 */
export function fingerprintOf(title: string, company: string, clauses: readonly Clause[]): string {
  const told = clauses
    .filter(({ section }) => section !== 'benefits' && section !== 'site' && section !== 'about')
    .map(({ words }) => plain(words))
    .filter((words) => words.length >= 6)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, TELLING)
    .toSorted()
  const name = plain(
    title
      .toLowerCase()
      .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
      .split(/[-—_|]/)[0]!,
  )
  // Without a text worth the name, only the same firm asking for the same title again is the same job.
  const whole = told.length >= 3 ? [name, ...told] : [name, company, ...told]
  return createHash('sha256').update(whole.join('\n')).digest('hex').slice(0, 32)
}

const plain = (words: string) => words.replace(PLACE, '').replace(NOT_LETTERS, '')
