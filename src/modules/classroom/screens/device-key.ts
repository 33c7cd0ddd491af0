import { inStore } from '../../../web/kit/device-store.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

interface KeptKey {
  readonly key: 'device'
  readonly pair: CryptoKeyPair
}

/** Can this browser keep a key that never leaves it? Only on HTTPS, or on the machine itself. */
export const canSign = (): boolean => globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined

async function devicePair(): Promise<CryptoKeyPair> {
  const known = await inStore(['keys'], ({ get }) => get<KeptKey>('keys', 'device'))
  if (known) return known.pair
  // Not extractable: no program, and nobody who holds the phone, can copy it to another.
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  return inStore(['keys'], async ({ get, put }) => {
    const first = await get<KeptKey>('keys', 'device')
    if (first) return first.pair
    await put('keys', { key: 'device', pair } satisfies KeptKey)
    return pair
  })
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCodePoint(...new Uint8Array(bytes)))

/** The public half of this phone's key, SPKI in base64. */
export async function devicePublicKey(): Promise<string> {
  return base64(await crypto.subtle.exportKey('spki', (await devicePair()).publicKey))
}

/** Signs a text by this phone's key: ECDSA with SHA-256, in base64. */
export async function signByDevice(text: string): Promise<string> {
  const { privateKey } = await devicePair()
  return base64(
    await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new TextEncoder().encode(text)),
  )
}
