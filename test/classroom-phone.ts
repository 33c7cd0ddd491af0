import { generateKeyPairSync, sign } from 'node:crypto'
import type { Engine } from '../src/engine/engine.ts'
import { currentCode } from '../src/modules/classroom/inside/codes.ts'
import { codeSource, findSession } from '../src/modules/classroom/inside/session.ts'

/** A phone as the server meets it: a key of its own, and what it signs. */
export interface SoftwarePhone {
  readonly publicKey: string
  sign(text: string): string
}

export function softwarePhone(): SoftwarePhone {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  }
}

/** The code on the projector of a lesson: whoever sits in the room reads it there. */
export async function codeOnScreen(engine: Engine, collegeId: string, session: string): Promise<string> {
  const held = await engine.database.inCollege(collegeId, (tx) => findSession(tx, session))
  return currentCode(codeSource(held!), Date.now()).code
}

/** Sends as a student's browser does. */
type Call = <T>(method: 'POST', url: string, body: object) => Promise<{ readonly status: number; readonly body: T }>

/** Asks for a challenge, reads the code, signs both, and signs in. */
export async function signInWith(
  call: Call,
  phone: SoftwarePhone,
  session: string,
  readCode: () => string | Promise<string>,
) {
  const path = `/api/classroom/sessions/${session}`
  const { publicKey } = phone
  const asked = await call<{ challenge: string }>('POST', `${path}/challenge`, { publicKey })
  if (asked.status >= 300) return asked
  const { challenge } = asked.body
  const code = await readCode()
  return call<{ state?: string; error?: { message: { zh: string } } }>('POST', `${path}/sign-in`, {
    publicKey,
    challenge,
    code,
    signature: phone.sign(`${challenge}.${code}`),
  })
}
