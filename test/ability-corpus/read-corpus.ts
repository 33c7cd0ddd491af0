import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Advertisement } from '../../src/modules/ability/index.ts'
import { csvRows } from './csv-rows.ts'

/** What a person read in one advertisement; see README.md for the rules. */
export interface Labelled {
  readonly advertisement: Advertisement
  readonly half: 'tuned' | 'kept'
  readonly hard: readonly { surface: string; required: boolean }[]
  readonly soft: readonly { surface: string; required: boolean }[]
  /** Small class, three levels. */
  readonly occupation: string
  readonly facts: Readonly<Record<FactName, string>>
}
export const FACT_NAMES = ['city', 'education', 'years', 'pay'] as const
export type FactName = (typeof FACT_NAMES)[number]

const here = import.meta.dirname

/** The made-up advertisements with their labels. */
export function readMade(): Labelled[] {
  const texts = new Map(
    readFileSync(path.join(here, 'made.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Advertisement)
      .map((one) => [one.id, one]),
  )
  return readLabels('made.tsv', (id) => texts.get(id)!)
}

/** The real ones; undefined where the folder `ABILITY_DATA` names does not hold them. */
export function readReal(folder: string | undefined): Labelled[] | undefined {
  if (folder === undefined || !existsSync(path.join(folder, 'ads-2022-it.csv'))) return undefined
  const file = (name: string) => csvRows(readFileSync(path.join(folder, name), 'utf8'))
  const y22 = new Map(file('ads-2022-it.csv').map((row) => [row['id']!, row]))
  const y21 = file('ads-2021-all-industries.csv')
  const y23 = file('ads-2023-tags.csv')
  return readLabels('labels.tsv', (id) => {
    const at = Number(id.slice(4))
    const one = id.startsWith('J21') ? y21[at]! : id.startsWith('J23') ? y23[at]! : y22.get(id)!
    const text = id.startsWith('J21')
      ? [one['providesalary_text'], one['attribute_text'], one['jobwelf']]
      : id.startsWith('J23')
        ? [one['salary'], one['area'], one['workYear'], one['degree'], one['tags']]
        : [one['requirement']]
    return { id, title: (one['job_name'] ?? one['jobName'] ?? one['job_title'])!, text: text.join(' ') }
  })
}

function readLabels(name: string, find: (id: string) => Advertisement): Labelled[] {
  const [, ...rows] = readFileSync(path.join(here, name), 'utf8').trim().split('\n')
  return rows.map((row, at) => {
    const [id, hard, soft, occupation, city, education, years, pay] = row.split('\t')
    return {
      advertisement: find(id!),
      half: at % 2 === 0 ? 'tuned' : 'kept',
      hard: words(hard),
      soft: words(soft),
      occupation: occupation!,
      facts: { city: city ?? '', education: education ?? '', years: years ?? '', pay: pay ?? '' },
    }
  })
}

const words = (list: string | undefined) =>
  (list ?? '')
    .split(';')
    .filter(Boolean)
    .map((word) => ({ surface: word.replace(/\?$/, ''), required: !word.endsWith('?') }))
