import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import type { WirePage } from '../../../language/wire.ts'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Finds a learner by name or number and opens their page. */
export function LearnerSearch() {
  const t = useBankTexts()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'learners', q],
    queryFn: ({ signal }) => api.get<WirePage>(`/registers/credit-learners${queryOf({ q, limit: 20 })}`, signal),
  })
  return (
    <>
      <div className="bank-bar">
        <Input.Search
          aria-label={t('learners.search')}
          placeholder={t('learners.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          allowClear
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && <p>{t('learners.none')}</p>}
      <ul className="bank-list">
        {data?.rows.map(({ id, values }) => (
          <li key={id}>
            <Link className="bank-card" to={`/credit-bank/learners/${id}`}>
              {text(values['name'])} <small>{text(values['number'])}</small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
