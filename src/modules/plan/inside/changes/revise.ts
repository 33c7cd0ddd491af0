import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { getRecord } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import type { Line } from './lines.ts'
import { askedLines, linesWriter, type Proposal, writeLines } from './propose.ts'

type Kept = Line & { readonly id: string }

/** What a line says; two that say the same are one. */
const said = ({ register, action, record, field, was, value }: Line) =>
  JSON.stringify([register, action, record, field, was, value])

/**
 * Changes a request that is a draft: one never submitted, or returned. Old values are looked up anew; lines that no
 * longer hold are taken out of use, so history keeps what was asked for before.
 * @param version of the request, as the actor saw it
 * @throws Refusal 403; 404; 409 the request is no draft, or was changed since; 422 with the problems, by change
 */
export async function reviseChange(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  { version, ...proposal }: Proposal & { readonly version: number },
): Promise<void> {
  const register = await collegeRegister(engine, tx, 'plan-changes')
  const request = await getRecord(tx, actor, register, id)
  if (request.state !== 'draft')
    throw new Refusal('conflict', {
      zh: '申请已经提交，内容不能改：请先撤回，或请审批人退回',
      en: 'The request is submitted: withdraw it, or have it returned, before you change it',
    })
  const number = String(request.values['number'])
  const unit = String(request.values['unit'])
  // First, so that two who revise at once are told apart by the version before any line is touched.
  await act(engine, tx, actor, {
    register: 'plan-changes',
    id,
    action: 'update',
    version,
    values: { title: proposal.title, reason: proposal.reason },
    comment: '修改变更内容',
  })
  const { lines } = await askedLines(engine, tx, actor, String(request.values['plan']), number, { ...proposal, unit })
  const known = await tx.run<Kept & Record<string, unknown>>(sql`
    SELECT id, register, action, record, record_name AS "recordName", field, field_name AS "fieldName", before, after, was, value
    FROM ${table(await collegeRegister(engine, tx, 'plan-change-lines'))}
    WHERE college_id = ${tx.collegeId} AND request = ${id} AND deleted_at IS NULL`)
  const wanted = new Set(lines.map(said))
  const system = linesWriter(tx, actor, number)
  for (const line of known)
    if (!wanted.has(said(line)))
      await act(engine, tx, system, {
        register: 'plan-change-lines',
        id: line.id,
        action: 'delete',
        comment: `修改变更申请 ${number}`,
      })
  const kept = new Set(known.map(said))
  const proposer = (request.values['proposer'] ?? null) as string | null
  await writeLines(
    engine,
    tx,
    actor,
    { id, number, unit, proposer },
    lines.filter((line) => !kept.has(said(line))),
  )
}
