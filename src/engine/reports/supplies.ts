import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { ReportSupply, ResolvedFigure } from '../../language/document.ts'
import type { ReportTemplate } from '../../language/report.ts'

/** What a module made for a report, as it was kept. */
export interface KeptSupply extends ReportSupply {
  readonly id: string
  readonly madeAt: string
  /** Since when what it was made of is no longer what it was; null while it is. */
  readonly outdatedAt: string | null
}

/** What a report prints now of what its module made; undefined of other reports. */
export async function latestSupply(
  tx: Tx,
  template: ReportTemplate,
  reportId: string,
): Promise<KeptSupply | undefined> {
  if (template.made === undefined) return undefined
  const [row] = await tx.run<{ id: string; content: ReportSupply; madeAt: string; outdatedAt: string | null }>(sql`
    SELECT id, content, made_at AS "madeAt", outdated_at AS "outdatedAt" FROM report_supplies
    WHERE college_id = ${tx.collegeId} AND report_id = ${reportId} ORDER BY id DESC LIMIT 1`)
  if (row === undefined) return undefined
  const { id, content, madeAt, outdatedAt } = row
  const figures = Object.fromEntries(
    Object.entries(content.figures).map(([code, one]): [string, ResolvedFigure] => [
      code,
      { ...one, behind: `${template.made!.behind}/${id}?figure=${encodeURIComponent(code)}` },
    ]),
  )
  return { ...content, figures, id, madeAt, outdatedAt }
}

interface OpenedFigure<Behind, Asked> {
  readonly reportId: string
  readonly figure: ResolvedFigure
  readonly behind: Behind
  readonly asked: Asked
  readonly madeAt: string
}

/** What a figure of a made report was counted from, with what its module keeps; undefined when there is none. */
export async function behindFigure<Behind, Asked>(
  tx: Tx,
  supplyId: string,
  code: string,
): Promise<OpenedFigure<Behind, Asked> | undefined> {
  const [row] = await tx.run<Omit<OpenedFigure<Behind, Asked>, 'figure'> & { figure: ResolvedFigure | null }>(sql`
    SELECT report_id AS "reportId", content->'figures'->${code} AS figure, behind->${code} AS behind, asked, made_at AS "madeAt"
    FROM report_supplies WHERE college_id = ${tx.collegeId} AND id = ${supplyId}`)
  return row && row.figure !== null ? { ...row, figure: row.figure } : undefined
}

/** Says of the open reports of one name that what they were made of has changed since. */
export async function markOutdated(tx: Tx, name: string): Promise<void> {
  await tx.run(sql`
    UPDATE report_supplies AS s SET outdated_at = ${new Date().toISOString()} FROM reports r
    WHERE s.college_id = ${tx.collegeId} AND s.outdated_at IS NULL
      AND r.college_id = ${tx.collegeId} AND r.id = s.report_id AND r.name = ${name} AND r.state <> 'published'`)
}
