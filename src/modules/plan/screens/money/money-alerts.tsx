import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WireRecord } from '../../../../language/wire.ts'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { api } from '../../../../web/kit/api.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { StatusTag } from '../../../../web/kit/status-tag.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlan } from '../../wire.ts'
import type { WireMoneyAlert } from '../../wire-money.ts'
import { useMoneyTexts } from './use-money-texts.ts'

/** Where goal and spending do not fit, what is being done about it, and the review of a quarter. */
export function MoneyAlerts({ plan }: { readonly plan: WirePlan }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const [ordering, setOrdering] = useState<WireMoneyAlert | null>(null)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['plans', plan.code, 'money-alerts'],
    queryFn: ({ signal }) => api.get<WireMoneyAlert[]>(`/plans/${plan.code}/money-alerts`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  return (
    <>
      <Quarter plan={plan} />
      {data.length === 0 ? (
        <EmptyState title={t('alert.none')} hint={t('alert.none-hint')} />
      ) : (
        <div className="money-box" role="region" tabIndex={0} aria-label={t('tab.alerts')}>
          <table className="money-table money-stack">
            <thead>
              <tr>
                <th scope="col">{t('alert.task')}</th>
                <th scope="col" className="money-words">
                  {t('alert.what')}
                </th>
                <th scope="col" className="money-words">
                  {t('alert.why')}
                </th>
                <th scope="col" className="money-words">
                  {t('alert.unit')}
                </th>
                <th scope="col" className="money-words">
                  {t('alert.correction')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((alert) => (
                <tr key={`${alert.alert} ${alert.task.id}`}>
                  <th scope="row" className="money-words">
                    <Link to={`/registers/plan-tasks/${alert.task.id}`}>
                      {alert.task.name} <small>{alert.task.number}</small>
                    </Link>
                  </th>
                  <td className="money-words">
                    <span className={`plan-light plan-light-${alert.colour}`}>
                      <span>{t(alert.colour === 'red' ? 'alert.red' : 'alert.yellow')}</span>
                    </span>{' '}
                    {alert.label[lang]}
                  </td>
                  <td className="money-words">{alert.reason[lang]}</td>
                  <td className="money-words">{alert.unit.name}</td>
                  <td className="money-words">
                    {alert.correction ? (
                      <Link to={`/registers/plan-corrections/${alert.correction.id}`}>
                        {alert.correction.number} <StatusTag state={alert.correction.state} />
                      </Link>
                    ) : (
                      alert.canOrder && (
                        <Button size="small" onClick={() => setOrdering(alert)}>
                          {t('alert.order')}
                        </Button>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ordering && <Order plan={plan} alert={ordering} onClose={() => setOrdering(null)} />}
    </>
  )
}

interface OrderProps {
  readonly plan: WirePlan
  readonly alert: WireMoneyAlert
  readonly onClose: () => void
}

/** Makes a correction order out of an alert, and gives it at once. */
function Order({ plan, alert, onClose }: OrderProps) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function send() {
    if (wanted.trim() === '' || dueOn === '') return setProblem(t('order.needs'))
    setBusy(true)
    try {
      const made = await api.post<WireRecord>('/registers/plan-corrections', {
        values: {
          number: `${alert.task.number}-${alert.alert}-${dueOn}`,
          task: alert.task.id,
          unit: alert.unit.id,
          alert: alert.alert,
          wrong: `${alert.label[lang]}：${alert.reason[lang]}`,
          wanted: wanted.trim(),
          dueOn,
        },
      })
      await api.post(`/registers/plan-corrections/${made.id}/actions/issue`, { version: made.version })
      await queries.invalidateQueries({ queryKey: ['plans', plan.code, 'money-alerts'] })
      void message.success(t('order.done', { number: String(made.values['number']) }))
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('order.title', { task: alert.task.name })}
      okText={t('order.send')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{alert.reason[lang]}</p>
      <FormRow id="order-wanted" label={t('order.wanted')} isRequired>
        <Input.TextArea
          id="order-wanted"
          value={wanted}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={(event) => setWanted(event.target.value)}
        />
      </FormRow>
      <FormRow id="order-due" label={t('order.due')} isRequired>
        <DateBox id="order-due" picker="date" value={dueOn} onChange={setDueOn} />
      </FormRow>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}

/** Makes the reviews of a quarter, and leads to them. */
function Quarter({ plan }: { readonly plan: WirePlan }) {
  const t = useMoneyTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const last = Number(plan.asOf.slice(0, 4))
  const [year, setYear] = useState(last)
  const [quarter, setQuarter] = useState(Math.ceil(Number(plan.asOf.slice(5, 7)) / 3))
  const [isBusy, setBusy] = useState(false)
  const years = Array.from({ length: last - Number(plan.from.slice(0, 4)) + 1 }, (_, i) => last - i)
  async function make() {
    setBusy(true)
    try {
      const done = await api.post<{ made: number; kept: number }>(`/plans/${plan.code}/quarterly-reviews`, {
        year,
        quarter,
      })
      void message.success(t('quarter.made', done))
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="money-bar">
      <strong>{t('quarter.title')}</strong>
      <Select
        aria-label={t('quarter.year')}
        value={year}
        options={years.map((value) => ({ value, label: t('money.per-year', { year: value }) }))}
        onChange={setYear}
      />
      <Select
        aria-label={t('quarter.title')}
        value={quarter}
        options={[1, 2, 3, 4].map((value) => ({ value, label: t('quarter.quarter', { n: value }) }))}
        onChange={setQuarter}
      />
      <Button loading={isBusy} onClick={() => void make()}>
        {t('quarter.make')}
      </Button>
      <Link to="/registers/plan-quarterly-reviews">{t('quarter.open')}</Link>
      <Link to="/registers/plan-corrections">{t('quarter.corrections')}</Link>
    </div>
  )
}
