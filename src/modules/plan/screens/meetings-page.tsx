import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { viewOf } from '../../../fields/views.ts'
import { date } from '../../../language/index.ts'
import type { WirePage, WireRecord } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WirePlan } from '../wire.ts'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

/** The meetings of a plan, the latest first. */
export function PlanMeetings() {
  const t = useRunTexts()
  const [isAdding, setAdding] = useState(false)
  const { id = '' } = useParams()
  const plans = useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => api.get<WirePlan[]>('/plans', signal) })
  const plan = plans.data?.find((one) => one.code === id || one.id === id)
  const meetings = useQuery({
    queryKey: ['plan-meetings', plan?.id],
    enabled: plan !== undefined,
    queryFn: ({ signal }) =>
      api.get<WirePage>(
        `/registers/plan-meetings?where=${encodeURIComponent(JSON.stringify([['plan', 'is', plan!.id]]))}&limit=100`,
        signal,
      ),
  })
  const failed = [plans, meetings].find((query) => query.error)
  return (
    <>
      <PageHeader
        title={t('meet.title')}
        subtitle={t('meet.hint')}
        back={{ to: `/plans/${encodeURIComponent(id)}`, text: plan?.name ?? t('meet.plan') }}
        actions={
          <Button type="primary" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {t('meet.new')}
          </Button>
        }
      />
      {isAdding && plan && <NewMeeting plan={plan} />}
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !meetings.data && <Loading />}
      {meetings.data?.rows.length === 0 && <EmptyState title={t('meet.none')} hint={t('meet.none-hint')} />}
      <ul className="plan-list">
        {meetings.data?.rows.map((meeting) => (
          <li key={meeting.id}>
            <Link to={`/plans/${encodeURIComponent(id)}/meetings/${meeting.id}`}>
              <strong>{String(meeting.values['name'])}</strong> <StatusTag state={meeting.state} />
              <br />
              <small>
                {[meeting.values['heldOn'], meeting.values['place'], meeting.titles['chair']]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const DAY = date({ zh: '开会日期', en: 'Held on' })

function NewMeeting({ plan }: { readonly plan: WirePlan }) {
  const t = useRunTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [heldOn, setHeldOn] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { Input: DateInput } = viewOf(DAY)
  async function add() {
    setBusy(true)
    setProblem(undefined)
    try {
      const made = await api.post<WireRecord>('/registers/plan-meetings', { values: { plan: plan.id, name, heldOn } })
      await navigate(`/plans/${encodeURIComponent(plan.code)}/meetings/${made.id}`)
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="plan-card run-form run-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      {problem && (
        <p className="form-alert" role="alert">
          {problem}
        </p>
      )}
      <div className="run-two">
        <FormRow id="meeting-name" label={t('meet.name')} isRequired>
          <Input
            id="meeting-name"
            autoFocus
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </FormRow>
        <FormRow id="meeting-day" label={t('meet.day')} isRequired>
          <DateInput id="meeting-day" field={DAY} lang={lang} value={heldOn} onChange={setHeldOn} />
        </FormRow>
      </div>
      <div className="run-actions">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('meet.new')}
        </Button>
      </div>
    </form>
  )
}
