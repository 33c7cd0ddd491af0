import type { FastifyRequest } from 'fastify'
import type { RelyingParty } from '../engine/access/passkeys.ts'
import { Refusal } from '../engine/refusal.ts'
import type { Settings } from './settings.ts'

/**
 * Whom passkeys are made for: PUBLIC_URL, and without it the address the browser used.
 * Browsers accept a domain name or localhost here, never an IP address.
 * @throws Refusal 400 when what says where the browser is, is no address
 */
export function relyingParty(
  settings: Pick<Settings, 'publicUrl'>,
  request: Pick<FastifyRequest, 'protocol' | 'host'>,
): RelyingParty {
  const address = settings.publicUrl ?? `${request.protocol}://${request.host}`
  if (!URL.canParse(address))
    throw new Refusal('bad-request', {
      zh: '请求中的网站地址无效，请从学校的网址打开',
      en: 'The address of the site in the request is none: open it by the college’s address',
    })
  const url = new URL(address)
  return { id: url.hostname, origin: url.origin }
}
