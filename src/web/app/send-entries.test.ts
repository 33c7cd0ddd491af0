import { describe, expect, it } from 'vitest'
import type { WireFigure } from '../../language/index.ts'
import type { WireFigurePage } from '../../language/wire-figures.ts'
import { ApiError } from '../kit/api.ts'
import { sendEntries, type Server } from './send-entries.ts'
import { type EntryStore, type Kept, openEntries, type WaitingEntry } from './waiting-entries.ts'

const entry = (code: string, given: Partial<WaitingEntry> = {}): WaitingEntry => ({
  code,
  period: '2023',
  unit: 'u',
  table: 'form',
  version: 1,
  before: '10',
  value: '12',
  note: '',
  files: [],
  state: 'waiting',
  ...given,
})

function device(isFull = false): Kept & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (isFull) throw new Error('QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
  }
}

/** A server with one figure per code: value, version, and who entered it last with which note. */
function made(figures: Record<string, { value: string; version: number; by: string; note: string }>) {
  const heard: string[] = []
  let lost: 'nothing' | 'requests' | 'answers' = 'nothing'
  const gone = () => new ApiError(0, { code: 'unreachable', message: { zh: '', en: '' } })
  const server: Server = {
    async enter({ code, version, value, note }) {
      if (lost === 'requests') throw gone()
      const figure = figures[code]
      if (!figure) throw new ApiError(403, { code: 'not-allowed', message: { zh: '不可填', en: 'Not yours' } })
      if (figure.version !== version) throw new ApiError(409, { code: 'stale', message: { zh: '', en: '' } })
      heard.push(`${code}=${value}`)
      figures[code] = { value, version: version + 1, by: 'me', note }
      if (lost === 'answers') throw gone()
      return {} as WireFigure
    },
    async look({ code }) {
      if (lost !== 'nothing') throw gone()
      const { value, version, by, note } = figures[code]!
      const history = [{ id: '1', action: 'enter', actorName: by, at: '2023-01-01', reason: note || null }]
      return { figure: { value, version }, history, evidence: [] } as unknown as WireFigurePage
    },
  }
  return { server, heard, lose: (what: typeof lost) => (lost = what) }
}

const opened = (...entries: readonly WaitingEntry[]): EntryStore => {
  const store = openEntries('k', device())
  for (const one of entries) store.put(one)
  return store
}
const figure = (value = '10', version = 1, by = 'other', note = '') => ({ value, version, by, note })

describe('typed values', () => {
  it('outlive the page, each account by itself', () => {
    const kept = device()
    openEntries('a', kept).put(entry('x', { state: 'draft', value: '1' }))
    expect(openEntries('a', kept).find(entry('x'))).toMatchObject({ value: '1', state: 'draft' })
    expect(openEntries('b', kept).list()).toEqual([])
    openEntries('a', kept).clear()
    expect(kept.items.size).toBe(0)
  })

  it('live on in the page where the device takes nothing', () => {
    const store = openEntries('k', device(true))
    store.put(entry('x'))
    expect([store.isKept(), store.list().length]).toEqual([false, 1])
  })
})

describe('sending', () => {
  it('goes in the order of saving and leaves drafts alone', async () => {
    const { server, heard } = made({ a: figure(), b: figure(), c: figure() })
    const store = opened(entry('b'), entry('c', { state: 'draft' }), entry('a', { value: '11' }))
    expect(await sendEntries(store, server)).toBe(2)
    expect(heard).toEqual(['b=12', 'a=11'])
    expect(store.list().map((one) => one.code)).toEqual(['c'])
  })

  it('waits for the connection, and sends nothing twice when only the answer was lost', async () => {
    const { server, heard, lose } = made({ a: figure(), b: figure() })
    const store = opened(entry('a'), entry('b'))
    lose('requests')
    expect(await sendEntries(store, server)).toBe(0)
    lose('answers')
    expect(await sendEntries(store, server)).toBe(0)
    lose('nothing')
    expect(await Promise.all([sendEntries(store, server), sendEntries(store, server)])).toEqual([2, 2])
    expect([heard, store.list()]).toEqual([['a=12', 'b=12'], []])
  })

  it('keeps both values where somebody else changed the figure, and goes on with the next', async () => {
    const { server, heard } = made({ a: figure('15', 2, '李示明'), b: figure() })
    const store = opened(entry('a'), entry('b'))
    expect(await sendEntries(store, server)).toBe(1)
    expect(heard).toEqual(['b=12'])
    expect(store.list()).toMatchObject([
      { code: 'a', value: '12', state: 'conflict', theirs: { value: '15', version: 2, by: '李示明' } },
    ])
  })

  it('is not held up by a step that left the value as it was', async () => {
    const { server, heard } = made({ a: figure('10.0', 4) })
    const store = opened(entry('a'))
    expect(await sendEntries(store, server)).toBe(1)
    expect(heard).toEqual(['a=12'])
  })

  it('keeps what is refused, with the reason', async () => {
    const { server } = made({})
    const store = opened(entry('a'))
    await sendEntries(store, server)
    expect(store.list()).toMatchObject([{ state: 'refused', problem: { en: 'Not yours' }, value: '12' }])
  })

  it('does not lose what is typed while a value is on its way', async () => {
    const { server } = made({ a: figure() })
    const store = opened(entry('a'))
    const slow: Server = {
      ...server,
      async enter(one) {
        store.put({ ...one, value: '13', state: 'draft' })
        return server.enter(one)
      },
    }
    expect(await sendEntries(store, slow)).toBe(1)
    expect(store.list()).toMatchObject([{ value: '13', state: 'draft', version: 2, before: '12' }])
  })
})
