import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import type { AnyRegister, WirePage } from '../../../language/index.ts'
import { statesOf } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'
import type { ListAddress } from './list-address.ts'
import { writeListAddress } from './list-address.ts'

/** The records of a list, a screenful at a time. */
export function useRecords(register: AnyRegister, list: ListAddress) {
  return useInfiniteQuery({
    queryKey: ['records', register.name, writeListAddress(list)],
    queryFn: ({ pageParam, signal }) =>
      api.get<WirePage>(
        `/registers/${register.name}${writeListAddress(list, { after: pageParam, limit: 100 })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** How many records stand in each state, under the other conditions of the list. */
export function useStateCounts(register: AnyRegister, list: ListAddress): Readonly<Record<string, string>> {
  const states = register.lifecycle && !list.isDeleted ? statesOf(register) : []
  const others = list.where.filter(([field]) => field !== 'state')
  const results = useQueries({
    queries: states.map((state) => {
      const address = writeListAddress(
        { ...list, sort: undefined, where: [...others, ['state', 'is', state]] },
        { limit: 1 },
      )
      return {
        queryKey: ['records', register.name, 'count', address],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.get<WirePage>(`/registers/${register.name}${address}`, signal),
      }
    }),
  })
  return Object.fromEntries(
    states.flatMap((state, index) => {
      const page = results[index]?.data
      return page ? [[state, countText(page)]] : []
    }),
  )
}

/** "1,203", or "10,000+" when only so much is known. */
export function countText(page: Pick<WirePage, 'total' | 'more'>): string {
  return `${page.total.toLocaleString('en-US')}${page.more ? '+' : ''}`
}
