import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { api, queryOf } from '../../../web/kit/api.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** As much of an item of the bank as is needed to choose it. */
interface BankItem {
  readonly id: string
  readonly item: { readonly stem: string; readonly points: string }
}

/** Items of the course's bank, chosen by ticking; they are asked in the order in which they were ticked. */
export function PickItems({
  course,
  chosen,
  onChange,
}: {
  readonly course: string
  readonly chosen: readonly string[]
  readonly onChange: (items: readonly string[]) => void
}) {
  const t = useCourseworkTexts()
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const { data } = useQuery({
    queryKey: ['items', 'pick', course, search],
    queryFn: ({ signal }) => api.get<{ items: BankItem[] }>(`/items${queryOf({ course, search, size: 50 })}`, signal),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  return (
    <div id="task-items">
      <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('items-pick')}
      </Button>{' '}
      {t('items-chosen', { n: chosen.length })}
      {isOpen && (
        <div className="work-pick">
          <Input.Search
            allowClear
            placeholder={t('items-search')}
            aria-label={t('items-search')}
            onSearch={setSearch}
          />
          {!data && <Loading />}
          <ul>
            {data?.items.map(({ id, item }) => (
              <li key={id}>
                <Checkbox
                  checked={chosen.includes(id)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                  }
                >
                  {item.stem}（{item.points}）
                </Checkbox>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
