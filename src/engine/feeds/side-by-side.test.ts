import { expect, it } from 'vitest'
import { sideBySide } from './side-by-side.ts'

/** Work that ends when told, and a note of what began and ended. */
function watched() {
  const told: string[] = []
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()
  const work = (name: string) => async () => {
    told.push(`+${name}`)
    await new Promise<void>((resolve, reject) => ends.set(name, { resolve, reject }))
    told.push(`-${name}`)
  }
  return {
    told,
    work,
    end: (name: string) => ends.get(name)!.resolve(),
    fail: (name: string) => ends.get(name)!.reject(new Error(name)),
  }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

it('so many at once as there is room, and never two that share a key', async () => {
  const { told, work, end } = watched()
  const both = sideBySide(2)
  await both.begin(new Set(['1', '2']), work('a'))
  await both.begin(new Set(['3']), work('b'))
  const third = both.begin(new Set(['4']), work('c'))
  await soon()
  expect(told).toEqual(['+a', '+b'])
  end('b')
  await third
  const fourth = both.begin(new Set(['2']), work('d'))
  end('c')
  await soon()
  expect(told).toEqual(['+a', '+b', '-b', '+c', '-c'])
  end('a')
  await fourth
  expect(told.slice(-2)).toEqual(['-a', '+d'])
  end('d')
  await both.finish()
  expect(told.at(-1)).toBe('-d')
})

it('what one throws ends the whole, once the others have ended', async () => {
  const { told, work, end, fail } = watched()
  const both = sideBySide(2)
  await both.begin(new Set(['1']), work('a'))
  await both.begin(new Set(['2']), work('b'))
  fail('a')
  await expect(both.begin(new Set(['3']), work('c'))).rejects.toThrow('a')
  const ended = both.finish()
  await soon()
  end('b')
  await expect(ended).rejects.toThrow('a')
  expect(told).toEqual(['+a', '+b', '-b'])
})
