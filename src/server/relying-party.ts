import type { FastifyRequest } from 'fastify'
import type { RelyingParty } from '../engine/access/passkeys.ts'
import type { Settings } from './settings.ts'

/**
 * Whom passkeys are made for: PUBLIC_URL, and without it the address the browser used.
 * Browsers accept a domain name or localhost here, never an IP address.
 */
export function relyingParty(
  settings: Pick<Settings, 'publicUrl'>,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
): RelyingParty {
  const url = new URL(settings.publicUrl ?? `${request.protocol}://${request.host}`)
  return { id: url.hostname, origin: url.origin }
}
