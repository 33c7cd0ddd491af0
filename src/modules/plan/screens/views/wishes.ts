import { useCallback, useState } from 'react'

/** A change that a person wants in a plan in force, before it is asked for. */
export interface Wish {
  readonly register: string
  readonly action: 'create' | 'update' | 'delete'
  readonly record: string
  /** What the record is called. */
  readonly name: string
  readonly values: Readonly<Record<string, unknown>>
  /** The values that it had, by field: putting one back takes it out of the wish. */
  readonly was: Readonly<Record<string, unknown>>
  /** What values are shown as, by field: names of references. */
  readonly titles: Readonly<Record<string, string>>
  readonly wasTitles?: Readonly<Record<string, string>>
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Adds a wish to others: changes of one record become one, what is put back falls out, and what is new and then dropped is forgotten. */
export function withWish(wishes: readonly Wish[], wish: Wish): readonly Wish[] {
  const index = wishes.findIndex(({ register, record }) => register === wish.register && record === wish.record)
  const known = wishes[index]
  if (!known) return isEmpty(wish) ? wishes : [...wishes, cleaned(wish)]
  const others = wishes.toSpliced(index, 1)
  if (wish.action === 'delete') return known.action === 'create' ? others : others.toSpliced(index, 0, wish)
  const merged = cleaned({
    ...known,
    name: wish.name,
    values: { ...known.values, ...wish.values },
    was: { ...wish.was, ...known.was },
    titles: { ...known.titles, ...wish.titles },
    wasTitles: { ...wish.wasTitles, ...known.wasTitles },
  })
  return isEmpty(merged) ? others : others.toSpliced(index, 0, merged)
}

const isEmpty = ({ action, values, was }: Wish) =>
  action === 'update' && Object.entries(values).every(([name, value]) => name in was && isSame(value, was[name]))

function cleaned(wish: Wish): Wish {
  if (wish.action !== 'update') return wish
  const kept = Object.entries(wish.values).filter(
    ([name, value]) => !(name in wish.was) || !isSame(value, wish.was[name]),
  )
  return { ...wish, values: Object.fromEntries(kept) }
}

/** How many values the wishes change: a new record, or one that goes, counts once. */
export const countOf = (wishes: readonly Wish[]): number =>
  wishes.reduce((sum, { action, values }) => sum + (action === 'update' ? Object.keys(values).length : 1), 0)

export interface Wishes {
  readonly wishes: readonly Wish[]
  readonly put: (wish: Wish) => void
  readonly drop: (wish: Wish) => void
  readonly clear: () => void
  /** The request that is taken up again; null while a new one is gathered. */
  readonly revised: RevisedRequest | null
  readonly takeUp: (request: RevisedRequest, wishes: readonly Wish[]) => void
}

/** A request that was returned, or never submitted, while it is changed. */
export interface RevisedRequest {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly title: string
  readonly reason: string
}

/** The changes that a person gathers before asking for them. */
export function useWishes(): Wishes {
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  const [revised, setRevised] = useState<RevisedRequest | null>(null)
  return {
    wishes,
    revised,
    takeUp: useCallback((request: RevisedRequest, own: readonly Wish[]) => {
      setRevised(request)
      setWishes(own)
    }, []),
    put: useCallback((wish: Wish) => setWishes((old) => withWish(old, wish)), []),
    drop: useCallback((wish: Wish) => setWishes((old) => old.filter((one) => one !== wish)), []),
    clear: useCallback(() => {
      setWishes([])
      setRevised(null)
    }, []),
  }
}
