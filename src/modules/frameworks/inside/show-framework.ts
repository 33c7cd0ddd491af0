import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../../../engine/access/reach.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords, getRecord } from '../../../engine/records/list.ts'
import { titlesOf } from '../../../engine/records/present.ts'
import { notAllowed, unknownRecord } from '../../../engine/refusal.ts'
import type { Label } from '../../../language/label.ts'
import type { AnyRegister } from '../../../language/register.ts'
import type { WireEnd, WireFramework, WireFrameworks, WireItemPage, WireTree } from '../wire.ts'
import { itemNames, openFramework, recordsOf, tableOf } from './load-framework.ts'

const NONE: Label = { zh: '—', en: '—' }
/** The word of a choice. */
function wordOf(register: AnyRegister, field: string, value: unknown): Label {
  const declared = register.fields[field]
  return declared?.kind === 'choice' ? (declared.codes.values[String(value)] ?? NONE) : NONE
}

type FrameworkRow = Omit<WireFramework, 'kind'> & { readonly kind: string } & Record<string, unknown>

/** Frameworks that the actor may see, some of them when a condition is given. */
async function frameworksOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  which?: { readonly number: string } | { readonly id: string },
): Promise<WireFramework[]> {
  const register = await collegeRegister(engine, tx, 'frameworks')
  const reach = reachOf(register, actor, 'read')
  if (reachesNothing(reach)) throw notAllowed({ zh: '查看资历框架', en: 'see frameworks' })
  const rows = await tx.run<FrameworkRow>(sql`
    SELECT id, number, edition AS version, name, kind, industry, issuer, state, "from", until,
      (SELECT count(*) FROM ${tableOf(engine, 'framework-items')} AS i
       WHERE i.college_id = f.college_id AND i.framework = f.id AND i.deleted_at IS NULL)::integer AS items
    FROM (SELECT * FROM ${tableOf(engine, 'frameworks')} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ${reachSql(reach, actor)}) AS f
    ${which === undefined ? sql`` : 'id' in which ? sql`WHERE id = ${which.id}` : sql`WHERE number = ${which.number}`}
    ORDER BY kind, name, created_at DESC LIMIT 500`)
  return rows.map((row) => ({ ...row, kind: wordOf(register, 'kind', row.kind) }))
}

const mayWrite = (engine: Engine, actor: Actor) =>
  !reachesNothing(reachOf(getRegister(engine, 'frameworks'), actor, 'write'))

export const listFrameworks = async (engine: Engine, tx: Tx, actor: Actor): Promise<WireFrameworks> => ({
  rows: await frameworksOf(engine, tx, actor),
  canWrite: mayWrite(engine, actor),
})

/** One framework. @throws Refusal 404 */
export async function frameworkById(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireFramework> {
  const [found] = await frameworksOf(engine, tx, actor, { id })
  if (!found) throw unknownRecord()
  return found
}

/** The whole tree of a framework: ten thousand items are two megabytes, and searched where they are shown. */
export async function showTree(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireTree> {
  const record = await openFramework(engine, tx, actor, id)
  const register = await collegeRegister(engine, tx, 'framework-items')
  const versions = await frameworksOf(engine, tx, actor, { number: String(record.values['number']) })
  const kind = register.fields['kind']
  const items = await recordsOf(engine, tx, 'framework-items', id)
  return {
    framework: versions.find((version) => version.id === id)!,
    description: record.values['description'] as string | null,
    kinds: kind?.kind === 'choice' ? kind.codes.values : {},
    items: items.map((item) => ({
      id: item.id,
      parent: item.values['parent'] as string | null,
      code: item.values['code'] as string | null,
      kind: String(item.values['kind']),
      statement: String(item.values['statement']),
    })),
    versions,
    canWrite: mayWrite(engine, actor),
  }
}

const ALIGNED = [
  ['programme', 'training-programmes'],
  ['course', 'courses'],
  ['certificate', 'certificate-schemes'],
] as const

/** One item with its crosswalks in both directions and what of the college is aligned to it. @throws Refusal 404 */
export async function showItem(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireItemPage> {
  const register = await collegeRegister(engine, tx, 'framework-items')
  const item = await getRecord(tx, actor, register, id)
  if (item.deletedAt !== null) throw unknownRecord()
  const links = await tx.run<{
    id: string
    kind: string
    from: string | null
    fromAddress: string | null
    to: string | null
    toAddress: string | null
  }>(sql`
    SELECT id, kind, "from", from_address AS "fromAddress", "to", to_address AS "toAddress" FROM ${tableOf(engine, 'framework-links')}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ("from" = ${id} OR "to" = ${id}) ORDER BY kind, "order", number LIMIT 200`)
  const names = await itemNames(
    engine,
    tx,
    links.flatMap(({ from, to }) => [from, to].filter((end) => end !== null)),
  )
  const frameworks = await titlesOf(
    engine,
    tx,
    'frameworks',
    [...names.values()].map(({ framework }) => framework),
  )
  const linkRegister = getRegister(engine, 'framework-links')
  const end = (of: string | null, address: string | null): WireEnd => {
    const known = of === null ? undefined : names.get(of)
    return known
      ? { item: of, framework: known.framework, text: known.title, where: frameworks.get(known.framework) ?? null }
      : { item: null, framework: null, text: address ?? '—', where: null }
  }
  return {
    id,
    number: String(item.values['number']),
    code: item.values['code'] as string | null,
    kind: wordOf(register, 'kind', item.values['kind']),
    statement: String(item.values['statement']),
    notes: item.values['notes'] as string | null,
    links: links.map((link) => ({
      id: link.id,
      kind: wordOf(linkRegister, 'kind', link.kind),
      from: end(link.from, link.fromAddress),
      to: end(link.to, link.toAddress),
    })),
    alignments: await alignmentsOf(engine, tx, actor, id),
  }
}

async function alignmentsOf(engine: Engine, tx: Tx, actor: Actor, item: string): Promise<WireItemPage['alignments']> {
  const register = await collegeRegister(engine, tx, 'framework-alignments')
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'framework-alignments',
    where: [['item', 'is', item]],
    limit: 200,
  })
  return rows.flatMap(({ id, values, titles }) => {
    const aligned = ALIGNED.find(([field]) => typeof values[field] === 'string')
    if (!aligned) return []
    return [
      {
        id,
        what: register.fields[aligned[0]]!.label,
        name: titles[aligned[0]] ?? '',
        coverage: wordOf(register, 'coverage', values['coverage']),
      },
    ]
  })
}
