import { createHmac, timingSafeEqual } from 'node:crypto'
import { CODE_SECONDS, DIGITS, GRACE_SECONDS } from '../code-window.ts'

/** What codes are bound to: one lesson in one room. */
export interface CodeSource {
  readonly secret: Buffer
  readonly sessionId: string
  readonly roomId: string
}

/** The step of a moment in ms: codes are made from the server's clock alone. */
export const stepAt = (now: number): number => Math.floor(now / (CODE_SECONDS * 1000))

/** The code of a step: truncated HMAC-SHA-256, as in RFC 4226, of the lesson's secret over lesson, room and step. */
export function codeAt({ secret, sessionId, roomId }: CodeSource, step: number): string {
  const mac = createHmac('sha256', secret).update(`code ${sessionId} ${roomId} ${step}`).digest()
  const offset = mac[mac.length - 1]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The code on the screen now, and when it leaves it, in ms. */
export function currentCode(source: CodeSource, now: number): { readonly code: string; readonly until: number } {
  const step = stepAt(now)
  return { code: codeAt(source, step), until: (step + 1) * CODE_SECONDS * 1000 }
}

/** Does a code count now: it is on the screen, or left it no longer than the grace ago. */
export function isCodeGood(source: CodeSource, given: string, now: number): boolean {
  const steps = [stepAt(now), stepAt(now - GRACE_SECONDS * 1000)]
  return steps.some((step) => {
    const right = Buffer.from(codeAt(source, step))
    const sent = Buffer.from(given)
    return sent.length === right.length && timingSafeEqual(sent, right)
  })
}

/** Text that a phone signs: the challenge is of the server's, and dies with it. */
export const signedText = (challenge: string, code: string): string => `${challenge}.${code}`

/** How long a challenge counts, in seconds: asked for when the page is open, used with the code. */
const CHALLENGE_SECONDS = 120

/** A challenge says itself for whom it is: lesson, student and phone, and until when. */
export function makeChallenge({ secret }: CodeSource, bound: readonly string[], nonce: string, now: number): string {
  const until = now + CHALLENGE_SECONDS * 1000
  return `${until}.${nonce}.${macOf(secret, bound, nonce, until)}`
}

/** Is a challenge one of ours, for these, and not over? */
export function isChallengeGood({ secret }: CodeSource, bound: readonly string[], given: string, now: number): boolean {
  const [until = '', nonce = '', mac = ''] = given.split('.')
  const right = Buffer.from(macOf(secret, bound, nonce, Number(until)))
  const sent = Buffer.from(mac)
  return Number(until) >= now && sent.length === right.length && timingSafeEqual(sent, right)
}

const macOf = (secret: Buffer, bound: readonly string[], nonce: string, until: number): string =>
  createHmac('sha256', secret)
    .update(`challenge ${bound.join(' ')} ${nonce} ${until}`)
    .digest('base64url')
