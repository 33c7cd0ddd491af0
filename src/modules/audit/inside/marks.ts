import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Finding } from '../finding.ts'
import type { Verdict, WireFinding, WireMark, WireMarkRequest } from '../wire.ts'

type Said = Pick<Finding, 'kind' | 'values'> & { readonly message: { readonly zh: string } }

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** What is the same about a finding in the next document: its kind and words, whatever the figures are. */
export const patternOf = ({ kind, message }: Said): string =>
  hash(`${kind}|${message.zh.replace(/[-−]?\d[\d.,]*/g, '#')}`)

const figuresOf = ({ values }: Said): string => hash([...values].sort().join('|'))

interface Row {
  readonly pattern: string
  readonly figures: string
  readonly verdict: Verdict
  readonly reason: string
  readonly document: string
  readonly marked_at: Date
  readonly marked_by: string
}

/** Findings with what was said of them before: of the very figures, or else last of the same thing with others. */
export async function withMarks(tx: Tx, findings: readonly Finding[]): Promise<WireFinding[]> {
  const patterns = [...new Set(findings.map(patternOf))]
  const rows =
    patterns.length === 0
      ? []
      : await tx.run<Row>(sql`
          SELECT pattern, figures, verdict, reason, document, marked_at, marked_by FROM audit_marks
          WHERE college_id = ${tx.collegeId} AND pattern = ANY(${patterns}::text[])
          ORDER BY marked_at DESC`)
  return findings.map((finding) => {
    const said = rows.filter((row) => row.pattern === patternOf(finding))
    const same = said.find((row) => row.figures === figuresOf(finding))
    // That a finding was true once says nothing of the next document's figures.
    const row = same ?? said.find(({ verdict }) => verdict !== 'true')
    return { ...finding, mark: row ? markOf(row, row === same) : null }
  })
}

const markOf = ({ verdict, reason, document, marked_by, marked_at }: Row, sameFigures: boolean): WireMark => ({
  verdict,
  reason,
  document,
  by: marked_by,
  at: new Date(marked_at).toISOString(),
  sameFigures,
})

/** Keeps what somebody says of a finding; null takes it back. */
export async function markFinding(
  tx: Tx,
  actor: Actor,
  { verdict, reason, document, ...said }: WireMarkRequest,
): Promise<void> {
  const finding = said as Said
  const [pattern, figures] = [patternOf(finding), figuresOf(finding)]
  if (verdict === null) {
    await tx.run(
      sql`DELETE FROM audit_marks WHERE college_id = ${tx.collegeId} AND pattern = ${pattern} AND figures = ${figures}`,
    )
    return
  }
  await tx.run(sql`
    INSERT INTO audit_marks (college_id, pattern, figures, verdict, reason, document, message, marked_at, marked_by)
    VALUES (${tx.collegeId}, ${pattern}, ${figures}, ${verdict}, ${reason}, ${document}, ${JSON.stringify(said.message)}::jsonb,
      ${new Date()}, ${actor.name})
    ON CONFLICT (college_id, pattern, figures) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason,
      document = excluded.document, marked_at = excluded.marked_at, marked_by = excluded.marked_by`)
}
