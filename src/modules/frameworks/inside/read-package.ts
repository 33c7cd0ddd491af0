import type { Label } from '../../../language/label.ts'
import type { WireCaseProblem } from '../wire.ts'
import { dayOf, linesOf, nodeOf } from './case-columns.ts'
import { isKeptNumber, isMembers, type Members, readExactly } from './case-json.ts'
import { findCycle } from './find-cycle.ts'

/** A CASE 1.1 CFPackage whose parts can be found; other members are carried along unread. */
export interface CasePackage {
  /** The package itself, as it came. */
  readonly whole: Members
  readonly document: Members
  readonly items: readonly Members[]
  readonly associations: readonly Members[]
}

export interface ReadPackage {
  readonly found: CasePackage | null
  readonly problems: readonly WireCaseProblem[]
}

/** A problem for each of the first ones; more are counted by the reader of the list. */
const LISTED = 500
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

const problem = (place: string, severity: WireCaseProblem['severity'], zh: string, en: string): WireCaseProblem => ({
  place,
  severity,
  message: { zh, en } satisfies Label,
})

/** Reads a file as a CASE package and lists what is wrong with it, each with its place. Pure: nothing is written. */
export function readPackage(text: string): ReadPackage {
  let whole: unknown
  try {
    whole = readExactly(text)
  } catch (error) {
    return refused('', '文件不是 JSON：', 'The file is not JSON: ', error instanceof Error ? error.message : '')
  }
  if (!isMembers(whole) || !isMembers(whole['CFDocument']))
    return refused(
      'CFDocument',
      '不是 CASE 包：缺少 CFDocument。请导出 CFPackage 后再导入',
      'This is no CASE package: CFDocument is missing. Export a CFPackage and import that',
    )
  const problems: WireCaseProblem[] = []
  const list = (member: string): readonly Members[] => {
    const value = whole[member]
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      problems.push(problem(member, 'error', `${member} 应为数组`, `${member} must be an array`))
      return []
    }
    return (value as readonly unknown[]).filter((one, i): one is Members => {
      if (isMembers(one)) return true
      problems.push(problem(`${member}[${i}]`, 'error', '应为对象', 'It must be an object'))
      return false
    })
  }
  const found: CasePackage = {
    whole,
    document: whole['CFDocument'],
    items: list('CFItems'),
    associations: list('CFAssociations'),
  }
  problems.push(
    ...documentProblems(found.document),
    ...itemProblems(found.items),
    ...duplicates('CFItems', found.items),
    ...duplicates('CFAssociations', found.associations),
    ...associationProblems(found),
  )
  if (problems.every(({ severity }) => severity !== 'error')) problems.push(...cycleProblems(found))
  return { found, problems: problems.slice(0, LISTED) }
}

const refused = (place: string, zh: string, en: string, more = ''): ReadPackage => ({
  found: null,
  problems: [problem(place, 'error', zh + more, en + more)],
})

const identifierOf = ({ identifier }: Members): string => (typeof identifier === 'string' ? identifier : '')

function identifierProblems(place: string, members: Members): WireCaseProblem[] {
  const identifier = identifierOf(members)
  if (identifier.trim() === '' || identifier !== identifier.trim() || [...identifier].length > 100)
    return [
      problem(
        `${place}.identifier`,
        'error',
        '缺少标识符，或首尾有空格、超过 100 个字',
        'The identifier is missing, has spaces around it or is longer than 100 characters',
      ),
    ]
  return UUID.test(identifier)
    ? []
    : [
        problem(
          `${place}.identifier`,
          'warning',
          `“${identifier}”不是 UUID，CASE 要求 UUID；将照样保存`,
          `"${identifier}" is not a UUID as CASE asks for; it is kept as it is`,
        ),
      ]
}

/** Days that do not exist, moments that are none, an end before the beginning. */
function dateProblems(place: string, members: Members): WireCaseProblem[] {
  const wrong = (member: string) =>
    problem(
      `${place}.${member}`,
      'error',
      `“${String(members[member])}”不是日期，应写成 2024-03-01`,
      `"${String(members[member])}" is no date: write it like 2024-03-01`,
    )
  const days = ['statusStartDate', 'statusEndDate'].flatMap((member) =>
    members[member] !== undefined && members[member] !== null && dayOf(members[member]) === null ? [wrong(member)] : [],
  )
  const changed = members['lastChangeDateTime']
  if (
    changed !== undefined &&
    (typeof changed !== 'string' ||
      !MOMENT.test(changed) ||
      dayOf(changed) === null ||
      Number.isNaN(Date.parse(changed)))
  )
    days.push(
      problem(
        `${place}.lastChangeDateTime`,
        'error',
        `“${String(changed)}”不是时间，应写成 2024-03-01T08:00:00Z`,
        `"${String(changed)}" is no moment: write it like 2024-03-01T08:00:00Z`,
      ),
    )
  const [from, until] = [dayOf(members['statusStartDate']), dayOf(members['statusEndDate'])]
  if (from !== null && until !== null && from > until)
    days.push(
      problem(
        `${place}.statusEndDate`,
        'error',
        `结束日期 ${until} 早于开始日期 ${from}`,
        `It ends on ${until}, before it begins on ${from}`,
      ),
    )
  return days
}

