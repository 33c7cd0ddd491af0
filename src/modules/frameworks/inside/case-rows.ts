import { v7 } from 'uuid'
import { associationRules, columnsOf, documentRules, itemRules, nodeOf, placeRules } from './case-columns.ts'
import type { Members } from './case-json.ts'
import { type NewRecord, parentsFirst } from './parents-first.ts'
import type { CasePackage } from './read-package.ts'

/** What a CASE object says beyond our columns, in the order of its package. */
export interface SourceRow {
  /** `place`: the association that puts an item below another, or at the top. */
  readonly kind: 'package' | 'document' | 'item' | 'place' | 'link'
  readonly position: number
  /** The record that shows it: of a place the item that it places. */
  readonly record: string
  readonly members: string
  /** Of an association. */
  readonly identifier: string | null
}

/** A package as records of our registers, and what they cannot say. */
export interface CaseRows {
  readonly framework: NewRecord & { readonly state: string }
  /** Parents before what is below them. */
  readonly items: readonly NewRecord[]
  readonly links: readonly NewRecord[]
  readonly sources: readonly SourceRow[]
}

/**
 * Turns a package without errors into records. The first isChildOf of an item is its place in the tree; every other
 * association is a link.
 * @param elsewhere ids of items in other frameworks of the college, by the identifiers that associations name
 * @param ids makes ids; a test gives its own
 */
export function caseRows(
  { whole, document, items, associations }: CasePackage,
  elsewhere: ReadonlyMap<string, string> = new Map(),
  ids: () => string = v7,
): CaseRows {
  const framework = ids()
  const { state, ...values } = columnsOf(documentRules, document) as Record<string, unknown> & { state: string }
  const root = String(values['number'])
  const own = new Map(items.map((item) => [identifierOf(item), ids()]))
  const sources: SourceRow[] = []
  const keep = (kind: SourceRow['kind'], position: number, record: string, members: Members) =>
    sources.push({
      kind,
      position,
      record,
      members: JSON.stringify(members),
      identifier: kind === 'place' || kind === 'link' ? identifierOf(members) : null,
    })
  // The shape of the package: which members it has and in which order; what records show is put in again.
  keep('package', 0, framework, {
    ...whole,
    CFDocument: null,
    ...('CFItems' in whole ? { CFItems: null } : {}),
    ...('CFAssociations' in whole ? { CFAssociations: null } : {}),
  })
  keep('document', 0, framework, document)
  for (const [i, item] of items.entries()) keep('item', i, own.get(identifierOf(item))!, item)

  const places = new Map<string, { readonly parent: string | null; readonly order: number | null }>()
  const links: NewRecord[] = []
  for (const [i, association] of associations.entries()) {
    const from = nodeOf(association['originNodeURI'])
    const to = nodeOf(association['destinationNodeURI'])
    const columns = columnsOf(associationRules, association)
    const child = from.identifier === null ? undefined : own.get(from.identifier)
    const isPlace =
      columns['kind'] === 'isChildOf' &&
      child !== undefined &&
      !places.has(child) &&
      (to.identifier === root || own.has(to.identifier ?? ''))
    if (isPlace) {
      const parent = to.identifier === root ? null : own.get(to.identifier!)!
      places.set(child, { parent, order: columnsOf(placeRules, association)['order'] as number | null })
      keep('place', i, child, association)
      continue
    }
    const id = ids()
    const end = ({ identifier, address }: typeof from) => {
      const item = identifier === null ? undefined : (own.get(identifier) ?? elsewhere.get(identifier))
      return { item: item ?? null, address: item === undefined ? address : null }
    }
    const [origin, destination] = [end(from), end(to)]
    links.push({
      id,
      values: {
        ...columns,
        framework,
        from: origin.item,
        fromAddress: origin.address,
        to: destination.item,
        toAddress: destination.address,
      },
    })
    keep('link', i, id, association)
  }
  const records = items.map((item): NewRecord => {
    const id = own.get(identifierOf(item))!
    const place = places.get(id)
    return {
      id,
      values: {
        ...columnsOf(itemRules, item),
        framework,
        parent: place?.parent ?? null,
        order: place?.order ?? null,
      },
    }
  })
  return { framework: { id: framework, values, state }, items: parentsFirst(records), links, sources }
}

const identifierOf = ({ identifier }: Members): string => String(identifier)
