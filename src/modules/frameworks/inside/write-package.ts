import { associationRules, documentRules, itemRules, nodeOf, overlaid, placeRules } from './case-columns.ts'
import { isMembers, type Members, readExactly } from './case-json.ts'
import type { SourceRow } from './case-rows.ts'

interface KeptRecord {
  readonly id: string
  readonly updatedAt: string
  readonly values: Readonly<Record<string, unknown>>
}

/** A framework as it is kept, with everything that a package of it says. */
export interface KeptFramework {
  readonly framework: KeptRecord & { readonly state: string }
  /** In the order of the tree. */
  readonly items: readonly KeptRecord[]
  readonly links: readonly KeptRecord[]
  readonly sources: readonly SourceRow[]
  /** The identifiers and statements of items in other frameworks that links lead to, by id. */
  readonly elsewhere: ReadonlyMap<string, { readonly identifier: string; readonly title: string }>
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** The identifier under which others know a record: its number when that is one, else its id. */
export const caseIdentifier = (id: string, number: unknown, cameSo: boolean): string =>
  cameSo || (typeof number === 'string' && UUID.test(number)) ? String(number) : id

/**
 * The CFPackage of a framework. What was imported and not changed since is written as it came, with every member that
 * our registers do not know; what was made or changed here is written from the records.
 * @param base address of the CASE service, without a slash at its end
 */
export function writePackage(kept: KeptFramework, base: string): Members {
  const { framework, items, links } = kept
  const sources = new Map(kept.sources.map((source) => [`${source.kind} ${source.record}`, source]))
  const sourceOf = (kind: SourceRow['kind'], id: string): Members | null => {
    const found = sources.get(`${kind} ${id}`)
    const members = found === undefined ? null : readExactly(found.members)
    return isMembers(members) ? members : null
  }
  const positionOf = (kind: SourceRow['kind'], id: string) => sources.get(`${kind} ${id}`)?.position ?? Infinity
  const identifiers = new Map(
    items.map(({ id, values }) => [id, caseIdentifier(id, values['number'], sources.has(`item ${id}`))]),
  )
  const titles = new Map(items.map(({ id, values }) => [id, String(values['name'])]))
  const root = caseIdentifier(framework.id, framework.values['number'], sources.has(`document ${framework.id}`))
  const title = String(framework.values['name'])
  const uri = (kind: string, identifier: string) => `${base}/${kind}/${identifier}`

  const document =
    changedOnly(
      documentRules,
      sourceOf('document', framework.id),
      {
        ...framework.values,
        state: framework.state,
      },
      framework.updatedAt,
    ) ??
    overlaid(
      documentRules,
      {
        identifier: root,
        uri: uri('CFDocuments', root),
        caseVersion: '1.1',
        CFPackageURI: { title, identifier: root, uri: uri('CFPackages', root) },
        lastChangeDateTime: framework.updatedAt,
      },
      { ...framework.values, number: root, state: framework.state, issuer: framework.values['issuer'] ?? '—' },
    )

  const CFItems = ordered(items, ({ id }) => positionOf('item', id)).map(
    (item) =>
      changedOnly(itemRules, sourceOf('item', item.id), item.values, item.updatedAt) ??
      overlaid(
        itemRules,
        {
          identifier: identifiers.get(item.id)!,
          uri: uri('CFItems', identifiers.get(item.id)!),
          CFDocumentURI: { title, identifier: root, uri: uri('CFDocuments', root) },
          lastChangeDateTime: item.updatedAt,
        },
        { ...item.values, number: identifiers.get(item.id)! },
      ),
  )

  const itemNode = (id: string) => {
    const identifier = identifiers.get(id) ?? kept.elsewhere.get(id)?.identifier ?? id
    return { title: titles.get(id) ?? kept.elsewhere.get(id)?.title ?? id, identifier, uri: uri('CFItems', identifier) }
  }
  const documentNode = { title, identifier: root, uri: uri('CFDocuments', root) }
  const places = items.flatMap((item) => {
    const parent = item.values['parent'] as string | null
    const source = sourceOf('place', item.id)
    // What came without a place has none until somebody gives it one.
    if (source === null && parent === null && sources.has(`item ${item.id}`)) return []
    const node = parent === null ? documentNode : itemNode(parent)
    const fresh: Members = {
      identifier: placeIdentifier(item.id),
      associationType: 'isChildOf',
      uri: uri('CFAssociations', placeIdentifier(item.id)),
      originNodeURI: itemNode(item.id),
      destinationNodeURI: node,
      CFDocumentURI: documentNode,
      lastChangeDateTime: item.updatedAt,
    }
    const moved =
      source === null
        ? fresh
        : nodeOf(source['destinationNodeURI']).identifier === node.identifier
          ? source
          : { ...source, destinationNodeURI: node, lastChangeDateTime: item.updatedAt }
    return [
      { position: positionOf('place', item.id), members: overlaid(placeRules, moved, { order: item.values['order'] }) },
    ]
  })
  const crosswalks = links.map((link) => {
    const { from, fromAddress, to, toAddress } = link.values as Record<string, string | null>
    const source = sourceOf('link', link.id)
    const identifier = caseIdentifier(link.id, link.values['number'], source !== null)
    const end = (id: string | null | undefined, address: string | null | undefined, came: unknown) => {
      const before = nodeOf(came)
      const isSame = id ? itemNode(id).identifier === before.identifier : before.address === (address ?? null)
      if (isSame && isMembers(came)) return came
      return id ? itemNode(id) : { title: address, identifier: address, uri: address }
    }
    const base: Members =
      source ??
      ({
        identifier,
        uri: uri('CFAssociations', identifier),
        CFDocumentURI: documentNode,
        lastChangeDateTime: link.updatedAt,
      } satisfies Members)
    return {
      position: positionOf('link', link.id),
      members: overlaid(
        associationRules,
        {
          ...base,
          originNodeURI: end(from, fromAddress, base['originNodeURI']),
          destinationNodeURI: end(to, toAddress, base['destinationNodeURI']),
        },
        { ...link.values, number: identifier },
      ),
    }
  })
  const CFAssociations = ordered([...places, ...crosswalks], ({ position }) => position).map(({ members }) => members)

  const shape = sourceOf('package', framework.id) ?? { CFDocument: null, CFItems: null, CFAssociations: null }
  return {
    ...shape,
    CFDocument: document,
    ...('CFItems' in shape || CFItems.length > 0 ? { CFItems } : {}),
    ...('CFAssociations' in shape || CFAssociations.length > 0 ? { CFAssociations } : {}),
  }
}

/** A source with what its record says otherwise, and then with the time of that change; null without a source. */
function changedOnly(
  rules: Parameters<typeof overlaid>[0],
  source: Members | null,
  columns: Readonly<Record<string, unknown>>,
  updatedAt: string,
): Members | null {
  if (source === null) return null
  const members = overlaid(rules, source, columns)
  return members === source ? source : { ...members, lastChangeDateTime: updatedAt }
}

/** By position; those without one stay in their own order at the end. */
const ordered = <T>(all: readonly T[], position: (one: T) => number): T[] =>
  all
    .map((one, i) => ({ one, at: position(one), i }))
    .toSorted((a, b) => (a.at === b.at ? a.i - b.i : a.at - b.at))
    .map(({ one }) => one)

/**
 * The place of an item made here has no record of its own: its identifier follows from the item's, and the item's from
 * it.
 */
export const placeIdentifier = (item: string): string =>
  item.slice(0, -1) + (Number.parseInt(item.at(-1)!, 16) ^ 0x8).toString(16)
