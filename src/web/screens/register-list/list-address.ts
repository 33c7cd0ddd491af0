import type { WireCondition, WireOperator } from '../../../language/index.ts'
import { queryOf } from '../../kit/api.ts'

/** What a list shows. Lives in the address, so that it can be shared and the back button undoes it. */
export interface ListAddress {
  readonly q: string
  readonly where: readonly WireCondition[]
  /** 'field' or '-field'; the register's own order when absent. */
  readonly sort: string | undefined
  readonly isDeleted: boolean
}

const OPERATORS: ReadonlySet<string> = new Set<WireOperator>([
  'is',
  'in',
  'not',
  'contains',
  'atLeast',
  'atMost',
  'empty',
  'filled',
])

/** Reads a list from an address. What cannot be understood is left out: an old link still opens. */
export function readListAddress(search: URLSearchParams): ListAddress {
  return {
    q: search.get('q') ?? '',
    where: readWhere(search.get('where')),
    sort: search.get('sort') ?? undefined,
    isDeleted: search.get('deleted') === '1',
  }
}

function readWhere(text: string | null): readonly WireCondition[] {
  if (text === null) return []
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isCondition) : []
  } catch {
    return []
  }
}

function isCondition(item: unknown): item is WireCondition {
  return Array.isArray(item) && typeof item[0] === 'string' && OPERATORS.has(String(item[1]))
}

/** '?q=…&where=…', or '' for the plain list. `more` adds what only requests carry. */
export function writeListAddress(
  list: ListAddress,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return queryOf({
    q: list.q,
    where: list.where.length > 0 ? JSON.stringify(list.where) : undefined,
    sort: list.sort,
    deleted: list.isDeleted ? 1 : undefined,
    ...more,
  })
}

/** The list with all conditions on a field replaced. */
export function withCondition(list: ListAddress, condition: WireCondition): ListAddress {
  return { ...list, where: [...list.where.filter(([field]) => field !== condition[0]), condition] }
}

/** The one state that the list is narrowed to, if any. */
export function stateOf(list: ListAddress): string | undefined {
  const found = list.where.find(([field, operator]) => field === 'state' && operator === 'is')
  return typeof found?.[2] === 'string' ? found[2] : undefined
}