const documentProblems = (document: Members): WireCaseProblem[] => [
  ...identifierProblems('CFDocument', document),
  ...(linesOf(document['title'], 200) === null
    ? [problem('CFDocument.title', 'error', '缺少标题', 'The title is missing')]
    : []),
  ...dateProblems('CFDocument', document),
]

const itemProblems = (items: readonly Members[]): WireCaseProblem[] =>
  items.flatMap((item, i) => [
    ...identifierProblems(`CFItems[${i}]`, item),
    ...(linesOf(item['fullStatement'], 100) === null
      ? [problem(`CFItems[${i}].fullStatement`, 'error', '缺少条目内容', 'The statement is missing')]
      : []),
    ...dateProblems(`CFItems[${i}]`, item),
  ])

function duplicates(member: string, all: readonly Members[]): WireCaseProblem[] {
  const first = new Map<string, number>()
  return all.flatMap((one, i) => {
    const identifier = identifierOf(one)
    const before = first.get(identifier)
    if (before === undefined) {
      first.set(identifier, i)
      return []
    }
    return [
      problem(
        `${member}[${i}].identifier`,
        'error',
        `标识符 ${identifier} 与 ${member}[${before}] 重复`,
        `The identifier ${identifier} is that of ${member}[${before}] too`,
      ),
    ]
  })
}

function associationProblems({ document, items, associations }: CasePackage): WireCaseProblem[] {
  const known = new Set(items.map(identifierOf))
  const root = identifierOf(document)
  return associations.flatMap((association, i) => {
    const place = `CFAssociations[${i}]`
    const isTree = association['associationType'] === 'isChildOf'
    const ends = (['originNodeURI', 'destinationNodeURI'] as const).flatMap((member) => {
      const { identifier, address } = nodeOf(association[member])
      if (identifier === null && address === null)
        return [problem(`${place}.${member}`, 'error', '缺少这一端的条目', 'The item of this end is missing')]
      const isHere =
        identifier !== null &&
        (known.has(identifier) || (identifier === root && !(isTree && member === 'originNodeURI')))
      if (isHere) return []
      const text = identifier ?? address
      return isTree
        ? [
            problem(
              `${place}.${member}`,
              'error',
              `悬空：包中没有条目 ${text}，无法放入树中`,
              `Dangling: the package has no item ${text}, so that it has no place in the tree`,
            ),
          ]
        : [
            problem(
              `${place}.${member}`,
              'warning',
              `条目 ${text} 不在包中：本校有的对应起来，否则按校外条目保存`,
              `The item ${text} is not in the package: it is linked when it is here, and else kept as one outside`,
            ),
          ]
    })
    const sequence = association['sequenceNumber']
    return [
      ...identifierProblems(place, association),
      ...(typeof association['associationType'] === 'string'
        ? []
        : [problem(`${place}.associationType`, 'error', '缺少关系类型', 'The type of the relation is missing')]),
      ...(sequence === undefined || typeof sequence === 'number' || isKeptNumber(sequence)
        ? []
        : [problem(`${place}.sequenceNumber`, 'error', '顺序应为数字', 'The sequence number must be a number')]),
      ...ends,
      ...dateProblems(place, association),
    ]
  })
}

function cycleProblems({ items, associations }: CasePackage): WireCaseProblem[] {
  const edges = associations.flatMap((association) => {
    const [child, parent] = [nodeOf(association['originNodeURI']), nodeOf(association['destinationNodeURI'])]
    return association['associationType'] === 'isChildOf' && child.identifier !== null && parent.identifier !== null
      ? [{ child: child.identifier, parent: parent.identifier }]
      : []
  })
  const circle = findCycle(edges)
  if (circle === null) return []
  const names = new Map(
    items.map((item) => [identifierOf(item), linesOf(item['humanCodingScheme'] ?? item['fullStatement'], 40)]),
  )
  const path = circle.map((identifier) => names.get(identifier) ?? identifier).join(' → ')
  return [
    problem(
      'CFAssociations',
      'error',
      `条目互为上级，形成循环：${path}`,
      `Items stand below each other in a circle: ${path}`,
    ),
  ]
}
