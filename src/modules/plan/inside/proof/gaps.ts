import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Label } from '../../../../language/label.ts'
import { GAP_KINDS, type GapKind, type WireGap, type WireProof } from '../../wire-proof.ts'
import { openPlan, type PlanScope, taskTables } from '../plan-scope.ts'
import { OFFICE } from './proof-office.ts'

/** More than this nobody reads in one go; the counts say how many there are. */
const MOST = 2000
/** Levels from the highest down, as the code list has them. */
const LEVELS = ['international', 'national', 'provincial', 'municipal', 'college']
/** A landmark of these levels needs a case of this many characters, blanks not counted. */
const CASE_LEVELS = ['international', 'national', 'provincial']
const CASE_LENGTH = 1000

interface Row extends Record<string, unknown> {
  readonly kind: GapKind
  readonly what: string
  readonly detail: string | null
  readonly at: string
  readonly atRegister: string
  readonly taskId: string
  readonly number: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** Number and level of the result. */
  readonly result: string | null
  readonly level: string | null
  /** How much evidence was ever filed for the task. */
  readonly filed: number
}

/**
 * What a plan claims without proof, as far as the actor sees the plan: completed tasks, milestones reached, values of
 * targets, results, levels that the proof does not bear out, cases too short, files that are gone or were not scanned.
 * Evidence counts once it is approved. Links are not followed.
 * @throws Refusal 403, 404
 */
