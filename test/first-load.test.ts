import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { firstLoad } from './first-load.ts'

const web = join(import.meta.dirname, '../dist/web')
beforeAll(async () => {
  const setUp = (await import(new URL('../bin/setup.mjs', import.meta.url).href)) as { buildWeb(): Promise<void> }
  await setUp.buildWeb()
}, 600_000)

it('the page that everybody meets first needs no more than 250 KB of packed script', () => {
  const { bytes, files } = firstLoad(web, 'sign-in')
  expect(files).toBeGreaterThan(2)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(250_000)
})

it('what was built lies there packed, so that nothing is packed while somebody waits', () => {
  const scripts = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.js'))
  const large = scripts.filter((name) => statSync(join(web, 'assets', name)).size > 10_000)
  expect(large.length).toBeGreaterThan(20)
  for (const name of large)
    for (const end of ['br', 'gz'])
      expect([name, existsSync(join(web, 'assets', `${name}.${end}`))]).toEqual([name, true])
})
