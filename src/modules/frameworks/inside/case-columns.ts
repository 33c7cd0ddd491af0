import { isMembers, type Members } from './case-json.ts'

/**
 * What our registers show of a CASE object. A column is made of a member by `read`; a column that says something else
 * than its member would is written back by `write`, and every other member stays as it came: nothing is lost.
 */
interface Rule {
  readonly column: string
  readonly member: string
  readonly read: (members: Members) => unknown
  readonly write: (value: unknown, members: Members) => unknown
}

export type Columns = Readonly<Record<string, unknown>>

/** As the field's own rule would keep it: composed, without control characters, trimmed, cut to what fits. */
function plain(value: unknown, maxLength: number, controls: RegExp, by: string): string | null {
  if (typeof value !== 'string') return null
  const text = [...value.toWellFormed().replace(controls, by).normalize('NFC').trim()]
    .slice(0, maxLength)
    .join('')
    .trim()
  return text === '' ? null : text
}
/** One line. */
export const lineOf = (value: unknown, maxLength: number): string | null =>
  plain(value, maxLength, /[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
/** Several lines. */
export const linesOf = (value: unknown, maxLength: number): string | null =>
  plain(typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value, maxLength, /[^\P{Cc}\n\t]/gu, '')

const DAY = /^\d{4}-\d{2}-\d{2}/
/** The day of a CASE date; null when it is none. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || !DAY.test(value)) return null
  const day = value.slice(0, 10)
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day
}

const MOST_ORDER = 1_000_000
const orderOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_ORDER ? value : null

const same = (value: unknown) => value
const line = (column: string, member: string, maxLength: number): Rule => ({
  column,
  member,
  read: (members) => lineOf(members[member], maxLength),
  write: same,
})
const lines = (column: string, member: string): Rule => ({
  column,
  member,
  read: (members) => linesOf(members[member], 20_000),
  write: same,
})
const day = (column: string, member: string): Rule => ({
  column,
  member,
  read: (members) => dayOf(members[member]),
  write: same,
})

type Words = Readonly<Record<string, readonly [written: string, ...others: string[]]>>
/** A choice by the words that others write for it; what no word says is `other` and stays as it came. */
function word(column: string, member: string, words: Words): Rule {
  const known = new Map(
    Object.entries(words).flatMap(([value, all]) => all.map((text) => [text.toLowerCase(), value] as const)),
  )
  return {
    column,
    member,
    read: (members) => known.get(lineOf(members[member], 100)?.toLowerCase() ?? '') ?? 'other',
    write: (value) => words[String(value)]?.[0] ?? null,
  }
}

const FRAMEWORK_KINDS: Words = {
  levels: ['Qualifications Framework', 'Levels', '资历等级', '资历框架'],
  competency: ['Competency Standard', 'Competency Framework', '行业能力标准', '能力标准'],
  certificate: ['Certificate Standard', '证书标准'],
}
const ITEM_KINDS: Words = {
  level: ['Level', '等级'],
  descriptor: ['Descriptor', 'Level Descriptor', '等级描述'],
  standard: ['Standard', '能力标准'],
  unit: ['Unit', 'Competency Unit', 'Unit of Competency', '能力单元'],
  outcome: ['Learning Outcome', 'Outcome', 'Performance Criterion', '学习成果'],
}
const LINK_KINDS: Words = Object.fromEntries(
  [
    'isChildOf',
    'isPartOf',
    'isPeerOf',
    'exactMatchOf',
    'isRelatedTo',
    'precedes',
    'replacedBy',
    'exemplar',
    'hasSkillLevel',
    'isTranslationOf',
  ].map((kind) => [kind, [kind]]),
)
const STATES: Words = { draft: ['Draft', 'Private Draft'], adopted: ['Adopted'], deprecated: ['Deprecated'] }

export const documentRules: readonly Rule[] = [
  line('number', 'identifier', 100),
  {
    column: 'edition',
    member: 'version',
    read: ({ version }) => lineOf(version, 60) ?? '1',
    write: same,
  },
  line('name', 'title', 200),
  word('kind', 'frameworkType', FRAMEWORK_KINDS),
  line('issuer', 'creator', 200),
  {
    column: 'industry',
    member: 'subject',
    read: ({ subject }) => (Array.isArray(subject) ? lineOf(subject[0], 100) : null),
    write: (value, { subject }) => {
      const rest = Array.isArray(subject) ? (subject as readonly unknown[]).slice(1) : []
      return value === null ? (rest.length > 0 ? rest : null) : [value, ...rest]
    },
  },
  day('from', 'statusStartDate'),
  day('until', 'statusEndDate'),
  lines('description', 'description'),
  {
    column: 'state',
    member: 'adoptionStatus',
    read: (members) => {
      const state = word('state', 'adoptionStatus', STATES).read(members)
      return state === 'other' ? 'draft' : state
    },
    write: (value) => STATES[String(value)]?.[0],
  },
]

export const itemRules: readonly Rule[] = [
  line('number', 'identifier', 100),
  line('code', 'humanCodingScheme', 100),
  word('kind', 'CFItemType', ITEM_KINDS),
  lines('statement', 'fullStatement'),
  lines('notes', 'notes'),
]

const linkRules: readonly Rule[] = [
  line('number', 'identifier', 100),
  {
    column: 'kind',
    member: 'associationType',
    read: ({ associationType }) =>
      typeof associationType === 'string' && Object.hasOwn(LINK_KINDS, associationType) ? associationType : 'other',
    write: (value) => (value === 'other' ? 'ext:other' : value),
  },
  { column: 'order', member: 'sequenceNumber', read: ({ sequenceNumber }) => orderOf(sequenceNumber), write: same },
  lines('notes', 'notes'),
]

/** What a crosswalk shows of a CASE association, without its two ends. */
export const associationRules = linkRules
/** What a place in the tree shows of a CASE association: the order among those of one parent. */
export const placeRules: readonly Rule[] = linkRules.filter(({ column }) => column === 'order')

export const columnsOf = (rules: readonly Rule[], members: Members): Record<string, unknown> =>
  Object.fromEntries(rules.map(({ column, read }) => [column, read(members)]))

/** The members with what the columns say otherwise; the same object when they say nothing else. */
export function overlaid(rules: readonly Rule[], members: Members, columns: Columns): Members {
  let result = members
  for (const { column, member, read, write } of rules) {
    const value = columns[column] ?? null
    if (read(members) === value) continue
    const written = write(value, members)
    const { [member]: _before, ...rest } = result
    result = written === null || written === undefined ? rest : { ...result, [member]: written }
  }
  return result
}

/** One end of an association. */
export interface Node {
  readonly identifier: string | null
  readonly address: string | null
}
export function nodeOf(value: unknown): Node {
  if (!isMembers(value)) return { identifier: null, address: null }
  const identifier = lineOf(value['identifier'], 100)
  return { identifier, address: lineOf(value['uri'], 500) ?? identifier }
}
