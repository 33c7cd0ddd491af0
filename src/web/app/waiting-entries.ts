import type { FileRef, Label, WireAccount } from '../../language/index.ts'

/** What somebody else made of a figure meanwhile. */
export interface Theirs {
  /** A decimal string; null when the figure has no value any more. */
  readonly value: string | null
  readonly version: number
  readonly by: string
  readonly at: string
}

/** A typed value that the server does not have yet. */
export interface WaitingEntry {
  readonly code: string
  readonly period: string
  readonly unit: string
  /** The entry form in which it was typed. */
  readonly table: string
  /** The figure as it was seen while typing. */
  readonly version: number
  readonly before: string | null
  readonly value: string
  readonly note: string
  readonly files: readonly FileRef[]
  /** draft: still being typed · waiting: to be sent · conflict, refused: a person has to look. */
  readonly state: 'draft' | 'waiting' | 'conflict' | 'refused'
  readonly theirs?: Theirs
  readonly problem?: Label
}

type Place = Pick<WaitingEntry, 'code' | 'period' | 'unit'>
const isSamePlace = (a: Place, b: Place) => a.code === b.code && a.period === b.period && a.unit === b.unit

/** Where entries are kept: localStorage, or what a test gives. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The typed values of one account on this device, in the order in which they are to be sent. */
export interface EntryStore {
  list(): readonly WaitingEntry[]
  find(place: Place): WaitingEntry | undefined
  /** Puts an entry in the place of the one for the same figure, or last. */
  put(entry: WaitingEntry): void
  remove(place: Place): void
  clear(): void
  /** False when the device takes nothing: what is typed lives only as long as the page. */
  isKept(): boolean
  subscribe(listener: () => void): () => void
}

/** Typed values outlive the page: per account and college, since a device may serve several people. */
export function openEntries(key: string, kept: Kept): EntryStore {
  const listeners = new Set<() => void>()
  let isKept = true
  let entries = read()
  function read(): readonly WaitingEntry[] {
    try {
      const stored: unknown = JSON.parse(kept.getItem(key) ?? '[]')
      return Array.isArray(stored) ? (stored as WaitingEntry[]) : []
    } catch {
      return []
    }
  }
  function keep(next: readonly WaitingEntry[]) {
    entries = next
    try {
      if (next.length === 0) kept.removeItem(key)
      else kept.setItem(key, JSON.stringify(next))
      isKept = true
    } catch {
      isKept = false
    }
    for (const listener of listeners) listener()
  }
  return {
    list: () => entries,
    find: (place) => entries.find((one) => isSamePlace(one, place)),
    put(entry) {
      const at = entries.findIndex((one) => isSamePlace(one, entry))
      keep(at < 0 ? [...entries, entry] : entries.with(at, entry))
    },
    remove: (place) => keep(entries.filter((one) => !isSamePlace(one, place))),
    clear: () => keep([]),
    isKept: () => isKept,
    subscribe(listener) {
      // Another tab of the same account may type and send too.
      const heard = (event: StorageEvent) => {
        if (event.key !== key) return
        entries = read()
        listener()
      }
      listeners.add(listener)
      addEventListener('storage', heard)
      return () => {
        listeners.delete(listener)
        removeEventListener('storage', heard)
      }
    },
  }
}

const stores = new Map<string, EntryStore>()

/** The entries of an account on this device. */
export function entriesOf({ id, college }: Pick<WireAccount, 'id' | 'college'>): EntryStore {
  const key = `jiangxin.entries.${college.id}.${id}`
  const store = stores.get(key) ?? openEntries(key, localStorage)
  stores.set(key, store)
  return store
}
