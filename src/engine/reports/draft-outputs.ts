import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import type { OutputName, Outputs } from './compile.ts'
import { compileReport, type CompileWatch } from './compile-report.ts'
import { checkMayRead } from './report-access.ts'
import { openReport, resolveOpened } from './resolve-report.ts'

export interface Draft {
  /** Prints it: called after the transaction has ended, since it takes seconds. */
  print(outputs: readonly OutputName[], watch?: CompileWatch): Promise<Outputs>
}

/** A report as it stands now, as the actor may see it, marked as a draft. @throws Refusal 403, 404 */
export async function draftOutputs(engine: Engine, tx: Tx, actor: Actor, reportId: string): Promise<Draft> {
  const opened = await openReport(engine, tx, reportId)
  checkMayRead(engine, actor, opened.sections)
  const { resolved } = await resolveOpened(engine, tx, actor, opened, { asDraft: true })
  return { print: (outputs, watch) => compileReport(resolved, { outputs, createdAt: new Date().toISOString() }, watch) }
}
