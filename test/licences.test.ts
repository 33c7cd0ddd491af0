import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly isTool: boolean
}
const root = join(import.meta.dirname, '..')
const lock: unknown = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const { packagesOf, thirdPartyText } = (await import(new URL('../bin/third-party.mjs', import.meta.url).href)) as {
  packagesOf(lock: unknown): Package[]
  thirdPartyText(lock: unknown): string
}

/** Licences that go with our own (Apache-2.0), also where a college changes the program and keeps that to itself. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Zlib',
  // Fonts: their licence is about the fonts alone.
  'OFL-1.1',
  // Binds those who change the files of the package itself; we use them as they are.
  'MPL-2.0',
])

/** Packages that say it in a text of their own, with what that text says. */
const READ: Readonly<Record<string, string>> = {
  // Both come with tincanjs, by which tests speak with the learning record store; no running program has them.
  'js-polyfills': 'Unlicense: given to the public',
  'text-encoding': 'Unlicense: given to the public',
  '@digitalbazaar/credentials-context': 'BSD-3-Clause; the contexts of the W3C under its document licence',
}

it('no package binds whoever uses the program to more than its own licence does', () => {
  const packages = packagesOf(lock)
  expect(packages.length).toBeGreaterThan(300)
  const wrong = packages.filter(({ name, licence }) => {
    // (A OR B): one of them is enough. A AND B: all of them.
    const ways = licence.replaceAll(/[()]/g, '').split(' OR ')
    return !(name in READ) && !ways.some((way) => way.split(' AND ').every((one) => ALLOWED.has(one)))
  })
  expect(wrong).toEqual([])
})

it('the check refuses what it is there to refuse', () => {
  const one = (license: string) => ({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', license } } })
  for (const licence of ['AGPL-3.0', 'SSPL-1.0', 'BUSL-1.1', 'GPL-3.0-only', 'MIT AND AGPL-3.0'])
    expect(packagesOf(one(licence)).every((p) => p.licence.split(' AND ').every((l) => ALLOWED.has(l)))).toBe(false)
})

it('the list of them is the one of the lockfile', () => {
  expect(readFileSync(join(root, 'docs/third-party.md'), 'utf8')).toBe(thirdPartyText(lock))
})
