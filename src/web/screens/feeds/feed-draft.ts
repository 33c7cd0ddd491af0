import type { FeedPaging, FeedSettings, FeedSource, HttpSource, WireFeedColumn } from '../../../language/wire-feeds.ts'

/** What stands in the form while a feed is being set up. */
export interface FeedDraft extends FeedSettings {
  /** Empty: as it is kept. */
  readonly secret: string
}

const PORTS = { postgres: 5432, mysql: 3306 } as const

/** A source of a kind with nothing entered yet. */
export function emptySource(kind: FeedSource['kind']): FeedSource {
  switch (kind) {
    case 'postgres':
    case 'mysql':
      return { kind, host: '', port: PORTS[kind], database: '', user: '', tls: 'none', from: '' }
    case 'http':
      return { kind, url: '', signIn: { by: 'bearer' }, path: '', paging: emptyPaging('page') }
    case 'folder':
      return { kind, folder: '' }
  }
}

export function emptyPaging(by: FeedPaging['by']): FeedPaging {
  switch (by) {
    case 'none':
      return { by }
    case 'page':
      return { by, parameter: 'page', first: 1, sizeParameter: 'size', size: 500 }
    case 'offset':
      return { by, parameter: 'offset', sizeParameter: 'limit', size: 500 }
    case 'cursor':
      return { by, parameter: 'cursor', path: 'next' }
  }
}

export function emptySignIn(by: HttpSource['signIn']['by']): HttpSource['signIn'] {
  if (by === 'basic') return { by, user: '' }
  return by === 'header' ? { by, header: 'X-Token' } : { by }
}

export const emptyDraft = (register: string): FeedDraft => ({
  name: '',
  register,
  source: emptySource('postgres'),
  mapping: [],
  mode: 'all',
  changedColumn: null,
  vanished: 'nothing',
  cron: '30 1 * * *',
  enabled: true,
  secret: '',
})

/** The mapping that the columns of a source suggest, under what was chosen before. */
export function suggestedMapping(
  before: FeedSettings['mapping'],
  columns: readonly WireFeedColumn[],
): FeedSettings['mapping'] {
  const there = new Set(columns.map(({ column }) => column))
  const kept = before.filter(({ column }) => there.has(column))
  if (kept.length > 0) return kept
  return columns.flatMap(({ column, field, values }) =>
    field === null ? [] : [{ column, field, ...(values ? { values } : {}) }],
  )
}

/** One column fills another field, or none. What filled the field before fills it no longer. */
export function withField(
  mapping: FeedSettings['mapping'],
  column: string,
  field: string | null,
): FeedSettings['mapping'] {
  const others = mapping.filter((entry) => entry.column !== column && entry.field !== field)
  return field === null ? others : [...others, { column, field }]
}

/** "1=hand" line by line. */
export const valuesText = (values: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(values ?? {})
    .map(([theirs, ours]) => `${theirs}=${ours}`)
    .join('\n')

export function valuesOf(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const at = line.search(/[=＝]/)
    if (at > 0) values[line.slice(0, at).trim()] = line.slice(at + 1).trim()
  }
  return values
}

/** The usual times, and everything else as cron. */
export type When =
  | { readonly kind: 'never' | 'hour' | 'other' }
  | { readonly kind: 'day' | 'week'; readonly at: string }

export function whenOf(cron: string | null): When {
  if (cron === null) return { kind: 'never' }
  if (cron === '0 * * * *') return { kind: 'hour' }
  const [, minute, hour, day] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1)$/.exec(cron) ?? []
  if (minute === undefined || hour === undefined) return { kind: 'other' }
  return { kind: day === '1' ? 'week' : 'day', at: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }
}

export function cronOf(kind: When['kind'], at: string, other: string | null): string | null {
  const [hour = '1', minute = '30'] = at.split(':')
  const clock = `${Number(minute)} ${Number(hour)}`
  if (kind === 'never') return null
  if (kind === 'hour') return '0 * * * *'
  if (kind === 'other') return other ?? '30 1 * * *'
  return kind === 'day' ? `${clock} * * *` : `${clock} * * 1`
}
