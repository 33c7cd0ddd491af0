import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { api } from '../../kit/api.ts'

const KEY = 'jiangxin.period'

export interface PeriodChoice {
  /** Undefined while the periods are being read, or when there are none. */
  readonly period: WirePeriod | undefined
  readonly periods: readonly WirePeriod[]
  readonly choose: (code: string) => void
  readonly isPending: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** The edition that the figure screens speak of: in the address, else the one chosen last, else the newest. */
export function usePeriod(): PeriodChoice {
  const [search, setSearch] = useSearchParams()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['periods'],
    queryFn: ({ signal }) => api.get<readonly WirePeriod[]>('/periods', signal),
    staleTime: 300_000,
  })
  const asked = search.get('period')
  const find = (code: string | null) => data?.find((one) => one.code === code)
  const period = find(asked) ?? find(localStorage.getItem(KEY)) ?? data?.[0]
  const code = period?.code
  useEffect(() => {
    if (!code) return
    localStorage.setItem(KEY, code)
    if (asked === code) return
    setSearch((old) => withPeriod(old, code), { replace: true })
  }, [code, asked, setSearch])
  const choose = useCallback((next: string) => setSearch((old) => withPeriod(old, next)), [setSearch])
  return { period, periods: data ?? [], choose, isPending, error, retry: () => void refetch() }
}

function withPeriod(search: URLSearchParams, code: string): URLSearchParams {
  const next = new URLSearchParams(search)
  next.set('period', code)
  return next
}
