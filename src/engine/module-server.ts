import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../database/connection.ts'
import type { Actor } from './access/actor.ts'
import { type Engine, getRegister } from './engine.ts'
import type { Limits } from './files/store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Refusal } from './refusal.ts'

export { isUuid, type Tx } from '../database/connection.ts'

/** What the server gives to a module's routes. */
export interface ModuleServer {
  readonly engine: Engine
  readonly jobs: Jobs
  /** What may be uploaded; a module may allow less. */
  readonly uploads: Limits
  /** Finds out who asks, and opens one transaction of their college. @throws Refusal 401, 403 */
  withActor<T>(request: FastifyRequest, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T>
  /** The college whose cookie a request brings. @throws Refusal 401 */
  collegeOf(request: FastifyRequest): string
  /**
   * The same as withActor for several requests to one college, in one transaction: for what a whole class sends in one
   * moment. Each is given who asks, or why it is refused.
   */
  withActors<T>(
    collegeId: string,
    requests: readonly FastifyRequest[],
    work: (tx: Tx, actors: readonly (Actor | Refusal)[]) => Promise<T>,
  ): Promise<T>
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
  const mustBeThere = () => {
    for (const register of registers) getRegister(server.engine, register)
  }
  return {
    ...server,
    withActor: (request, work) =>
      server.withActor(request, async (tx, actor) => {
        mustBeThere()
        return work(tx, actor)
      }),
    withActors: (collegeId, requests, work) =>
      server.withActors(collegeId, requests, async (tx, actors) => {
        mustBeThere()
        return work(tx, actors)
      }),
  }
}
