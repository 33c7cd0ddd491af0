import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { createMany } from '../../../engine/records/write-many.ts'
import type { SourceRow } from './case-rows.ts'
import { keepSources } from './import-case.ts'
import { openFramework, recordsOf } from './load-framework.ts'
import { type NewRecord, parentsFirst } from './parents-first.ts'

/**
 * Makes a draft of a framework as it is, under another version: items, crosswalks and what was imported with them.
 * @throws Refusal 403, 404; 422 when the version exists already
 */
export async function makeVersion(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  version: string,
): Promise<{ id: string }> {
  const framework = await openFramework(engine, tx, actor, id)
  const items = await recordsOf(engine, tx, 'framework-items', id)
  const links = await recordsOf(engine, tx, 'framework-links', id)
  const made = new Map([framework, ...items, ...links].map((record) => [record.id, v7()]))
  const anew = (reference: unknown) => (typeof reference === 'string' ? (made.get(reference) ?? reference) : null)
  const copy = v7()
  made.set(id, copy)
  await createMany(engine, tx, actor, 'frameworks', [
    { id: copy, values: { ...framework.values, edition: version, replaces: id, from: null, until: null } },
  ])
  const rows = items.map((item): NewRecord => ({
    id: made.get(item.id)!,
    values: { ...item.values, framework: copy, parent: anew(item.values['parent']) },
  }))
  if (rows.length > 0) await createMany(engine, tx, actor, 'framework-items', parentsFirst(rows))
  if (links.length > 0)
    await createMany(
      engine,
      tx,
      actor,
      'framework-links',
      links.map((link) => ({
        id: made.get(link.id)!,
        values: {
          ...link.values,
          framework: copy,
          from: anew(link.values['from']),
          to: anew(link.values['to']),
        },
      })),
    )
  const sources = await tx.run<SourceRow & Record<string, unknown>>(sql`
    SELECT kind, position, record_id AS record, members, identifier FROM case_sources
    WHERE college_id = ${tx.collegeId} AND framework_id = ${id}`)
  await keepSources(
    tx,
    copy,
    sources.flatMap((source) => {
      const record = made.get(source.record)
      return record === undefined ? [] : [{ ...source, record }]
    }),
  )
  return { id: copy }
}
