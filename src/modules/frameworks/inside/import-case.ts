import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { mayTake, transitionsFrom } from '../../../engine/records/allowed.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { createMany } from '../../../engine/records/write-many.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import type { WireCaseImported, WireCasePreview } from '../wire.ts'
import { columnsOf, documentRules, nodeOf } from './case-columns.ts'
import { caseRows, type CaseRows, type SourceRow } from './case-rows.ts'
import { tableOf } from './load-framework.ts'
import { readPackage, type ReadPackage } from './read-package.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isUuid = (text: string): boolean => UUID.test(text)

/** A larger file is refused before it is read: the largest published frameworks have a tenth of it. */
const MOST_BYTES = 64 * 1_048_576

interface Version {
  readonly id: string
  readonly version: string
}

interface Planned {
  readonly read: ReadPackage
  readonly rows: CaseRows | null
  readonly replaces: Version | null
  readonly preview: WireCasePreview
}

/**
 * Says what the import of a CASE package would do, and what is wrong with it. Nothing is written.
 * @throws Refusal 403, 413
 */
export async function previewCase(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  file: Buffer,
  version?: string,
): Promise<WireCasePreview> {
  return (await plan(engine, tx, actor, file, version)).preview
}

async function plan(engine: Engine, tx: Tx, actor: Actor, file: Buffer, version?: string): Promise<Planned> {
  if (reachesNothing(reachOf(getRegister(engine, 'frameworks'), actor, 'write')))
    throw notAllowed({ zh: '导入框架', en: 'import frameworks' })
  if (file.length > MOST_BYTES)
    throw new Refusal('too-large', {
      zh: `文件有 ${Math.ceil(file.length / 1_048_576)} MB，CASE 包最大 64 MB。请按框架拆分后导入`,
      en: `The file has ${Math.ceil(file.length / 1_048_576)} MB; a CASE package may have 64 MB. Split it by framework`,
    })
  // A byte order mark is no part of JSON.
  const read = readPackage(file.toString('utf8').replace(/^\uFEFF/, ''))
  const rows =
    read.found === null || read.problems.some(({ severity }) => severity === 'error')
      ? null
      : caseRows(read.found, await outsideItems(engine, tx, read))
  const columns = read.found === null ? {} : columnsOf(documentRules, read.found.document)
  const chosen = version?.trim() || String(columns['edition'] ?? '')
  const versions = await versionsOf(engine, tx, String(columns['number'] ?? ''))
  const taken = versions.find((one) => one.version === chosen)
  const links = rows?.links.length ?? 0
  return {
    read,
    rows: rows && {
      ...rows,
      framework: {
        ...rows.framework,
        values: { ...rows.framework.values, edition: chosen, replaces: versions[0]?.id ?? null },
      },
    },
    replaces: versions[0] ?? null,
    preview: {
      name: String(columns['name'] ?? ''),
      version: chosen,
      state: String(columns['state'] ?? 'draft'),
      items: read.found?.items.length ?? 0,
      places: rows?.sources.filter(({ kind }) => kind === 'place').length ?? 0,
      links,
      replaces: versions[0] ?? null,
      problems: [
        ...(taken
          ? [
              {
                place: 'CFDocument.version',
                severity: 'error' as const,
                message: {
                  zh: `这个框架的“${chosen}”版已经存在：请填写另一个版本号，作为新版本导入`,
                  en: `Version "${chosen}" of this framework is here already: give another version to import it beside`,
                },
              },
            ]
          : []),
        ...read.problems,
      ],
    },
  }
}

/**
 * Imports a CASE package, all or nothing, as the preview said. It is adopted or deprecated as the package says when the
 * actor may do so, and else stays a draft.
 * @param version taken instead of the package's own
 * @throws Refusal 403, 413; 422 with the problems and their places
 */
