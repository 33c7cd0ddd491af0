import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/connection.ts'
import type { Actor } from './access/actor.ts'
import { type Engine, getRegister } from './engine.ts'
import type { Limits } from './files/store.ts'
import type { Jobs } from './jobs/jobs.ts'

export { isUuid, type Tx } from '../database/connection.ts'

/** What the server gives to a module's routes. */
export interface ModuleServer {
  readonly engine: Engine
  readonly jobs: Jobs
  /** What may be uploaded; a module may allow less. */
  readonly uploads: Limits
  /** Finds out who asks, and opens one transaction of their college. @throws Refusal 401, 403 */
  withActor<T>(request: FastifyRequest, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
  /** Aborts when whoever asked goes away before the answer: they pressed Cancel, or closed the page. */
  hangUp(reply: FastifyReply): AbortSignal
  /** The address of the server as others reach it, without a slash at its end: PUBLIC_URL, or what the request names. */
  addressOf(request: FastifyRequest): string
}

/**
 * The server of a module that works on these registers: where the catalogue lacks one, there is nothing behind its routes.
 * @throws Refusal 404 from every route then, to whoever is signed in
 */
export function onRegisters(server: ModuleServer, ...registers: readonly string[]): ModuleServer {
  return {
    ...server,
    withActor: (request, work) =>
      server.withActor(request, async (tx, actor) => {
        for (const register of registers) getRegister(server.engine, register)
        return work(tx, actor)
      }),
  }
}
