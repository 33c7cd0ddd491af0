import { useSyncExternalStore } from 'react'
import { ownKey } from '../kit/own-storage.ts'

type Listener = () => void

/** A short list of texts that this browser keeps for whoever is signed in: favourites, recently opened. */
export interface LocalList {
  use(): readonly string[]
  toggle(item: string): void
  /** Moves or adds to the front, keeping at most `keep`. */
  push(item: string, keep: number): void
}

const NONE: readonly string[] = []

function localList(name: string): LocalList {
  const listeners = new Set<Listener>()
  let items = NONE
  let key = ''
  /** As the person signed in has it. */
  function current(): readonly string[] {
    if (key === ownKey(name)) return items
    key = ownKey(name)
    takeOver()
    return (items = read())
  }
  /** What was kept before lists belonged to somebody goes to the first who comes. */
  function takeOver() {
    const old = localStorage.getItem(`jiangxin.${name}`)
    if (old === null) return
    localStorage.setItem(key, old)
    localStorage.removeItem(`jiangxin.${name}`)
  }
  function read(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(stored) ? stored.filter((item) => typeof item === 'string') : NONE
    } catch {
      return NONE
    }
  }
  function keep(next: readonly string[]) {
    items = next
    localStorage.setItem(key, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  return {
    use: () =>
      useSyncExternalStore((listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }, current),
    toggle: (item) => {
      const before = current()
      keep(before.includes(item) ? before.filter((one) => one !== item) : [...before, item])
    },
    push: (item, limit) => {
      const before = current()
      if (before[0] !== item) keep([item, ...before.filter((one) => one !== item)].slice(0, limit))
    },
  }
}

/** Registers that the person marked with a star. */
export const favourites = localList('favourites')
/** Registers opened lately. */
export const recent = localList('recent')
/** What the person chose about the menu. */
export const menuChoices = localList('menu')
