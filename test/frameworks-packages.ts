import fc from 'fast-check'

/** CASE packages of every shape: members that the standard names, others, several parents, links to outside. */

const uuid = (n: number) => `5d0c8f1a-93b2-4c1e-8a77-${n.toString(16).padStart(12, '0')}`
const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => `条目${text}`)
/** Members under names of their own, whatever they hold. */
const extras = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).map((name) => `x-${name}`),
  fc.jsonValue({ maxDepth: 2 }),
  { maxKeys: 3 },
)
const optional = fc.record(
  {
    humanCodingScheme: fc.string({ maxLength: 8 }),
    CFItemType: fc.constantFrom('Unit', 'Level', 'Cluster', '能力单元', ''),
    notes: fc.string({ maxLength: 20 }),
    educationLevel: fc.array(fc.constantFrom('01', '02')),
    language: fc.constant('zh-CN'),
    statusStartDate: fc.constantFrom('2020-01-01', '2021-06-30'),
    lastChangeDateTime: fc.constantFrom('2022-01-01T00:00:00Z', '2022-01-01T00:00:00+08:00'),
    extensions: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
  },
  { requiredKeys: [] },
)
const documentMore = fc.record(
  {
    version: fc.constantFrom('1.0', '2024', ''),
    creator: fc.constantFrom('示例行业委员会', ' '),
    adoptionStatus: fc.constantFrom('Draft', 'Private Draft', 'Adopted', 'Deprecated', 'Whatever'),
    subject: fc.array(fc.constantFrom('焊接', '汽车')),
    description: fc.string({ maxLength: 30 }),
    frameworkType: fc.constantFrom('Levels', 'Unknown'),
    caseVersion: fc.constant('1.1'),
  },
  { requiredKeys: [] },
)

export const casePackageText = fc
  .record({
    documentMore,
    extras,
    top: extras,
    items: fc.array(fc.record({ statement: words, optional, extras }), { maxLength: 8 }),
    /** For each item below which earlier one it stands (0: the document), and whether it has a place at all. */
    parents: fc.array(fc.nat({ max: 100 }), { minLength: 8, maxLength: 8 }),
    placed: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    links: fc.array(
      fc.record({
        kind: fc.constantFrom('exactMatchOf', 'isRelatedTo', 'isPartOf', 'isChildOf', 'ext:mine', 'precedes'),
        from: fc.nat({ max: 100 }),
        to: fc.nat({ max: 100 }),
        outside: fc.boolean(),
        sequence: fc.option(fc.constantFrom(0, 1, 2.5, -1, 3_000_000), { nil: undefined }),
        extras,
      }),
      { maxLength: 6 },
    ),
    withLists: fc.boolean(),
  })
  .map(({ documentMore, extras, top, items, parents, placed, links, withLists }) => {
    const root = uuid(0)
    const node = (n: number) => ({ title: `t${n}`, identifier: uuid(n), uri: `https://x.example/${n}` })
    const CFItems = items.map((item, i) => ({
      identifier: uuid(i + 1),
      uri: `https://x.example/${i + 1}`,
      fullStatement: item.statement,
      ...item.optional,
      ...item.extras,
    }))
    const places = items.flatMap((_, i) => {
      // Only earlier ones are above: no circle.
      const parent = parents[i]! % (i + 1)
      return placed[i]
        ? [
            {
              identifier: uuid(1000 + i),
              associationType: 'isChildOf',
              originNodeURI: node(i + 1),
              destinationNodeURI: node(parent),
              sequenceNumber: i,
            },
          ]
        : []
    })
    const crosswalks = links.flatMap((link, i) => {
      if (items.length === 0) return []
      const from = 1 + (link.from % items.length)
      const to = 1 + (link.to % items.length)
      const isTree = link.kind === 'isChildOf'
      if (from === to || (isTree && (link.outside || to > from))) return []
      return [
        {
          ...link.extras,
          identifier: uuid(2000 + i),
          associationType: link.kind,
          originNodeURI: node(from),
          destinationNodeURI: link.outside
            ? { uri: `https://elsewhere.example/${i}`, identifier: uuid(9000 + i), title: '' }
            : node(to),
          ...(link.sequence === undefined ? {} : { sequenceNumber: link.sequence }),
        },
      ]
    })
    const hasLists = withLists || CFItems.length > 0
    const associations = [...crosswalks, ...places]
    return JSON.stringify({
      ...top,
      ...(withLists || associations.length > 0 ? { CFAssociations: associations } : {}),
      CFDocument: { ...extras, identifier: root, title: '框架', ...documentMore },
      ...(hasLists ? { CFItems } : {}),
      CFDefinitions: { CFConcepts: [{ identifier: uuid(5000), title: '概念', keywords: 'a|b' }] },
    })
  })
