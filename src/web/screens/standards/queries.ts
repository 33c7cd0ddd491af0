import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { WireCheckRun, WireStandardColumn, WireStandardTable } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'

const BUSY_MS = 1500

/** Every table of a standard, and how far the college is with it. */
export function useTables(standard: string) {
  return useQuery({
    queryKey: ['standards', standard, 'tables'],
    queryFn: ({ signal }) => api.get<readonly WireStandardTable[]>(`/standards/${standard}/tables`, signal),
  })
}

/** One table with its columns. */
export function useTable(standard: string, table: string) {
  return useQuery({
    queryKey: ['standards', standard, 'table', table],
    queryFn: ({ signal }) =>
      api.get<{ readonly table: WireStandardTable; readonly columns: readonly WireStandardColumn[] }>(
        `/standards/${standard}/tables/${table}`,
        signal,
      ),
  })
}

/** The last check: followed while it runs; what it found so far is read again as it goes on. */
export function useLastCheck(standard: string) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['standards', standard, 'check'],
    queryFn: ({ signal }) => api.get<WireCheckRun | null>(`/standards/${standard}/check`, signal),
    refetchInterval: ({ state }) => (state.data && state.data.endedAt === null ? BUSY_MS : false),
  })
  const { done, endedAt } = query.data ?? {}
  useEffect(() => {
    if (done === undefined && endedAt === undefined) return
    for (const what of ['tables', 'table', 'faults'])
      void client.invalidateQueries({ queryKey: ['standards', standard, what] })
  }, [client, standard, done, endedAt])
  return query
}
