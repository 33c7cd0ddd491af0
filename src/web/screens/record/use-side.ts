import { useQuery } from '@tanstack/react-query'
import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'

export interface SideProps {
  readonly register: AnyRegister
  readonly record: WireRecord
}

/** Reads something that hangs on a record, under one key so that a change refreshes all of it. */
export function useSide<T>({ register, record }: SideProps, part: string) {
  return useQuery({
    queryKey: ['record-side', register.name, record.id, part],
    queryFn: ({ signal }) => api.get<T>(`/registers/${register.name}/${record.id}/${part}`, signal),
  })
}
