import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * Body and signature of the national platform's interface: SM4 (GB/T 32907) with the application's secret as key,
 * SM3 (GB/T 32905) over plain text, timestamp and random text. Both algorithms are OpenSSL's.
 * The standard does not print the mode: ECB with padding is what platforms of this kind use, CBC is there for one
 * that asks for it.
 */
export interface SealOptions {
  /** 32 hexadecimal digits, or 16 characters. */
  readonly secret: string
  readonly mode?: 'ecb' | 'cbc'
  readonly encoding?: 'base64' | 'hex'
}

const IV_BYTES = 16

/** Does this text make a key of 128 bits? */
export const isSecret = (secret: string): boolean => /^[0-9a-f]{32}$/i.test(secret) || Buffer.byteLength(secret) === 16

function keyOf(secret: string): Buffer {
  if (!isSecret(secret))
    throw new Error(
      'The application secret must have 32 hexadecimal digits or 16 characters: copy it again from the platform',
    )
  return /^[0-9a-f]{32}$/i.test(secret) ? Buffer.from(secret, 'hex') : Buffer.from(secret)
}

/** Encrypts a text. In CBC the first block is the initial vector. */
export function seal(plain: string, { secret, mode = 'ecb', encoding = 'base64' }: SealOptions): string {
  const iv = mode === 'cbc' ? randomBytes(IV_BYTES) : null
  const cipher = createCipheriv(`sm4-${mode}`, keyOf(secret), iv)
  return Buffer.concat([iv ?? Buffer.alloc(0), cipher.update(plain, 'utf8'), cipher.final()]).toString(encoding)
}

/** Decrypts what `seal` made. @throws Error when key, mode or text do not fit */
export function unseal(sealed: string, { secret, mode = 'ecb', encoding = 'base64' }: SealOptions): string {
  const bytes = Buffer.from(sealed, encoding)
  const iv = mode === 'cbc' ? bytes.subarray(0, IV_BYTES) : null
  const decipher = createDecipheriv(`sm4-${mode}`, keyOf(secret), iv)
  return Buffer.concat([decipher.update(iv ? bytes.subarray(IV_BYTES) : bytes), decipher.final()]).toString('utf8')
}

/** The signature of a request: SM3 of the plain body, the timestamp and the random text, in lower-case hexadecimal digits. */
export function sign(plain: string, timestamp: string, random: string): string {
  return createHash('sm3')
    .update(plain + timestamp + random, 'utf8')
    .digest('hex')
}