export async function planGaps(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireProof> {
  const scope = await openPlan(engine, tx, actor, plan)
  const found = await selectGaps(scope)
  const counts = Object.fromEntries(GAP_KINDS.map((kind) => [kind, 0])) as Record<GapKind, number>
  for (const { kind } of found) counts[kind] += 1
  const [evidence] = await tx.run<{ approved: number; waiting: number }>(sql`
    SELECT count(*) FILTER (WHERE e.state = 'approved') AS approved, count(*) FILTER (WHERE e.state = 'submitted') AS waiting
    FROM records.plan_evidence AS e JOIN (SELECT id, college_id FROM ${await scope.rows('plan-tasks')} AS t WHERE plan = ${scope.plan.id}) AS task
      ON task.college_id = e.college_id AND task.id = e.task
    WHERE e.college_id = ${tx.collegeId} AND e.deleted_at IS NULL`)
  const isOffice = actor.system !== undefined || hasRole(actor, OFFICE)
  return {
    plan: scope.plan,
    gaps: found.slice(0, MOST).map((row) => gapOf(row, actor.personId)),
    counts,
    evidence: evidence ?? { approved: 0, waiting: 0 },
    can: { tell: isOffice, pack: isOffice },
  }
}

const gapOf = (row: Row, personId: string | null): WireGap => ({
  kind: row.kind,
  task: { id: row.taskId, number: row.number, name: row.name },
  unit: { id: row.unitId, name: row.unitName },
  owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
  what: row.what,
  message: messageOf(row),
  at: { register: row.atRegister, id: row.at },
  gives: givesOf(row, personId),
})

/** What the evidence that is missing would say of itself. */
function givesOf(row: Row, personId: string | null): WireGap['gives'] {
  const common = {
    number: `${row.number}-Z${String(row.filed + 1).padStart(2, '0')}`,
    task: row.taskId,
    unit: row.unitId,
    ...(personId === null ? {} : { collectedBy: personId }),
  }
  switch (row.kind) {
    case 'task-unproven':
      return { ...common, proves: 'progress' }
    case 'milestone-unproven':
      return { ...common, proves: 'milestone', milestone: row.at }
    case 'target-unproven':
      return { ...common, proves: 'target', target: row.at }
    case 'result-unproven':
    case 'level-unproven':
      return { ...common, name: row.what, proves: 'result', result: row.result!, level: row.level! }
    default:
      return null
  }
}

function messageOf({ kind, what, detail }: Row): Label {
  switch (kind) {
    case 'task-unproven':
      return { zh: '任务已完成，没有审定的佐证', en: 'Completed, without approved evidence' }
    case 'milestone-unproven':
      return { zh: `节点“${what}”已完成，没有佐证`, en: `Milestone "${what}" is reached, without evidence` }
    case 'target-unproven':
      return { zh: `“${what}”填写了实际值 ${detail}，没有佐证`, en: `"${what}" says ${detail}, without evidence` }
    case 'result-unproven':
      return { zh: `成果“${what}”没有佐证`, en: `Result "${what}" has no evidence` }
    case 'level-unproven':
      return {
        zh: `成果“${what}”申报的级别高于佐证证明的级别`,
        en: `Result "${what}" claims a higher level than its evidence shows`,
      }
    case 'case-short':
      return {
        zh: `标志性成果“${what}”的案例应不少于 ${CASE_LENGTH} 字，现有 ${detail} 字`,
        en: `The case of landmark "${what}" has ${detail} characters; ${CASE_LENGTH} are needed`,
      }
    case 'file-gone':
      return { zh: `文件“${what}”已不在文件库中，请重新上传`, en: `File "${what}" is gone: upload it again` }
    case 'file-not-scanned':
      return { zh: `文件“${what}”没有经过病毒扫描`, en: `File "${what}" was not scanned for viruses` }
  }
}

async function selectGaps(scope: PlanScope): Promise<Row[]> {
  const { tx, rows, all, plan } = scope
  return tx.run<Row>(sql`
    WITH ${await taskTables(scope)},
    -- Whoever sees a task is told what it lacks, and what others have filed for it is not missing.
    proof AS (SELECT * FROM ${await all('plan-evidence')} AS e),
    claim AS (
      SELECT r.* FROM ${await all('plan-results')} AS r JOIN task ON task.college_id = r.college_id AND task.id = r.task
      WHERE r.granted_on <= ${plan.asOf}),
    -- Texts of different registers have different collations: here they are compared byte by byte.
    -- One result is looked at once, where it claims most.
    highest AS (
      SELECT DISTINCT ON (result) * FROM claim ORDER BY result, array_position(${LEVELS}::text[], level), id),
    shown AS (
      SELECT result, min(array_position(${LEVELS}::text[], level)) AS place FROM proof
      WHERE proves = 'result' GROUP BY result),
    gap AS (
      SELECT 'task-unproven' AS kind, task.id AS task, task.name COLLATE "C" AS what, NULL::text AS detail, 'plan-tasks' AS "atRegister", task.id AS at,
        NULL::text AS result, NULL::text AS level
      FROM task JOIN reported ON reported.college_id = task.college_id AND reported.task = task.id AND reported.percent = 100
      WHERE task.kind = 'leaf' AND NOT EXISTS (
        SELECT 1 FROM proof WHERE proof.college_id = task.college_id AND proof.task = task.id AND proof.proves IN ('progress', 'result', 'target'))
      UNION ALL
      SELECT 'milestone-unproven', m.task, m.what COLLATE "C", NULL, 'plan-milestones', m.id, NULL, NULL
      FROM ${await all('plan-milestones')} AS m
      WHERE m.reached_on <= ${plan.asOf} AND NOT EXISTS (
        SELECT 1 FROM proof WHERE proof.college_id = m.college_id AND proof.milestone = m.id)
      UNION ALL
      SELECT 'target-unproven', t.task, t.name COLLATE "C", trim_scale(t.actual)::text, 'plan-targets', t.id, NULL, NULL
      FROM ${await all('plan-targets')} AS t
      WHERE t.actual IS NOT NULL AND t.year <= ${Number(plan.asOf.slice(0, 4))} AND NOT EXISTS (
        SELECT 1 FROM proof WHERE proof.college_id = t.college_id AND proof.target = t.id)
      UNION ALL
      SELECT CASE WHEN shown.place IS NULL THEN 'result-unproven' ELSE 'level-unproven' END, h.task, h.name COLLATE "C", NULL, 'plan-results', h.id, h.result COLLATE "C", h.level COLLATE "C"
      FROM highest AS h LEFT JOIN shown ON shown.result COLLATE "C" = h.result COLLATE "C"
      WHERE shown.place IS NULL AND jsonb_array_length(coalesce(h.files, '[]'::jsonb)) = 0
        OR shown.place > array_position(${LEVELS}::text[], h.level)
      UNION ALL
      SELECT 'case-short', h.task, h.name COLLATE "C", length(regexp_replace(coalesce(h.case_text, ''), '\\s', '', 'g'))::text, 'plan-results', h.id, NULL, NULL
      FROM highest AS h
      WHERE h.landmark AND h.level = ANY(${CASE_LEVELS}::text[])
        AND length(regexp_replace(coalesce(h.case_text, ''), '\\s', '', 'g')) < ${CASE_LENGTH}
      UNION ALL
      SELECT CASE WHEN f.scan = 'not-scanned' THEN 'file-not-scanned' ELSE 'file-gone' END, proof.task, (file ->> 'name') COLLATE "C", NULL, 'plan-evidence', proof.id, NULL, NULL
      FROM ${await rows('plan-evidence')} AS proof CROSS JOIN LATERAL jsonb_array_elements(coalesce(proof.files, '[]'::jsonb)) AS file
        LEFT JOIN files AS f ON f.college_id = proof.college_id AND f.sha256 = file ->> 'sha256'
      WHERE f.scan IS DISTINCT FROM 'clean')
    SELECT gap.kind, gap.what, gap.detail, gap."atRegister", gap.at, gap.result, gap.level,
      coalesce(filed.n, 0)::int AS filed, task.id AS "taskId", task.number, task.name,
      units.id AS "unitId", units.name AS "unitName", people.id AS "ownerId", people.name AS "ownerName"
    FROM gap JOIN task ON task.id = gap.task
      JOIN records.units AS units ON units.college_id = task.college_id AND units.id = task.unit
      LEFT JOIN records.people AS people ON people.college_id = task.college_id AND people.id = task.owner
      LEFT JOIN (
        SELECT task, count(*) AS n FROM records.plan_evidence WHERE college_id = ${tx.collegeId} GROUP BY task
      ) AS filed ON filed.task = task.id
    ORDER BY array_position(${[...GAP_KINDS]}::text[], gap.kind), task.number, gap.what`)
}
