import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import type { WireUnit } from '../../../language/wire-access.ts'
import type {
  WireCompleteness,
  WireEntryBackground,
  WireFigurePage,
  WireRule,
  WireTable,
} from '../../../language/wire-figures.ts'
import { api, queryOf } from '../../kit/api.ts'

type Period = string | undefined

/** Figures follow their records: whoever looks at the list sees a change without loading the page anew. */
const AGAIN_MS = 15_000

/** All figures of an edition; of one unit when given, otherwise of the college. */
export function useFigures(period: Period, unit?: string | null) {
  return useQuery({
    queryKey: ['figures', 'list', period, unit ?? null],
    refetchInterval: AGAIN_MS,
    queryFn: ({ signal }) => api.get<readonly WireFigure[]>(`/figures${queryOf({ period, unit })}`, signal),
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** One figure with everything that explains it. */
export function useFigurePage(code: string, period: Period, unit: string | null) {
  return useQuery({
    queryKey: ['figures', 'one', code, period, unit],
    queryFn: ({ signal }) =>
      api.get<WireFigurePage>(`/figures/${encodeURIComponent(code)}${queryOf({ period, unit })}`, signal),
    enabled: period !== undefined,
    placeholderData: (old, query) => (query?.queryKey[2] === code ? old : undefined),
  })
}

/** A printed table with its figures. */
export function useTable(name: string, period: Period) {
  return useQuery({
    queryKey: ['figures', 'table', name, period],
    queryFn: ({ signal }) => api.get<WireTable>(`/tables/${name}${queryOf({ period })}`, signal),
    enabled: period !== undefined,
    placeholderData: (old, query) => (query?.queryKey[2] === name ? old : undefined),
  })
}

/** What an entry form shows beside its values; read once when it opens, and kept while there is no connection. */
export function useEntryBackground(name: string, period: string) {
  return useQuery({
    queryKey: ['figures', 'background', name, period],
    queryFn: ({ signal }) => api.get<WireEntryBackground>(`/tables/${name}/background${queryOf({ period })}`, signal),
  })
}

/** What the rules between indicators find in an edition. */
export function useRules(period: Period) {
  return useQuery({
    queryKey: ['figures', 'rules', period],
    queryFn: ({ signal }) => api.get<readonly WireRule[]>(`/rules${queryOf({ period })}`, signal),
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** How far each office is. */
export function useCompleteness(period: Period) {
  return useQuery({
    queryKey: ['figures', 'completeness', period],
    queryFn: ({ signal }) => api.get<readonly WireCompleteness[]>(`/completeness${queryOf({ period })}`, signal),
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** The figures of some indicators in some editions and units. */
export function usePivot(codes: readonly string[], periods: readonly string[], units: readonly string[]) {
  const query = queryOf({ codes: codes.join(','), periods: periods.join(','), units: units.join(',') })
  return useQuery({
    queryKey: ['figures', 'pivot', query],
    queryFn: ({ signal }) => api.get<readonly WireFigure[]>(`/pivot${query}`, signal),
    enabled: codes.length > 0 && periods.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** The units of the college, from the root down. */
export function useUnits() {
  return useQuery({
    queryKey: ['figures', 'units'],
    queryFn: async ({ signal }) => flat(await api.get<WireUnit>('/units/tree', signal), 0),
    staleTime: 300_000,
  })
}

export interface FlatUnit {
  readonly id: string
  readonly name: string
  readonly level: number
}

function flat(unit: WireUnit, level: number): readonly FlatUnit[] {
  return [{ id: unit.id, name: unit.name, level }, ...unit.children.flatMap((child) => flat(child, level + 1))]
}

/** After any action: every screen of figures shows what now stands. */
export function useReloadFigures(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['figures'] }),
      client.invalidateQueries({ queryKey: ['workbench'] }),
    ])
  }, [client])
}
