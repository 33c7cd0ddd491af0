import { sql } from 'kysely'
import { safeName } from '../../../../engine/files/store.ts'
import { type PlanScope, taskTables } from '../plan-scope.ts'

/** A file of the package: where it lies in it, and what it proves. */
export interface PackageFile {
  readonly task: string
  readonly taskName: string
  readonly unit: string
  /** Material, result or report. */
  readonly what: string
  readonly source: 'plan-evidence' | 'plan-results' | 'task-progress'
  readonly level: string | null
  readonly sha256: string
  readonly size: number
  readonly path: string
}

/** What proves something without being a file. */
export interface PackageReference {
  readonly task: string
  readonly taskName: string
  readonly unit: string
  readonly what: string
  readonly kind: 'link' | 'record' | 'indicator'
  readonly address: string
}

interface FileRow extends Record<string, unknown> {
  readonly task: string
  readonly taskName: string
  readonly unit: string
  readonly what: string
  readonly source: PackageFile['source']
  readonly level: string | null
  readonly sha256: string
  readonly name: string
  readonly size: string
}

/** Every approved file of the plan in the order of its tasks, each with a place of its own in the package. */
export async function packageFiles(scope: PlanScope): Promise<PackageFile[]> {
  const { tx, rows, plan } = scope
  const found = await tx.run<FileRow>(sql`
    WITH ${await taskTables(scope)},
    held AS (
      SELECT college_id, task, 'plan-evidence' AS source, name AS what, level, files FROM ${await rows('plan-evidence')} AS e
      UNION ALL
      SELECT college_id, task, 'plan-results', name, level, files FROM ${await rows('plan-results')} AS r WHERE r.granted_on <= ${plan.asOf}
      UNION ALL
      SELECT college_id, task, 'task-progress', month, NULL, files FROM ${await rows('task-progress')} AS p
      WHERE month <= ${plan.asOf.slice(0, 7)})
    SELECT task.number AS task, task.name AS "taskName", units.name AS unit, held.what, held.source, held.level,
      file ->> 'sha256' AS sha256, file ->> 'name' AS name, file ->> 'size' AS size
    FROM held CROSS JOIN LATERAL jsonb_array_elements(coalesce(held.files, '[]'::jsonb)) AS file
      JOIN task ON task.college_id = held.college_id AND task.id = held.task
      JOIN records.units AS units ON units.college_id = task.college_id AND units.id = task.unit
    ORDER BY task.number, held.source, held.what, name, sha256`)
  const taken = new Map<string, number>()
  return found.map(({ name, size, ...row }) => {
    const folder = `files/${folderOf(row.task.replace(/^(\w+-\w+).*$/, '$1'))}/${folderOf(`${row.task} ${row.taskName}`)}`
    const number = (taken.get(folder) ?? 0) + 1
    taken.set(folder, number)
    return { ...row, size: Number(size), path: `${folder}/${String(number).padStart(3, '0')}-${folderOf(name, 80)}` }
  })
}

/** What no file system minds: no separators, no end in a dot, and short enough for every one of them. */
const folderOf = (name: string, most = 60) => {
  const clean = safeName(name.replaceAll(/[<>:"|?*]/g, '_')).slice(-most)
  return clean.replace(/[. ]+$/, '_').replace(/^\.+/, '_')
}

/** Links, records and values of indicators that prove something. */
export async function packageReferences(scope: PlanScope): Promise<PackageReference[]> {
  const { tx, rows } = scope
  return tx.run<PackageReference & Record<string, unknown>>(sql`
    WITH ${await taskTables(scope)}
    SELECT task.number AS task, task.name AS "taskName", units.name AS unit, e.name AS what, e.kind,
      CASE e.kind WHEN 'link' THEN e.link WHEN 'record' THEN '/registers/' || e.register || '/' || e.record
        ELSE '/figures/' || e.indicator || '?period=' || e.period END AS address
    FROM ${await rows('plan-evidence')} AS e
      JOIN task ON task.college_id = e.college_id AND task.id = e.task
      JOIN records.units AS units ON units.college_id = task.college_id AND units.id = task.unit
    WHERE e.kind <> 'file' ORDER BY task.number, e.name, e.id`)
}
