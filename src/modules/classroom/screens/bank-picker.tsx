import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api, queryOf } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { Item } from '../../item-bank/index.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface BankPage {
  readonly items: readonly { readonly id: string; readonly item: Item }[]
}

/** Items of the course's bank to choose from, in the order chosen. */
export function BankPicker({
  course,
  chosen,
  onChoose,
}: {
  readonly course: string
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}) {
  const t = useClassroomTexts()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data, error, refetch } = useQuery({
    queryKey: ['classroom', 'bank', course, search],
    queryFn: ({ signal }) => api.get<BankPage>(`/items${queryOf({ course, search, size: 50 })}`, signal),
  })
  return (
    <>
      <Input
        allowClear
        aria-label={t('bank.search')}
        placeholder={t('bank.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data?.items.length === 0 && <EmptyState title={t('bank.none')} hint={t('bank.none-hint')} />}
      <ul className="remote-bank">
        {data?.items.map(({ id, item }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChoose(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              {item.stem}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  )
}
