import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, ApiError, queryOf } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireDuty } from '../wire-run.ts'
import { useRunTexts } from './use-run-texts.ts'

/** Decisions and findings that a person has to carry out: each is reported where it stands. */
export function MyDuties({ whose }: { readonly whose: string }) {
  const t = useRunTexts()
  const { data = [] } = useQuery({
    queryKey: ['plan-duties', whose],
    queryFn: ({ signal }) => api.get<WireDuty[]>(`/plan-duties${queryOf({ whose })}`, signal),
  })
  if (data.length === 0) return null
  return (
    <section aria-labelledby="my-duties">
      <h2 id="my-duties">{t('duty.title', { n: data.length })}</h2>
      <ul className="run-cards">
        {data.map((duty) => (
          <DutyCard key={duty.record.id} duty={duty} />
        ))}
      </ul>
    </section>
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function DutyCard({ duty }: { readonly duty: WireDuty }) {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { record, kind, dueOn, isLate } = duty
  const { values, titles } = record
  const field = kind === 'decision' ? 'outcome' : 'mended'
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState(textOf(values[field]))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const problem =
    error === undefined
      ? undefined
      : (error instanceof ApiError && error.problems.find((one) => one.field === field)?.message[lang]) ||
        errorText(error)
  async function report() {
    setBusy(true)
    setError(undefined)
    try {
      await api.post(`/plan-duties/${record.id}`, { kind, version: record.version, said })
      message.success(t('duty.reported'))
      await client.invalidateQueries({ queryKey: ['plan-duties'] })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <li className="plan-card run-card">
      <h3>
        <span className="run-kind">{t(`duty.${kind}`)}</span>{' '}
        {textOf(kind === 'decision' ? values['decision'] : values['what'])}
      </h3>
      <p className="run-facts">
        <span className={isLate ? 'run-reason run-reason-late' : undefined}>{t('fill.due', { to: dueOn })}</span>
        <small>
          {[kind === 'decision' ? textOf(values['subject']) : textOf(values['demand']), titles['responsible']]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <div className="run-actions">
        <Button type={isOpen ? 'default' : 'primary'} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('fill.close') : t('duty.report')}
        </Button>
        <Link to={`/registers/${kind === 'decision' ? 'plan-decisions' : 'plan-findings'}/${record.id}`}>
          {t('duty.files')}
        </Link>
      </div>
      {isOpen && (
        <form
          className="run-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void report()
          }}
        >
          <FormRow id={`duty-${record.id}`} label={t('duty.said')} isRequired problem={problem}>
            <Input.TextArea
              id={`duty-${record.id}`}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={3000}
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          </FormRow>
          <div className="run-actions">
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {t('duty.report')}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}
