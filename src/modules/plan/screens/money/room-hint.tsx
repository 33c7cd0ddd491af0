import { useQuery } from '@tanstack/react-query'
import { api, queryOf } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import type { WireRoom } from '../../wire-money.ts'
import { useMoneyTexts } from './use-money-texts.ts'

/** What a task may still spend of a year and source: said before anything is typed in vain. */
export function RoomHint({ task, year, source }: Readonly<Record<'task' | 'year' | 'source', string>>) {
  const t = useMoneyTexts()
  const errorText = useErrorText()
  const { data, error } = useQuery({
    queryKey: ['plan-money', 'room', task, year, source],
    enabled: task !== '' && year !== '' && source !== '',
    queryFn: ({ signal }) => api.get<WireRoom>(`/plan-money/room${queryOf({ task, year, source })}`, signal),
  })
  if (error)
    return (
      <p className="form-problem" role="alert">
        {errorText(error)}
      </p>
    )
  if (!data) return null
  return (
    <p className={data.holder === null || data.room.startsWith('-') ? 'form-problem' : 'money-note'} role="status">
      {data.holder === null
        ? t('form.no-budget')
        : t('form.room', {
            holder: data.holder,
            year,
            room: data.room,
            budget: data.budget,
            spent: data.spent,
            held: data.held,
            committed: data.committed,
          })}
    </p>
  )
}
