import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WireAccount } from '../../language/wire.ts'
import type { Engine } from '../engine.ts'
import { mayAdd } from '../records/guards.ts'
import { may } from './actor.ts'
import type { Session } from './find-session.ts'
import { ownRegisters } from './own-registers.ts'
import { reachesNothing, reachOf } from './reach.ts'

/** The signed-in account as its own screens need it: roles, permissions, and what it may do with each register at all. */
export async function presentAccount(engine: Engine, tx: Tx, session: Session): Promise<WireAccount> {
  const { catalogue } = engine
  const { actor } = session
  const [college] = await tx.run<{ code: string; name: string }>(
    sql`SELECT code, name FROM colleges WHERE id = ${tx.collegeId}`,
  )
  const mayExport = may(catalogue, actor, 'data.export')
  const readable = [...catalogue.registers.values()].filter(
    (register) => !reachesNothing(reachOf(register, actor, 'read')),
  )
  const offices = [...new Set(actor.held.filter((h) => !h.isRoot).flatMap((h) => h.offices))]
  const own = new Set(ownRegisters(readable, { roles: session.roles, offices }))
  const registers = Object.fromEntries(
    readable.map((register) => [
      register.name,
      {
        read: true,
        create: mayAdd(engine, actor, register.name) && !reachesNothing(reachOf(register, actor, 'write')),
        export: mayExport,
        label: register.label,
        area: register.area,
        isOwn: own.has(register),
      },
    ]),
  )
  return {
    id: actor.accountId,
    name: session.accountName,
    personName: actor.name,
    lang: actor.lang,
    college: { id: tx.collegeId, code: college?.code ?? '', name: college?.name ?? '' },
    roles: session.roles,
    permissions: [...new Set(actor.held.flatMap((h) => catalogue.roles.get(h.role)?.permissions ?? []))],
    offices,
    registers,
    csrf: session.csrf,
    mustChangePassword: session.mustChangePassword,
    withheldRoles: session.withheldRoles,
  }
}
