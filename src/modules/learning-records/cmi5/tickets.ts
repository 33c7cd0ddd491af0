import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The two addresses of a launch hold a secret each. That of the content stands in the statement "launched" for readers of
 * the store to see (cmi5 9.6.3.4), and opens the files alone; it is made from that of the token, which nothing leads back to.
 */
export interface Ticket {
  readonly forToken: string
  readonly forContent: string
  /** What is kept. */
  readonly hash: Buffer
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const contentSecret = (secret: string) => hashOf(`content ${secret}`).toString('base64url')

export const newSecret = (): string => randomBytes(32).toString('base64url')

export function newTicket(code: string, sessionId: string): Ticket {
  const secret = newSecret()
  const inner = contentSecret(secret)
  return {
    forToken: `${code}.${sessionId}.${secret}`,
    forContent: `${code}.${sessionId}.${inner}`,
    hash: hashOf(inner),
  }
}

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'
const TICKET = new RegExp(`^([^.]+)\\.(${UUID})\\.([\\w-]{43})$`)

export interface ReadTicket {
  readonly code: string
  readonly sessionId: string
  readonly secret: string
}

/** The parts of a ticket; null when it is none. */
export function readTicket(text: string): ReadTicket | null {
  const [, code, sessionId, secret] = TICKET.exec(text) ?? []
  return code && sessionId && secret ? { code, sessionId, secret } : null
}

/** Does the ticket open what the hash stands for? */
export const opens = (what: 'token' | 'content', secret: string, hash: Buffer): boolean =>
  isSame(what === 'token' ? contentSecret(secret) : secret, hash)

/** Compared in the same time, whatever is wrong. */
export const isSame = (secret: string, hash: Buffer | null): boolean =>
  timingSafeEqual(hashOf(secret), hash ?? hashOf('')) && hash !== null
