import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { openFile } from '../../../../engine/files/store.ts'
import { mayOpenFile } from '../../../../engine/files/may-open.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { table, type Values } from '../../../../engine/records/stored.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { runBounded } from '../../../../engine/threads/run-bounded.ts'
import type { WireRecord } from '../../../../language/wire.ts'
import type { WireInvoiceReading } from '../../wire-money.ts'
import type { InvoiceReading } from '../invoices/read-invoice.ts'
import { lockMoney } from './lock-money.ts'
import { usedMessage, usesOf } from './invoice-guard.ts'

export interface NewClaim {
  readonly values: Values
  readonly invoices: readonly Values[]
  /** Submits it at once; otherwise it stays a draft. */
  readonly submit: boolean
}

/**
 * Makes a claim with its invoices, and submits it: all or nothing. Its number is the day’s next.
 * @throws Refusal 403; 422 with the problems, those of an invoice at `invoices.<n>.<field>`
 */
export async function makeClaim(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { values, invoices, submit }: NewClaim,
): Promise<WireRecord> {
  await lockMoney(tx)
  const claim = await act(engine, tx, actor, {
    register: 'plan-claims',
    action: 'create',
    values: {
      ...values,
      number: await nextNumber(engine, tx),
      ...(actor.personId ? { claimant: actor.personId } : {}),
    },
  })
  for (const [i, invoice] of invoices.entries()) {
    await refuseUsed(engine, tx, invoice, i)
    await act(engine, tx, actor, {
      register: 'plan-invoices',
      action: 'create',
      values: { ...invoice, claim: claim.id, unit: values['unit'], claimant: claim.values['claimant'] },
    }).catch((error: unknown) => {
      throw atInvoice(error, i)
    })
  }
  if (!submit) return claim
  return act(engine, tx, actor, { register: 'plan-claims', id: claim.id, version: claim.version, action: 'submit' })
}

/** Says of an invoice that is in use where it is used: the unique key alone would only say that it is there. @throws Refusal 422 */
async function refuseUsed(engine: Engine, tx: Tx, invoice: Values, at: number): Promise<void> {
  const textOf = (field: string) => (typeof invoice[field] === 'string' ? invoice[field] : null)
  const register = getRegister(engine, 'plan-invoices')
  const derived = register.derive?.({ number: textOf('number'), code: textOf('code') } as never)
  const { plainNumber, key } = derived as { plainNumber: string; key: string }
  const [file] = Array.isArray(invoice['file']) ? (invoice['file'] as readonly { sha256?: unknown }[]) : []
  const sha256 = typeof file?.sha256 === 'string' ? file.sha256 : null
  const code = key.slice(0, key.length - plainNumber.length)
  const [use] = await usesOf(engine, tx, { number: plainNumber, code, sha256 }, null)
  if (!use) return
  const message = usedMessage(textOf('number') ?? '', use)
  throw new Refusal('invalid', message, { problems: [{ field: `invoices.${at}.${use.by}`, message }] })
}

/** Says at which invoice a refusal arose. */
function atInvoice(error: unknown, at: number): unknown {
  if (!(error instanceof Refusal) || !error.details.problems) return error
  return new Refusal(error.code, error.label, {
    ...error.details,
    problems: error.details.problems.map((problem) => ({
      ...problem,
      field: `invoices.${at}.${problem.field ?? 'number'}`,
    })),
  })
}

async function nextNumber(engine: Engine, tx: Tx): Promise<string> {
  const start = `C${today().replaceAll('-', '')}-`
  const [row] = await tx.run<{ last: number }>(sql`
    SELECT coalesce(max(substr(number, ${start.length + 1})::integer), 0) AS last
    FROM ${table(getRegister(engine, 'plan-claims'))}
    WHERE college_id = ${tx.collegeId} AND number ~ ${`^${start}[0-9]{1,6}$`}`)
  return start + String(row!.last + 1).padStart(3, '0')
}

/** The largest file that is read: invoices are small. */
const MOST_BYTES = 20 * 1024 * 1024

/**
 * Reads the invoice in a file that the actor sent, and says whether it is in use already.
 * @param sha256 of the file
 * @throws Refusal 404 when it is not the actor's to open; 413
 */
export async function readKeptInvoice(
  engine: Engine,
  withActor: <T>(work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>,
  sha256: string,
): Promise<WireInvoiceReading> {
  const bytes = await withActor(async (tx, actor) => {
    if (!(await mayOpenFile(engine, tx, actor, sha256)))
      throw new Refusal('not-found', { zh: '没有找到这个文件', en: 'This file was not found' })
    return bytesOf(engine, tx, sha256)
  })
  // Read between two transactions: it may wait for its turn.
  const thread = new URL('../invoices/invoice-worker.ts', import.meta.url)
  const bounds = { seconds: 30, megabytes: 256, name: '发票' }
  const reading = await runBounded<InvoiceReading>(thread, new Uint8Array(bytes), bounds)
  const { facts, format, kind, notes } = reading
  const asked = { number: facts.number ?? '', code: facts.code ?? '', sha256 }
  const [use] = await withActor((tx) => usesOf(engine, tx, asked, null))
  return {
    ...facts,
    format,
    notes,
    kind,
    used: use ? usedMessage(facts.number ?? '', use) : null,
  }
}

async function bytesOf(engine: Engine, tx: Tx, sha256: string): Promise<Buffer> {
  const { stream, size } = await openFile(engine, tx, sha256)
  if (size > MOST_BYTES)
    throw new Refusal('too-large', { zh: '发票文件超过 20 MB，请换用原始文件', en: 'The invoice is larger than 20 MB' })
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  // What lies under a hash is what the hash says; a damaged disk is not read as an invoice.
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Refusal('unavailable', { zh: '文件已损坏，请重新上传', en: 'The file is damaged: send it again' })
  return bytes
}
