import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { stateText } from '../../../web/kit/text-of.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireApplications } from '../wire.ts'
import { ApplicationList } from './application-list.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const STATES = ['submitted', 'approved', 'refused', 'reversed', 'withdrawn']

/** Applications at the institutions that somebody acts for: what waits comes first. */
export function Desk() {
  const t = useBankTexts()
  const { lang } = useLang()
  const [state, setState] = useState('submitted')
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'applications', state],
    queryFn: ({ signal }) => api.get<WireApplications>(`/credit-bank/applications?state=${state}`, signal),
  })
  return (
    <>
      <div className="bank-bar">
        <Segmented
          aria-label={t('desk.state')}
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({ value, label: stateText(value, lang) }))}
        />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <ApplicationList rows={data.rows} />}
      {data && data.total > data.rows.length && <p>{t('applications.more', { n: data.total })}</p>}
    </>
  )
}
