import { useQuery } from '@tanstack/react-query'
import type { WirePage, WireRecord } from '../../../../language/wire.ts'
import { api, queryOf } from '../../../../web/kit/api.ts'

const PAGE = 500

/** All records of a register that fulfil a condition, page after page. */
async function allRecords(register: string, where: readonly unknown[], signal: AbortSignal): Promise<WireRecord[]> {
  const rows: WireRecord[] = []
  for (let after: string | null | undefined; after !== null;) {
    const query = queryOf({ where: JSON.stringify([where]), limit: PAGE, after })
    const page: WirePage = await api.get<WirePage>(`/registers/${register}${query}`, signal)
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

export const recordsKey = (register: string, field: string, id: string) => ['plans', 'records', register, field, id]

/** The records of a register in which a field names a record: the tasks of a plan, the milestones of a task. */
export function useRecordsOf(register: string, field: 'plan' | 'task', id: string) {
  return useQuery({
    queryKey: recordsKey(register, field, id),
    queryFn: ({ signal }) => allRecords(register, [field, 'is', id], signal),
  })
}
