import { useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { DataTable } from '../../../web/kit/data-table.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import type { WirePlan } from '../wire.ts'
import type { WireFillState, WireReview } from '../wire-run.ts'
import { ReviewList } from './review-list.tsx'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

/** What waits for a unit's head or the office, and how far the month's reports are. */
export function PlanReviews() {
  const t = useRunTexts()
  const [search] = useSearchParams()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plan-reviews'],
    queryFn: ({ signal }) => api.get<WireReview[]>('/plan-fills/reviews', signal),
  })
  return (
    <>
      <PageHeader title={t('review.title')} subtitle={t('review.hint')} />
      <Tabs
        label={t('review.title')}
        start={search.get('plan') ? 'state' : 'waiting'}
        tabs={[
          {
            key: 'waiting',
            label: t('review.waiting', { n: data?.filter(({ onward }) => onward !== null).length ?? 0 }),
            content: (
              <>
                {isPending && <Loading />}
                {error && <ErrorState error={error} onRetry={() => void refetch()} />}
                {data?.length === 0 && <EmptyState title={t('review.none')} hint={t('review.none-hint')} />}
                {data && data.length > 0 && <ReviewList reviews={data} />}
              </>
            ),
          },
          { key: 'state', label: t('review.state'), content: <FillStates /> },
        ]}
      />
    </>
  )
}

function FillStates() {
  const t = useRunTexts()
  const [search, setSearch] = useSearchParams()
  const plans = useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => api.get<WirePlan[]>('/plans', signal) })
  const plan = search.get('plan') ?? plans.data?.[0]?.code
  const state = useQuery({
    queryKey: ['plans', plan, 'fills'],
    enabled: plan !== undefined,
    queryFn: ({ signal }) => api.get<WireFillState>(`/plans/${encodeURIComponent(plan!)}/fills`, signal),
  })
  const failed = [plans, state].find((query) => query.error)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (plans.data?.length === 0) return <EmptyState title={t('review.none')} hint={t('fill.none-hint')} />
  return (
    <>
      <div className="run-bar">
        <Select
          aria-label={t('review.plan')}
          value={plan ?? null}
          options={plans.data?.map(({ code, name }) => ({ value: code, label: name })) ?? []}
          onChange={(code: string) => setSearch([['plan', code]], { replace: true })}
        />
        {state.data && <strong>{t('review.month', { month: state.data.month })}</strong>}
        {state.data && <Urge state={state.data} />}
      </div>
      {state.isPending ? <Loading /> : <StateTable state={state.data!} />}
    </>
  )
}

/** Reminds at once whoever has not submitted: of each task once a day. */
function Urge({ state }: { readonly state: WireFillState }) {
  const t = useRunTexts()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const owed = state.units.reduce((sum, unit) => sum + unit.missing.length + unit.draft, 0)
  if (owed === 0) return null
  async function urge() {
    setBusy(true)
    try {
      const { told } = await api.post<{ told: number }>(`/plans/${encodeURIComponent(state.plan.code)}/fills/urge`)
      message.success(told > 0 ? t('review.urged', { n: told }) : t('review.urged-already'))
    } catch (error) {
      message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={isBusy} onClick={() => void urge()}>
      {t('review.urge', { n: owed })}
    </Button>
  )
}

const STATES = ['draft', 'submitted', 'unit-reviewed', 'approved'] as const

function StateTable({ state }: { readonly state: WireFillState }) {
  const t = useRunTexts()
  const rowsOf = (unit: string, of: string) =>
    `/registers/task-progress?where=${encodeURIComponent(
      JSON.stringify([
        ['month', 'is', state.month],
        ['unit', 'is', unit],
        ['state', 'is', of],
      ]),
    )}`
  const renderCard = (row: WireFillState['units'][number]) => (
    <>
      <span className="data-card-title">
        {row.unit.name}
        <span className="field-number">
          {t('review.missing')} {row.missing.length}/{row.expected}
        </span>
      </span>
      <small>{STATES.map((of) => `${t(`review.${of}`)} ${row[of]}`).join(' · ')}</small>
    </>
  )
  const missing = state.units.filter((unit) => unit.missing.length > 0)
  if (state.units.length === 0) return <EmptyState title={t('fill.none')} hint={t('fill.none-hint')} />
  return (
    <>
      <DataTable
        label={t('review.state')}
        rows={state.units}
        rowKey={({ unit }) => unit.id}
        card={renderCard}
        columns={[
          { key: 'unit', title: t('review.unit'), width: 200, render: ({ unit }) => unit.name },
          { key: 'expected', title: t('review.expected'), width: 80, align: 'right', render: (row) => row.expected },
          {
            key: 'missing',
            title: t('review.missing'),
            width: 80,
            align: 'right',
            render: ({ unit, missing: none }) =>
              none.length === 0 ? 0 : <a href={`#missing-${unit.id}`}>{none.length}</a>,
          },
          ...STATES.map((of) => ({
            key: of,
            title: t(`review.${of}`),
            width: 100,
            align: 'right' as const,
            render: (row: WireFillState['units'][number]) =>
              row[of] === 0 ? 0 : <Link to={rowsOf(row.unit.id, of)}>{row[of]}</Link>,
          })),
        ]}
      />
      {missing.map(({ unit, missing: tasks }) => (
        <section key={unit.id} id={`missing-${unit.id}`} className="plan-card run-missing">
          <h2>{t('review.missing-of', { unit: unit.name })}</h2>
          <ul className="plan-lines">
            {tasks.map((task) => (
              <li key={task.id}>
                <Link to={`/plans/${encodeURIComponent(state.plan.code)}/tasks/${task.id}/ledger`}>
                  {task.number} {task.name}
                </Link>
                <small>{task.owner ?? '—'}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
