import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { loadContext } from './contexts.ts'
import { fromMultibase, toBase58, toMultikey } from './multibase.ts'

/**
 * Data Integrity with eddsa-rdfc-2022 (W3C VC Data Integrity EdDSA Cryptosuites 1.0): document and proof options are
 * canonicalised as RDF, hashed, and the two hashes signed with Ed25519.
 */
export type Json = Readonly<Record<string, unknown>>

const SUITE = 'eddsa-rdfc-2022'
/** A document made to be slow to canonicalise is given up after this. */
const MOST_MS = 3000
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** A document that cannot be read as linked data; the message says why, `vocabulary` names one that is not known here. */
export class NotLinkedData extends Error {
  readonly vocabulary: string | null
  constructor(cause: unknown) {
    const { message, details } = cause as { message?: string; details?: { code?: string; url?: string } }
    const url = details?.code === 'loading remote context failed' ? details.url : undefined
    super(url === undefined ? (message ?? '') : `The vocabulary ${url} is not known here`, { cause })
    this.name = 'NotLinkedData'
    this.vocabulary = url ?? null
  }
}

/** Terms that no vocabulary defines are an error: they would not be part of what is signed. */
async function hashOf(document: Json): Promise<Buffer> {
  // Linked data is read seldom, and its readers are large.
  const [{ default: jsonld }, { canonize }] = await Promise.all([import('jsonld'), import('rdf-canonize')])
  try {
    const dataset = await jsonld.toRDF(document, {
      documentLoader: loadContext,
      safe: true,
      base: null,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    })
    const text = await canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      signal: AbortSignal.timeout(MOST_MS),
    })
    return createHash('sha256').update(text).digest()
  } catch (error) {
    throw new NotLinkedData(error)
  }
}

async function dataToSign(document: Json, options: Json): Promise<Buffer> {
  const context = options['@context'] ?? document['@context']
  return Buffer.concat([await hashOf({ ...options, '@context': context }), await hashOf(document)])
}

export interface SigningKey {
  /** The verification method: did:web:…#key. */
  readonly id: string
  /** 32 bytes, base64url. */
  readonly secret: string
}

/** A new Ed25519 key: the public one as Multikey, the secret as base64url of its 32 bytes. */
export function makeKey(): { readonly publicKey: string; readonly secret: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: toMultikey(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32).toString('base64url'),
  }
}

/** The document with a proof. `created` is a moment with its zone. @throws NotLinkedData */
export async function signDocument(document: Json, key: SigningKey, created: string): Promise<Json> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: SUITE,
    created,
    verificationMethod: key.id,
    proofPurpose: 'assertionMethod',
  }
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(key.secret, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })
  const signature = sign(null, await dataToSign(document, options), secret)
  return { ...document, proof: { ...options, proofValue: toBase58(signature) } }
}

/** A proof that can be verified here; null when it is of another kind or lacks something. */
export function readProof(
  proof: unknown,
): (Json & { readonly verificationMethod: string; readonly proofPurpose: unknown }) | null {
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) return null
  const members = proof as Json
  return members['type'] === 'DataIntegrityProof' &&
    members['cryptosuite'] === SUITE &&
    typeof members['verificationMethod'] === 'string' &&
    typeof members['proofPurpose'] === 'string' &&
    typeof members['proofValue'] === 'string'
    ? (members as Json & { readonly verificationMethod: string; readonly proofPurpose: string })
    : null
}

/**
 * Was the document signed like this with this key? The proof is the document's own.
 * @param key 32 bytes of the public key
 * @throws NotLinkedData
 */
export async function fitsProof(document: Json, proof: Json, key: Uint8Array): Promise<boolean> {
  const { proof: _all, ...unsigned } = document
  const { proofValue, ...options } = proof
  const signature = fromMultibase(proofValue)
  if (signature?.length !== 64) return false
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' })
  return verify(null, await dataToSign(unsigned, options), publicKey, signature)
}
