import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { columns, type Row, type Stored, stored, table } from '../../../engine/records/stored.ts'
import { isMembers, type Members, readExactly } from './case-json.ts'
import type { SourceRow } from './case-rows.ts'
import { itemNames, keptFramework, tableOf } from './load-framework.ts'
import { placeIdentifier, writePackage } from './write-package.ts'

/** What is drafted is nobody's business outside. */
const PUBLIC = ['adopted', 'deprecated']
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Lists of CFDefinitions that are asked for one by one. */
export const DEFINITIONS = ['CFConcepts', 'CFSubjects', 'CFLicenses', 'CFItemTypes', 'CFAssociationGroupings'] as const

interface Asked {
  readonly engine: Engine
  readonly tx: Tx
  /** Address of the service. */
  readonly base: string
}

const publicSql = sql`state = ANY(${PUBLIC}::text[]) AND deleted_at IS NULL`

async function publicFrameworks({ engine, tx }: Asked, number?: string): Promise<Stored[]> {
  const register = getRegister(engine, 'frameworks')
  const named = number === undefined ? sql`` : sql`AND (number = ${number} OR id::text = ${number.toLowerCase()})`
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND ${publicSql} ${named}
    ORDER BY state, created_at DESC`)
  return rows.map((row) => stored(register, row))
}

const sourcesOf = ({ tx }: Asked, records: readonly string[]) =>
  tx.run<SourceRow & Record<string, unknown>>(sql`
    SELECT kind, position, record_id AS record, members, identifier FROM case_sources
    WHERE college_id = ${tx.collegeId} AND record_id = ANY(${[...records]}::uuid[])`)

/** All documents that are adopted or deprecated. */
export async function caseDocuments(asked: Asked): Promise<Members[]> {
  const frameworks = await publicFrameworks(asked)
  const sources = await sourcesOf(
    asked,
    frameworks.map(({ id }) => id),
  )
  return frameworks.map((framework) => documentOf(asked, framework, sources))
}

const documentOf = ({ base }: Asked, framework: Stored, sources: readonly SourceRow[]): Members =>
  writePackage({ framework, items: [], links: [], sources, elsewhere: new Map() }, base)['CFDocument'] as Members

/** One document; of several versions the adopted one, else the latest. */
export async function caseDocument(asked: Asked, id: string): Promise<Members | null> {
  const [framework] = await publicFrameworks(asked, id)
  return framework ? documentOf(asked, framework, await sourcesOf(asked, [framework.id])) : null
}

export async function casePackage(asked: Asked, id: string): Promise<Members | null> {
  const [framework] = await publicFrameworks(asked, id)
  return framework ? writePackage(await keptFramework(asked.engine, asked.tx, framework), asked.base) : null
}

/** Records of a register in frameworks that are public. */
async function publicRecords(asked: Asked, name: string, which: ReturnType<typeof sql>): Promise<Stored[]> {
  const { engine, tx } = asked
  const register = getRegister(engine, name)
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ${which}
      AND framework IN (SELECT id FROM ${tableOf(engine, 'frameworks')} AS f WHERE f.college_id = ${tx.collegeId} AND ${publicSql})
    ORDER BY created_at DESC LIMIT 2000`)
  return rows.map((row) => stored(register, row))
}

const named = (id: string) => (UUID.test(id) ? sql`(number = ${id} OR id = ${id.toLowerCase()})` : sql`number = ${id}`)

/** Items and links of one framework as parts of a package. */
async function parts(
  asked: Asked,
  framework: string,
  items: readonly Stored[],
  links: readonly Stored[],
): Promise<Members> {
  const { engine, tx, base } = asked
  const system = asSystem(tx.collegeId, 'CASE service')
  const head = await getRecord(tx, system, getRegister(engine, 'frameworks'), framework)
  const own = new Set(items.map(({ id }) => id))
  const ends = [
    ...items.map(({ values }) => values['parent']),
    ...links.flatMap(({ values }) => [values['from'], values['to']]),
  ].filter((id): id is string => typeof id === 'string' && !own.has(id))
  return writePackage(
    {
      framework: head,
      items,
      links,
      sources: await sourcesOf(asked, [framework, ...own, ...links.map(({ id }) => id)]),
      elsewhere: await itemNames(engine, tx, ends),
    },
    base,
  )
}

