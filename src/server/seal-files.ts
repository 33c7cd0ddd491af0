import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../database/start-error.ts'
import type { Head } from '../engine/history/seal-faults.ts'
import type { SealKeys } from '../engine/history/seal.ts'
import type { Settings } from './settings.ts'

// What of the seals lies outside the database, out of reach for whoever has only its passwords.

/** The key that seals, made at the first use unless one is given; and older ones that still count. */
export function sealKeys(settings: Pick<Settings, 'sealKey' | 'dataDir'>): SealKeys {
  if (settings.sealKey) {
    const [first = '', ...older] = settings.sealKey.split(',')
    return [first, ...older]
  }
  const file = path.join(settings.dataDir, 'seal.key')
  try {
    mkdirSync(settings.dataDir, { recursive: true })
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another process may have made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = readFileSync(file, 'utf8').trim()
  if (key.length >= 32) return [key]
  throw new StartError(
    `密钥文件 ${file} 不完整。请从备份中取回它；若无备份，请移走该文件，之前的封条将无法核对印记。`,
    `The key file ${file} is not complete: put it back from a backup. Without one, move it away; marks of older seals can then not be tried.`,
  )
}

const headFile = (dataDir: string, collegeId: string) => path.join(dataDir, 'seal-heads', `${collegeId}.json`)

/** Notes the last seal of a college beside the database, so that a chain cut off at its end is noticed. */
export function keepHead(dataDir: string, collegeId: string, { n, hash }: { n: number; hash: Buffer }): void {
  const file = headFile(dataDir, collegeId)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify({ n, hash: hash.toString('hex') } satisfies Head), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The noted head of a college. */
export function keptHead(dataDir: string, collegeId: string): Head | undefined {
  const file = headFile(dataDir, collegeId)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Head) : undefined
}
