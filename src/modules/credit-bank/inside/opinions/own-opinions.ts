import { sql } from 'kysely'
import type { Readable } from 'node:stream'
import type { Actor } from '../../../../engine/access/actor.ts'
import { writeAudit } from '../../../../engine/access/write-audit.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { openFile } from '../../../../engine/files/store.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { act } from '../../../../engine/records/act.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { FileRef } from '../../../../language/fields.ts'
import type { Label } from '../../../../language/label.ts'
import type { WireMyOpinion, WireMyOpinions } from '../../wire-opinions.ts'
import { themselves } from '../accounts/self.ts'
import { tableOf } from '../fact-sql.ts'
import { wordsOf } from '../words-of.ts'
import { openOpinions } from './open-opinions.ts'

/** What an expert was asked, with the facts to judge by and no others, until the outcome is decided. */
export async function myOpinions(engine: Engine, tx: Tx, actor: Actor): Promise<WireMyOpinions> {
  const words = (register: string, field: string) => wordsOf(engine, register, field)
  const recommendations = words('outcome-opinions', 'recommendation')
  const levels = words('outcome-opinions', 'level')
  if (actor.personId === null) return { opinions: [], recommendations, levels }
  type Row = Omit<WireMyOpinion, 'outcome'> & {
    readonly outcome: Omit<WireMyOpinion['outcome'], 'kind' | 'level' | 'grade' | 'evidence'> & {
      readonly kind: string
      readonly level: string
      readonly grade: string
      readonly evidence: readonly FileRef[] | null
    }
  }
  const rows = await tx.run<Row & Record<string, unknown>>(sql`
    SELECT asked.id, asked.version, asked.state, asked."dueOn", asked.question, asked.recommendation, asked.level, asked.credits, asked.reason,
      jsonb_build_object('name', o.name, 'kind', o.kind, 'level', o.level, 'grade', o.grade, 'issuer', i.name,
        'issuedOn', o.issued_on, 'expiresOn', o.expires_on, 'hours', o.hours, 'credits', o.credits::text, 'evidence', o.evidence,
        'learner', CASE WHEN asked.shown THEN l.name END, 'certificateNumber', CASE WHEN asked.shown THEN o.certificate_number END,
        'note', CASE WHEN asked.shown THEN o.note END) AS outcome
    FROM (SELECT q.id, q.version, q.state, q.due_on::text AS "dueOn", q.question, q.recommendation, q.level, q.credits::text AS credits, q.reason,
        coalesce(q.is_learner_shown, false) AS shown, q.outcome AS about ${openOpinions(engine, tx, actor)} AND o.state = 'registered') AS asked
      JOIN ${tableOf(engine, 'learning-outcomes')} AS o ON o.college_id = ${tx.collegeId} AND o.id = asked.about
      JOIN ${tableOf(engine, 'credit-institutions')} AS i ON i.college_id = ${tx.collegeId} AND i.id = o.issuer
      JOIN ${tableOf(engine, 'credit-learners')} AS l ON l.college_id = ${tx.collegeId} AND l.id = o.learner
    ORDER BY asked.state DESC, asked."dueOn", asked.id LIMIT 100`)
  const label = (field: string, value: string): Label =>
    words('learning-outcomes', field).find((word) => word.value === value)?.label ?? { zh: value, en: value }
  return {
    recommendations,
    levels,
    opinions: rows.map(({ outcome, ...asked }) => ({
      ...asked,
      outcome: {
        ...outcome,
        kind: label('kind', outcome.kind),
        level: label('level', outcome.level),
        grade: label('grade', outcome.grade),
        evidence: outcome.evidence ?? [],
      },
    })),
  }
}

interface Asked extends Record<string, unknown> {
  readonly state: string
  readonly askedBy: string | null
  readonly name: string
  readonly evidence: readonly FileRef[] | null
}

/** The question, while it may be answered. @throws Refusal 404 when it was not theirs, 409 once the outcome is decided */
async function openQuestion(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Asked> {
  // The outcome is held until the end: it is not decided while an opinion of it changes.
  const [row] = await tx.run<Asked & { decided: boolean }>(sql`
    SELECT q.state, q.created_by AS "askedBy", o.name, o.evidence, o.state <> 'registered' AS decided
    ${openOpinions(engine, tx, actor)} AND q.id = ${id} FOR SHARE OF o`)
  if (!row) throw unknownRecord()
  if (row.decided)
    throw new Refusal('conflict', {
      zh: '这项成果已经作出决定，意见不能再改',
      en: 'This outcome is decided: opinions of it no longer change',
    })
  return row
}

const tell = (tx: Tx, { askedBy }: Asked, text: Label) =>
  sendNotices(tx, askedBy === null ? [] : [askedBy], {
    kind: 'credit-bank.opinion',
    text,
    link: '/credit-bank?tab=centre',
  })

/**
 * The expert's own word, changeable until the outcome is decided. Of the question the expert changes nothing, so that the
 * step is the platform's; history names whose word it was.
 * @throws Refusal 404, 409 decided or changed since, 422 without a reason
 */
export async function giveOpinion(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  { version, ...values }: Pick<WireMyOpinion, 'version' | 'recommendation' | 'level' | 'credits' | 'reason'>,
): Promise<void> {
  const asked = await openQuestion(engine, tx, actor, id)
  const word = themselves(actor)
  const register = 'outcome-opinions'
  const written = await act(engine, tx, word, { register, id, action: 'update', version, values })
  if (asked.state === 'answered') return
  await act(engine, tx, word, { register, id, action: 'answer', version: written.version })
  await tell(tx, asked, {
    zh: `${actor.name}对学习成果“${asked.name}”提出了意见`,
    en: `${actor.name} gave an opinion of the outcome “${asked.name}”`,
  })
}

/** The expert steps back and says why: a tie, or another's field. @throws Refusal 404, 409 */
export async function declineOpinion(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<void> {
  const asked = await openQuestion(engine, tx, actor, id)
  if (asked.state !== 'assigned')
    throw new Refusal('conflict', {
      zh: '已经提出意见：可以修改意见，或请学分银行中心撤回',
      en: 'The opinion is given: change it, or ask the credit bank to withdraw it',
    })
  await act(engine, tx, themselves(actor), {
    register: 'outcome-opinions',
    id,
    action: 'decline',
    version,
    comment: reason,
  })
  await tell(tx, asked, {
    zh: `${actor.name}退出评议学习成果“${asked.name}”：请另请专家`,
    en: `${actor.name} gives no opinion of the outcome “${asked.name}”: ask another expert`,
  })
}

/** A file of the evidence to judge by; who opened it is in the audit. @throws Refusal 404, 409 */
export async function opinionFile(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  sha256: string,
): Promise<{ stream: Readable; size: number; type: string; name: string }> {
  const { evidence } = await openQuestion(engine, tx, actor, id)
  const file = evidence?.find((one) => one.sha256 === sha256)
  if (!file) throw unknownRecord()
  await writeAudit(tx, { kind: 'export', actor, subject: `outcome-opinions/${id}/${sha256}` })
  return { ...(await openFile(engine, tx, sha256)), name: file.name }
}
