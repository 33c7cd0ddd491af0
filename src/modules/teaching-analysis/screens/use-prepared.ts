import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/kit/api.ts'
import type { Prepared, WirePreparing } from '../wire.ts'

/** How often a page asks while the figures it shows are being brought up to date, in ms. */
const LOOK_MS = 1500

const isPreparing = (answer: object): answer is WirePreparing => 'preparing' in answer

/** What rests on kept sums: the answer, or how far it is while it is prepared. */
export function usePrepared<T extends object>(
  queryKey: readonly string[],
  path: string,
  options: { readonly staleTime?: number } = {},
) {
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Prepared<T>>(path, signal),
    refetchInterval: ({ state }) => (state.data && isPreparing(state.data) ? LOOK_MS : false),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime, refetchOnWindowFocus: false }),
  })
  return {
    data: data && !isPreparing(data) ? data : undefined,
    preparing: data && isPreparing(data) ? data.preparing : undefined,
    error,
    refetch,
  }
}
