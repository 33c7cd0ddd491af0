import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Segmented } from 'antd'
import type { AnyRegister, Label, Lang, WireCondition } from '../../../language/index.ts'
import { groupDigits } from '../../../fields/views.ts'
import { api, queryOf } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { ListAddress } from './list-address.ts'

interface Statistics {
  readonly label: Label
  readonly by: string
  readonly rows: readonly {
    readonly key: string | null
    readonly label: Label | string
    readonly value: string | number
    readonly where: readonly WireCondition[]
  }[]
}

interface StatisticsPanelProps {
  readonly register: AnyRegister
  readonly list: ListAddress
  readonly onNarrow: (conditions: readonly WireCondition[]) => void
}

const wordsOf = (label: Label | string, lang: Lang) => (typeof label === 'string' ? label : label[lang])

/** The declared statistics of what the list shows; a bar leads to its records. */
export function StatisticsPanel({ register, list, onNarrow }: StatisticsPanelProps) {
  const t = useTexts()
  const { lang } = useLang()
  const [chosen, setChosen] = useState(0)
  const where = list.where.length > 0 ? JSON.stringify(list.where) : undefined
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['records', register.name, 'statistics', where, list.q],
    queryFn: ({ signal }) =>
      api.get<readonly Statistics[]>(`/registers/${register.name}/statistics${queryOf({ where, q: list.q })}`, signal),
  })
  const one = data?.[chosen] ?? data?.[0]
  const largest = Math.max(1, ...(one?.rows ?? []).map((row) => Number(row.value)))
  return (
    <section className="statistics" aria-label={t('statistics.title')}>
      {isPending && <Loading rows={3} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.length > 1 && (
        <Segmented
          value={chosen}
          onChange={setChosen}
          options={data.map((statistic, index) => ({ value: index, label: statistic.label[lang] }))}
        />
      )}
      {one && data?.length === 1 && <h2>{one.label[lang]}</h2>}
      {one?.rows.length === 0 && <EmptyState title={t('statistics.none')} />}
      {one && (
        <ul className="bars">
          {one.rows.map((row) => (
            <li key={row.key ?? ''}>
              <button type="button" onClick={() => onNarrow(row.where)} title={t('statistics.narrow')}>
                <span className="bar-label">{wordsOf(row.label, lang)}</span>
                <span className="bar-track" aria-hidden>
                  <span className="bar" style={{ width: `${(Math.max(0, Number(row.value)) / largest) * 100}%` }} />
                </span>
                <span className="bar-value">{groupDigits(String(row.value))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
