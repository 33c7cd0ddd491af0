import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { Engine } from './engine.ts'

/**
 * Passwords and keys of other systems, which this program must be able to read again: kept in the database encrypted
 * (AES-256-GCM) with a key that lies beside the files, readable by the server's user only. Whoever has the database
 * alone has no secret; a backup of both has all.
 */
const KEY_FILE = 'secret.key'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

export function keepSecret(engine: Engine, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(engine), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws Error when the key is another one than the secret was kept with: the secret must be entered again */
export function readSecret(engine: Engine, kept: string): string {
  const bytes = Buffer.from(kept, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(engine), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    throw new Error(
      `A secret cannot be read with the key in ${KEY_FILE}: enter it again, or bring back the key that was there`,
    )
  }
}

function keyOf({ filesDir }: Engine): Buffer {
  const file = join(filesDir, KEY_FILE)
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(filesDir, { recursive: true })
  // Written whole under another name and then linked: of two processes at once, one makes the key and both read it.
  const draft = join(filesDir, `${KEY_FILE}.${v7()}`)
  writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file)
}
