import { join } from 'node:path'
import { firstLoad } from '../test/first-load.ts'
import type { BenchRow } from './row.ts'

/** How much script a person waits for before screens can be drawn, packed by gzip. */
export async function benchWeb(): Promise<BenchRow[]> {
  const setUp = (await import(new URL('../bin/setup.mjs', import.meta.url).href)) as { buildWeb(): Promise<void> }
  await setUp.buildWeb()
  return (['sign-in', 'workbench', 'register-list', 'figure-page'] as const).map((screen) => {
    const { bytes, files } = firstLoad(
      join(import.meta.dirname, '../dist/web'),
      screen,
      ...(screen === 'sign-in' ? [] : ['frame']),
    )
    return {
      name: `script before "${screen}" is drawn`,
      ours: `${(bytes / 1000).toFixed(0)} KB in ${files} files`,
      byHand: '–',
      ratio: '–',
      aim: screen === 'sign-in' ? '≤ 250 KB' : 'the rest, once',
    }
  })
}