const listOf = (members: Members, name: string): readonly Members[] => {
  const list = members[name]
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isMembers) : []
}

function withDocument(one: Members, whole: Members, base: string): Members {
  if ('CFDocumentURI' in one) return one
  const { title, identifier } = whole['CFDocument'] as Members
  return { ...one, CFDocumentURI: { title, identifier, uri: `${base}/CFDocuments/${String(identifier)}` } }
}

export async function caseItem(asked: Asked, id: string): Promise<Members | null> {
  const [item] = await publicRecords(asked, 'framework-items', named(id))
  if (!item) return null
  const whole = await parts(asked, String(item.values['framework']), [item], [])
  return withDocument(listOf(whole, 'CFItems')[0]!, whole, asked.base)
}

/** An item with every association that it is an end of. */
export async function caseItemAssociations(asked: Asked, id: string): Promise<Members | null> {
  const [item] = await publicRecords(asked, 'framework-items', named(id))
  if (!item) return null
  const framework = String(item.values['framework'])
  const below = await publicRecords(asked, 'framework-items', sql`parent = ${item.id}`)
  const links = await publicRecords(
    asked,
    'framework-links',
    sql`framework = ${framework} AND ("from" = ${item.id} OR "to" = ${item.id})`,
  )
  const whole = await parts(asked, framework, [item, ...below], links)
  const found = listOf(whole, 'CFItems')
  const own =
    found.find(({ identifier }) => identifier === item.values['number'] || identifier === item.id) ?? found[0]!
  const isEnd = (node: unknown) => isMembers(node) && node['identifier'] === own['identifier']
  return {
    CFItem: withDocument(own, whole, asked.base),
    CFAssociations: listOf(whole, 'CFAssociations')
      .filter((one) => isEnd(one['originNodeURI']) || isEnd(one['destinationNodeURI']))
      .map((one) => withDocument(one, whole, asked.base)),
  }
}

export async function caseAssociation(asked: Asked, id: string): Promise<Members | null> {
  const { tx } = asked
  const [kept] = await tx.run<{ record: string; kind: string }>(sql`
    SELECT record_id AS record, kind FROM case_sources WHERE college_id = ${tx.collegeId} AND identifier = ${id} LIMIT 1`)
  const [link] = await publicRecords(
    asked,
    'framework-links',
    kept?.kind === 'link' ? sql`id = ${kept.record}` : named(id),
  )
  if (link) return oneOf(await parts(asked, String(link.values['framework']), [], [link]), id, asked.base)
  if (!kept && !UUID.test(id)) return null
  const [item] = await publicRecords(
    asked,
    'framework-items',
    sql`id = ${kept?.record ?? placeIdentifier(id.toLowerCase())}`,
  )
  return item ? oneOf(await parts(asked, String(item.values['framework']), [item], []), id, asked.base) : null
}

const oneOf = (whole: Members, id: string, base: string): Members | null => {
  const found = listOf(whole, 'CFAssociations').find(({ identifier }) => identifier === id)
  return found ? withDocument(found, whole, base) : null
}

/** A definition or a rubric, as it came in a package. */
export async function caseDefinition(
  asked: Asked,
  list: (typeof DEFINITIONS)[number] | 'CFRubrics',
  id: string,
): Promise<Members | null> {
  const frameworks = await publicFrameworks(asked)
  const sources = await sourcesOf(
    asked,
    frameworks.map((one) => one.id),
  )
  for (const { kind, members } of sources) {
    const whole = kind === 'package' ? readExactly(members) : null
    if (!isMembers(whole)) continue
    const home = list === 'CFRubrics' ? whole : whole['CFDefinitions']
    const found = isMembers(home) ? listOf(home, list).find(({ identifier }) => identifier === id) : undefined
    if (found) return found
  }
  return null
}
