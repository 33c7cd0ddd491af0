import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'
import type { FileRef } from '../../../../language/fields.ts'
import { stateLabel } from '../../../../language/usual.ts'
import { isUnderWay } from './claim-guard.ts'
import { lockMoney } from './lock-money.ts'

/** An invoice as far as it tells whether it is another one’s twin. */
export interface InvoiceMarks {
  /** As compared: digits and letters alone. */
  readonly number: string
  readonly code: string
  readonly sha256: string | null
}

/** The same invoice on another claim. */
export interface InvoiceUse {
  readonly claim: string
  readonly state: string
  readonly by: 'number' | 'file'
}

/**
 * Where an invoice is in use already: by its number (old invoices have a code besides; who leaves the code out does not
 * make it another one), or by the content of its file, whatever the file is called.
 * @param except the invoice itself
 */
export async function usesOf(
  engine: Engine,
  tx: Tx,
  marks: InvoiceMarks,
  except: string | null,
): Promise<InvoiceUse[]> {
  const of = (register: string) => table(getRegister(engine, register))
  const sameFile =
    marks.sha256 === null ? sql`false` : sql`i.file @> ${JSON.stringify([{ sha256: marks.sha256 }])}::jsonb`
  const sameNumber = sql`(i.plain_number = ${marks.number} AND ${marks.number} <> ''
    AND (i.key = ${marks.code + marks.number} OR i.key = i.plain_number COLLATE "C" OR ${marks.code} = ''))`
  return tx.run<InvoiceUse & Record<string, unknown>>(sql`
    SELECT claims.number AS claim, claims.state, CASE WHEN ${sameNumber} THEN 'number' ELSE 'file' END AS by
    FROM ${of('plan-invoices')} AS i JOIN ${of('plan-claims')} AS claims ON claims.college_id = i.college_id AND claims.id = i.claim
    WHERE i.college_id = ${tx.collegeId} AND i.deleted_at IS NULL AND (${sameNumber} OR ${sameFile})
      AND ${except === null ? sql`true` : sql`i.id <> ${except}`}
    ORDER BY claims.number LIMIT 5`)
}

/** What to say of an invoice that is in use already. */
export const usedMessage = (number: string, { claim, state, by }: InvoiceUse) => {
  const label = stateLabel(state)
  return by === 'number'
    ? {
        zh: `发票 ${number} 已用于报账 ${claim}（${label.zh}），不能再报。如需重报，请先撤销或冲销那一笔`,
        en: `Invoice ${number} is used on claim ${claim} (${label.en}) already. To claim it again, cancel or reverse that one first`,
      }
    : {
        zh: `这个文件与报账 ${claim}（${label.zh}）中的发票内容相同，改名后也不能再报`,
        en: `This file is the invoice of claim ${claim} (${label.en}): under another name it is no other invoice`,
      }
}

/** Watches over invoices: each is used once, and those of a claim under way stay as they are. */
export const invoiceGuard: Guard = {
  registers: ['plan-invoices'],
  async hear(engine, tx, actor, written) {
    await lockMoney(tx)
    const problems: GuardProblem[] = []
    for (const one of written) {
      if (!actor.system) problems.push(...(await frozenProblems(engine, tx, one)))
      if (one.after.deletedAt === null) problems.push(...(await twinProblems(engine, tx, one)))
    }
    return problems
  },
}

async function twinProblems(engine: Engine, tx: Tx, { id, after }: Written): Promise<readonly GuardProblem[]> {
  const { number, plainNumber, key, file } = after.values as {
    number: string
    plainNumber: string
    key: string
    file: readonly FileRef[] | null
  }
  const code = key.slice(0, key.length - plainNumber.length)
  const [use] = await usesOf(engine, tx, { number: plainNumber, code, sha256: file?.[0]?.sha256 ?? null }, id)
  return use ? [{ id, field: use.by, message: usedMessage(number, use) }] : []
}

async function frozenProblems(
  engine: Engine,
  tx: Tx,
  { id, before, after }: Written,
): Promise<readonly GuardProblem[]> {
  const claims = [before?.values['claim'], after.values['claim']].filter((claim) => typeof claim === 'string')
  const rows = await tx.run<{ number: string; state: string }>(sql`
    SELECT number, state FROM ${table(getRegister(engine, 'plan-claims'))}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${claims}::uuid[])`)
  const busy = rows.find(({ state }) => isUnderWay(state) || state === 'cancelled')
  return busy
    ? [
        {
          id,
          field: 'claim',
          message: {
            zh: `报账 ${busy.number} 已提交或已结束，发票不能再增减或修改；请先撤回`,
            en: `Claim ${busy.number} was submitted or is over: its invoices stay as they are. Withdraw it first`,
          },
        },
      ]
    : []
}
