import { createVerify, X509Certificate } from 'node:crypto'
import { bad } from '../xapi-refusal.ts'
import type { Json } from './check-statement.ts'
import { meaningOf } from './meaning.ts'

export const SIGNATURE = 'http://adlnet.gov/expapi/attachments/signature'
const ALGORITHMS: Readonly<Record<string, string>> = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' }

/**
 * A signed statement brings a JSON web signature whose payload is the statement before it was signed (xAPI Data 2.6).
 * @throws XapiRefusal 400 when it is none, is of another algorithm, signs another statement, or does not fit its certificate
 */
export function checkSignature(statement: Json, contentType: unknown, signature: Buffer): void {
  if (contentType !== 'application/octet-stream') throw bad('A signature has the content type application/octet-stream')
  const text = signature.toString('latin1').trim()
  const [head, payload, sign, ...more] = text.split('.')
  if (!head || !payload || !sign || more.length > 0) throw bad('The signature is no compact JSON web signature')
  const header = parsed(head, 'header')
  const algorithm = ALGORITHMS[String(header['alg'])]
  if (!algorithm) throw bad(`A signature is made with RS256, RS384 or RS512, not ${String(header['alg'])}`)
  const signed = parsed(payload, 'payload')
  const isOther = signed['id'] !== undefined && signed['id'] !== statement['id']
  // The payload may be any JSON: what has no object of a statement is none.
  if (isOther || !isStatement(signed) || !meaningOf(signed, 'attachments').equals(meaningOf(statement, 'attachments')))
    throw bad('The signature is of another statement')
  const [certificate] = Array.isArray(header['x5c']) ? (header['x5c'] as readonly unknown[]) : []
  if (certificate === undefined) return
  let isGood: boolean
  try {
    const { publicKey } = new X509Certificate(Buffer.from(String(certificate), 'base64'))
    isGood = createVerify(algorithm).update(`${head}.${payload}`).verify(publicKey, Buffer.from(sign, 'base64url'))
  } catch {
    throw bad('The certificate of the signature cannot be read')
  }
  if (!isGood) throw bad('The signature does not fit its certificate')
}

function parsed(part: string, name: string): Json {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Json
  } catch {
    // Said below.
  }
  throw bad(`The ${name} of the signature is no JSON`)
}

const isStatement = ({ object }: Json) => typeof object === 'object' && object !== null