export async function importCase(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  file: Buffer,
  version?: string,
): Promise<WireCaseImported> {
  const { rows, preview } = await plan(engine, tx, actor, file, version)
  const errors = preview.problems.filter(({ severity }) => severity === 'error')
  if (rows === null || errors.length > 0)
    throw new Refusal(
      'invalid',
      { zh: `有 ${errors.length} 处需要修改`, en: `${errors.length} to mend` },
      {
        problems: errors
          .slice(0, 200)
          .map(({ place, message }) => ({ message: { zh: `${place}：${message.zh}`, en: `${place}: ${message.en}` } })),
      },
    )
  const { framework, items, links, sources } = rows
  const comment = { comment: 'CASE 1.1' }
  await createMany(engine, tx, actor, 'frameworks', [framework], comment)
  if (items.length > 0) await createMany(engine, tx, actor, 'framework-items', items, comment)
  if (links.length > 0) await createMany(engine, tx, actor, 'framework-links', links, comment)
  await keepSources(tx, framework.id, sources)
  return {
    id: framework.id,
    name: preview.name,
    version: preview.version,
    state: await bringTo(engine, tx, actor, framework.id, framework.state),
    items: items.length,
    links: links.length,
  }
}

/** Takes the steps of the lifecycle that the actor may take, up to a state. */
async function bringTo(engine: Engine, tx: Tx, actor: Actor, id: string, wanted: string): Promise<string> {
  const register = getRegister(engine, 'frameworks')
  const steps = wanted === 'draft' ? [] : wanted === 'adopted' ? ['adopt'] : ['adopt', 'deprecate']
  let state = 'draft'
  for (const action of steps) {
    const record = await getRecord(tx, actor, register, id)
    const step = transitionsFrom(register, record.state)[action]
    if (!step || !mayTake(register, actor, record, step)) break
    const done = await act(engine, tx, actor, {
      register: 'frameworks',
      id,
      action,
      version: record.version,
      comment: 'CASE 1.1',
    })
    state = done.state
  }
  return state
}

/** Keeps what packages say beyond the registers. */
export async function keepSources(tx: Tx, framework: string, sources: readonly SourceRow[]): Promise<void> {
  const PER_STATEMENT = 5000
  for (let at = 0; at < sources.length; at += PER_STATEMENT) {
    const some = sources.slice(at, at + PER_STATEMENT)
    await tx.run(sql`
      INSERT INTO case_sources (college_id, framework_id, kind, position, record_id, members, identifier)
      SELECT ${tx.collegeId}::uuid, ${framework}::uuid, * FROM unnest(
        ${some.map(({ kind }) => kind)}::text[], ${some.map(({ position }) => position)}::integer[],
        ${some.map(({ record }) => record)}::uuid[], ${some.map(({ members }) => members)}::text[], ${some.map(({ identifier }) => identifier)}::text[])`)
  }
}

/** Versions that are here of a framework, the latest first. */
async function versionsOf(engine: Engine, tx: Tx, number: string): Promise<Version[]> {
  return tx.run<Version & Record<string, unknown>>(sql`
    SELECT id, edition AS version FROM ${tableOf(engine, 'frameworks')}
    WHERE college_id = ${tx.collegeId} AND number = ${number} AND deleted_at IS NULL ORDER BY created_at DESC, id DESC`)
}

/** Items of other frameworks here that the associations of a package name, the latest version of each. */
async function outsideItems(engine: Engine, tx: Tx, { found }: ReadPackage): Promise<Map<string, string>> {
  if (found === null) return new Map()
  const own = new Set(found.items.map(({ identifier }) => String(identifier)))
  const named = new Set(
    found.associations
      .flatMap((association) => [nodeOf(association['originNodeURI']), nodeOf(association['destinationNodeURI'])])
      .flatMap(({ identifier }) => (identifier === null || own.has(identifier) ? [] : [identifier])),
  )
  if (named.size === 0) return new Map()
  // Items made here are known outside by their ids.
  const ids = [...named].filter(isUuid)
  const rows = await tx.run<{ id: string; number: string }>(sql`
    SELECT i.id, i.number FROM ${tableOf(engine, 'framework-items')} AS i
      JOIN ${tableOf(engine, 'frameworks')} AS f ON f.college_id = i.college_id AND f.id = i.framework
    WHERE i.college_id = ${tx.collegeId} AND (i.number = ANY(${[...named]}::text[]) OR i.id = ANY(${ids}::uuid[])) AND i.deleted_at IS NULL AND f.deleted_at IS NULL
    ORDER BY f.created_at`)
  return new Map(rows.flatMap(({ id, number }) => (named.has(number) ? [[number, id] as const] : [[id, id] as const])))
}
