import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Engine } from './engine.ts'
import { keepSecret, readSecret } from './secrets.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'jiangxin-secrets-'))
const engineAt = (filesDir: string) => ({ filesDir }) as Engine

it('a secret is read again with the key of the same folder only', () => {
  const [here, there] = [folder(), folder()]
  try {
    const kept = keepSecret(engineAt(here), '口令 p@ss')
    expect(kept).not.toContain('p@ss')
    expect(readSecret(engineAt(here), kept)).toBe('口令 p@ss')
    expect(keepSecret(engineAt(here), '口令 p@ss')).not.toBe(kept)
    expect(statSync(join(here, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(() => readSecret(engineAt(there), kept)).toThrow('enter it again')
  } finally {
    for (const dir of [here, there]) rmSync(dir, { recursive: true })
  }
})
