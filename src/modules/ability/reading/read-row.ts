import type { Facts, FoundSkill, OccupationGuess } from '../advertisement.ts'
import { cutAdvertisement, readCut } from '../read-advertisement.ts'
import { cleanText } from '../understanding/clean-text.ts'
import { findYears } from '../understanding/experience.ts'
import type { Dictionary } from '../understanding/find-skills.ts'
import { findPay } from '../understanding/pay.ts'
import { findPlace } from '../understanding/place.ts'
import { findSchooling } from '../understanding/schooling.ts'
import type { ColumnKind, Columns } from './columns.ts'
import type { FileRow } from './file-rows.ts'
import { fingerprintOf } from './fingerprint.ts'
import { industryOf } from './industry.ts'
import { stripContacts } from './strip-contacts.ts'

/** What can be wrong with a row; `empty` rows are not kept, the others are, without the value. */
export const ROW_PROBLEMS = [
  'empty',
  'no-date',
  'future-date',
  'unreadable-pay',
  'no-place',
  'no-occupation',
  'unread-industry',
] as const
export type RowProblem = (typeof ROW_PROBLEMS)[number]

export interface ReadRow {
  readonly number: number
  readonly title: string
  readonly company: string
  readonly body: string
  readonly fingerprint: string
  /** ISO date; null where none is said that can be believed. */
  readonly postedOn: string | null
  readonly skills: readonly FoundSkill[]
  readonly occupations: readonly OccupationGuess[]
  /** Code of GB/T 4754 with the letter of its section; '' where none is said. */
  readonly industry: string
  readonly facts: Pick<Facts, 'cityCode' | 'educationMin' | 'yearsMin' | 'yearsMax' | 'salaryMin' | 'salaryMax'>
}

/**
 * Reads one row of a file. What a column says outweighs what the text says; contact data goes before anything is kept.
 * @param today ISO date: later ones are not believed
 * @param dictionary the college's own; the shipped one when left out
 */
export function readRow(
  headers: readonly string[],
  columns: Columns,
  row: FileRow,
  today: string,
  dictionary?: Dictionary,
): { readonly read?: ReadRow; readonly problems: readonly RowProblem[] } {
  const cell = (kind: ColumnKind): string =>
    (columns[kind] ?? [])
      .map((header) => row.cells[headers.indexOf(header)] ?? '')
      .filter((value) => value.trim() !== '')
      .join('\n')
  const title = stripContacts(cell('title')).trim().slice(0, 500)
  const tags = cell('tags').replace(/[[\]'"]/g, ' ')
  const body = stripContacts([cell('text'), tags].filter((part) => part.trim() !== '').join('\n')).slice(0, 60_000)
  if (title === '' && body.trim() === '') return { problems: ['empty'] }
  const problems: RowProblem[] = []
  const company = cell('company').trim().slice(0, 200)
  const cut = cutAdvertisement({ id: String(row.number), title, text: body })
  const read = readCut(cut, dictionary)

  const pay = payOf(cell('payMin'), cell('payMax'), cell('pay'))
  if (pay === 'unreadable' || (pay === undefined && read.facts.isPayUnreadable)) problems.push('unreadable-pay')
  const paid = typeof pay === 'object' ? pay : { min: read.facts.salaryMin, max: read.facts.salaryMax }
  const city = findPlace(cleanText(cell('place')))?.city.code ?? read.facts.cityCode
  if (city === null) problems.push('no-place')
  const schooling = findSchooling(cleanText(cell('education')))?.level ?? read.facts.educationMin
  const years = findYears(cleanText(cell('experience')))
  if (read.occupations.length === 0) problems.push('no-occupation')
  const industry = industryOf(cell('industry'))
  if (industry === null) problems.push('unread-industry')
  const date = dateOf(cell('date'), today)
  if (typeof date !== 'object') problems.push(date)

  return {
    problems,
    read: {
      number: row.number,
      title,
      company,
      body,
      fingerprint: fingerprintOf(cut.cleanTitle, company, cut.clauses),
      postedOn: typeof date === 'object' ? date.on : null,
      skills: read.skills.filter(({ negated }) => !negated),
      occupations: read.occupations,
      industry: industry ?? '',
      facts: {
        cityCode: city,
        educationMin: schooling,
        yearsMin: years?.min ?? read.facts.yearsMin,
        yearsMax: years === undefined ? read.facts.yearsMax : years.max,
        salaryMin: paid.min,
        salaryMax: paid.max,
      },
    },
  }
}

function payOf(
  low: string,
  high: string,
  words: string,
): { min: number | null; max: number | null } | 'unreadable' | undefined {
  const said =
    low !== '' && high !== '' ? `薪资：${Number(low)}-${Number(high)}元/月` : words === '' ? '' : `薪资：${words}`
  if (said === '') return undefined
  const { pay, isUnreadable } = findPay(cleanText(said))
  return pay ?? (isUnreadable ? 'unreadable' : undefined)
}

/** 2023-12-12, 2023/12/12 09:22, 2023年12月12日; 10-14 has no year and dates nothing. */
function dateOf(words: string, today: string): { on: string } | 'no-date' | 'future-date' {
  const match = /(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(words)
  if (match === null) return 'no-date'
  const [, year, month, day] = match
  const on = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const time = Date.parse(`${on}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== on) return 'no-date'
  return on > today ? 'future-date' : { on }
}
