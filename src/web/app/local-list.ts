import { useSyncExternalStore } from 'react'

type Listener = () => void

/** A short list of texts kept in this browser: favourites, recently opened. */
export interface LocalList {
  use(): readonly string[]
  toggle(item: string): void
  /** Moves or adds to the front, keeping at most `keep`. */
  push(item: string, keep: number): void
}

function localList(key: string): LocalList {
  const listeners = new Set<Listener>()
  let items = read()
  function read(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : []
    } catch {
      return []
    }
  }
  function keep(next: readonly string[]) {
    items = next
    localStorage.setItem(key, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  return {
    use: () =>
      useSyncExternalStore(
        (listener) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        () => items,
      ),
    toggle: (item) => keep(items.includes(item) ? items.filter((one) => one !== item) : [...items, item]),
    push: (item, limit) => {
      if (items[0] !== item) keep([item, ...items.filter((one) => one !== item)].slice(0, limit))
    },
  }
}

/** Registers that the person marked with a star. */
export const favourites = localList('jiangxin.favourites')
/** Registers opened lately. */
export const recent = localList('jiangxin.recent')
/** What the person chose about the menu. */
export const menuChoices = localList('jiangxin.menu')
