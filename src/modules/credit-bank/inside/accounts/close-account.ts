import { sql } from 'kysely'
import { asSystem } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { forgetUploads } from '../../../../engine/files/erase-files.ts'
import { append } from '../../../../engine/history/append.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import type { WireClosing } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'
import { lockLearner } from '../ledger.ts'

/** What is kept of a closed account, and why: shown before, and the same for everybody. */
const KEPT: WireClosing['kept'] = [
  {
    what: {
      zh: '已认定的成果、已办理的转换和学分账（不含姓名、证件、电话）',
      en: 'Accredited outcomes, conversions and the ledger, without name, identity number and mobile',
    },
    why: {
      zh: '转换学校的学籍成绩以它们为依据，学籍档案须长期保存；账簿只增不改，是其他机构对账的凭证（个人信息保护法第四十七条第二款：法定保存期限未届满的，停止除存储和安全保护之外的处理）',
      en: 'Marks in the converting school’s files rest on them and are kept by law; the ledger is only added to. Article 47 (2): what must be kept is stored and protected, and not otherwise used',
    },
  },
  {
    what: { zh: '操作日志与变更历史', en: 'The log and the history of changes' },
    why: {
      zh: '网络安全法第二十一条要求留存日志；账户注销三年后，历史中的个人信息一并清除',
      en: 'Article 21 of the Cybersecurity Law asks for logs; three years after closing, personal data in history are erased, too',
    },
  },
]

/** What closing an account would do: nothing is written. */
export async function reviewClosing(engine: Engine, tx: Tx, learner: string): Promise<WireClosing> {
  const of = (register: string) => tableOf(engine, register)
  const [row] = await tx.run<{ open: number; waiting: number; consents: number; held: string }>(sql`
    SELECT
      (SELECT count(*)::integer FROM ${of('learning-outcomes')} WHERE college_id = ${tx.collegeId} AND learner = ${learner} AND state IN ('registered', 'refused') AND deleted_at IS NULL) AS open,
      (SELECT count(*)::integer FROM ${of('credit-conversions')} WHERE college_id = ${tx.collegeId} AND learner = ${learner} AND state = 'submitted' AND deleted_at IS NULL) AS waiting,
      (SELECT count(*)::integer FROM ${of('credit-consents')} WHERE college_id = ${tx.collegeId} AND learner = ${learner} AND state = 'given' AND deleted_at IS NULL) AS consents,
      (SELECT (coalesce(sum(credits) FILTER (WHERE to_account = 'held'), 0) - coalesce(sum(credits) FILTER (WHERE from_account = 'held'), 0))::text
        FROM credit_entries WHERE college_id = ${tx.collegeId} AND learner_id = ${learner}) AS held`)
  const { open, waiting, consents, held } = row!
  const lines = [
    { zh: '姓名、身份证号、手机号和登录密码', en: 'Name, identity number, mobile and password' },
    {
      zh: `未认定的成果 ${open} 项，及全部佐证材料和说明`,
      en: `${open} outcomes not accredited, and all evidence and notes`,
    },
    { zh: `待办的转换申请 ${waiting} 份（撤回）`, en: `${waiting} applications not decided yet (withdrawn)` },
    { zh: `授权同意 ${consents} 份（撤回）`, en: `${consents} consents (withdrawn)` },
    { zh: `可用学分 ${held} 不能再转换`, en: `${held} unused credits can no longer be converted` },
  ]
  return { erased: lines, kept: KEPT }
}

/**
 * Closes an account: what names the learner is erased at once and not copied into history; what must be kept stays
 * without a name.
 */
export async function closeAccount(engine: Engine, tx: Tx, learner: string): Promise<void> {
  await lockLearner(tx, learner)
  const system = asSystem(tx.collegeId, '账户注销')
  const take = async (register: string, states: readonly string[], action: string) => {
    const rows = await tx.run<{ id: string }>(sql`
      SELECT id FROM ${tableOf(engine, register)} WHERE college_id = ${tx.collegeId} AND learner = ${learner} AND deleted_at IS NULL
        AND state = ANY(${[...states]}::text[])`)
    for (const { id } of rows) await act(engine, tx, system, { register, id, action, comment: '账户注销' })
  }
  await take('credit-conversions', ['submitted'], 'withdraw')
  await take('credit-consents', ['given'], 'withdraw')
  await take('learning-outcomes', ['registered', 'refused'], 'delete')
  const at = new Date().toISOString()
  const own = sql`WHERE college_id = ${tx.collegeId} AND learner = ${learner}`
  const files = await tx.run<{ sha256: string }>(sql`
    SELECT sha256 FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${learner}
    UNION SELECT f ->> 'sha256' FROM ${tableOf(engine, 'learning-outcomes')}, jsonb_array_elements(evidence) AS f ${own}`)
  await tx.change(sql`UPDATE ${tableOf(engine, 'learning-outcomes')} SET evidence = NULL, note = NULL ${own}`)
  await tx.change(sql`
    UPDATE ${tableOf(engine, 'outcome-opinions')} SET question = NULL, reason = NULL
    WHERE college_id = ${tx.collegeId} AND outcome IN (
      SELECT id FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${tx.collegeId} AND learner = ${learner})`)
  // Nobody opens them any more; their content goes the night after, when this stands.
  await forgetUploads(
    engine,
    tx,
    learner,
    files.map(({ sha256 }) => sha256),
  )
  await tx.change(sql`UPDATE ${tableOf(engine, 'credit-conversions')} SET note = NULL ${own}`)
  await tx.change(
    sql`UPDATE ${tableOf(engine, 'learner-requests')} SET name = NULL, identity = NULL, phone = NULL, reason = NULL ${own}`,
  )
  await tx.change(
    sql`UPDATE ${tableOf(engine, 'life-events')} SET "where" = '—', deleted_at = ${at}::timestamptz ${own}`,
  )
  await tx.change(sql`
    UPDATE ${tableOf(engine, 'credit-learners')} SET name = ${'已注销'}, identity = NULL, phone = NULL, person = NULL, owner_id = NULL,
      search = NULL, deleted_at = ${at}::timestamptz, updated_at = ${at}::timestamptz, version = version + 1
    WHERE college_id = ${tx.collegeId} AND id = ${learner}`)
  await tx.change(sql`DELETE FROM credit_sessions WHERE college_id = ${tx.collegeId} AND learner_id = ${learner}`)
  await tx.change(sql`DELETE FROM credit_logins WHERE college_id = ${tx.collegeId} AND learner_id = ${learner}`)
  await append(tx, system, at, [{ subject: 'credit-learners', subjectId: learner, action: 'close' }])
}
