import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId } from '../engine/records/many-ids.ts'

/** A request that took longer is written down whatever it was, in milliseconds. */
const SLOW_MS = 1000

const ID = /^[\w-]{8,64}$/

/** The number of a request: the one that the proxy in front gave it, when there is one to believe. */
export function requestId(trustProxy: boolean): (request: { headers: Record<string, unknown> }) => string {
  return ({ headers }) => {
    const given = headers['x-request-id']
    return trustProxy && typeof given === 'string' && ID.test(given) ? given : newId()
  }
}

/**
 * Writes a line for every request that changed something, was refused or took long; for others at the level debug.
 * It names the route as declared, never the address as asked, a body or a cookie: those hold names and words of people.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request: FastifyRequest, reply) => {
    const ms = Math.round(reply.elapsedTime)
    const isQuiet = /^(?:GET|HEAD)$/.test(request.method) && reply.statusCode < 400 && ms < SLOW_MS
    const line = { method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms }
    if (isQuiet) request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
}
