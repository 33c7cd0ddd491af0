import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { WireAccountRow, WireAssignment } from '../../../language/wire-access.ts'
import { catalogue } from '../../app/catalogue.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatDate, formatTime } from '../../kit/format-date.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { UnitPicker } from '../../kit/pickers.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { OneTimePassword } from './one-time-password.tsx'
import './accounts.css'

type Question = 'reset-password' | 'lock' | 'unlock'

/** One account: its roles by unit and date, its password, whether it may sign in. */
export function AccountPage() {
  const t = useTexts()
  const id = useParams()['id'] ?? ''
  const client = useQueryClient()
  const [asked, setAsked] = useState<Question>()
  const [password, setPassword] = useState<string>()
  const {
    data: account,
    error,
    isPending,
    refetch,
  } = useQuery({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) => api.get<WireAccountRow>(`/accounts/${id}`, signal),
  })
  if (isPending) return <Loading />
  if (error) return <ErrorState error={error} what={t('accounts.title')} onRetry={() => void refetch()} />
  const state = account.locked ? 'locked' : 'active'
  return (
    <div className="narrow accounts">
      <PageHeader
        title={account.personName || account.name}
        back={{ to: '/settings/accounts', text: t('accounts.title') }}
        tags={<StatusTag state={state === 'locked' ? 'returned' : 'active'} text={t(`accounts.state-${state}`)} />}
        subtitle={`${account.name}${account.lastSignInAt ? ` · ${t('accounts.last')} ${formatTime(account.lastSignInAt)}` : ''}`}
        actions={
          account.canManage && (
            <>
              <Button onClick={() => setAsked('reset-password')}>{t('accounts.reset-password')}</Button>
              <Button onClick={() => setAsked(state === 'locked' ? 'unlock' : 'lock')}>
                {state === 'locked' ? t('accounts.unlock') : t('accounts.lock')}
              </Button>
            </>
          )
        }
      />
      <Assignments account={account} />
      {asked && (
        <ConfirmComment
          title={t(`accounts.${asked}`)}
          comment="none"
          okText={t(`accounts.${asked}`)}
          isDangerous={asked !== 'unlock'}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            const answer = await api.post<{ readonly password?: string | null } | undefined>(`/accounts/${id}/${asked}`)
            if (answer?.password) setPassword(answer.password)
            await client.invalidateQueries({ queryKey: ['accounts'] })
          }}
        >
          <p>{t(`accounts.${asked}-hint`)}</p>
        </ConfirmComment>
      )}
      {password && <OneTimePassword name={account.name} password={password} onClose={() => setPassword(undefined)} />}
    </div>
  )
}

function Assignments({ account }: { readonly account: WireAccountRow }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const [ended, setEnded] = useState<WireAssignment>()
  const held = account.assignments
  const nameOf = (role: string) => catalogue.roles.get(role)?.label[lang] ?? role
  return (
    <section className="card" aria-labelledby="assignments">
      <h2 id="assignments">{t('assignments.title')}</h2>
      {held.length === 0 && <EmptyState title={t('assignments.none')} hint={t('assignments.none-hint')} />}
      <ul className="account-list">
        {held.map((one) => (
          <li key={one.id}>
            <span>
              {nameOf(one.role)} · {one.unitName}
              <small>
                {formatDate(one.from) || t('assignments.always')} – {formatDate(one.to) || t('assignments.open-end')}
                {one.delegatedBy && ` · ${t('assignments.delegated', { name: one.delegatedBy.name })}`}
                {!one.isValid && ` · ${t('assignments.not-valid')}`}
              </small>
            </span>
            {account.canManage && <Button onClick={() => setEnded(one)}>{t('assignments.end')}</Button>}
          </li>
        ))}
      </ul>
      {account.canManage && <NewAssignment id={account.id} />}
      {ended && (
        <ConfirmComment
          title={t('assignments.end-title', { role: nameOf(ended.role), unit: ended.unitName })}
          comment="none"
          okText={t('assignments.end')}
          isDangerous
          onClose={() => setEnded(undefined)}
          onConfirm={async () => {
            await api.delete(`/accounts/${account.id}/assignments/${ended.id}`)
            await client.invalidateQueries({ queryKey: ['accounts'] })
          }}
        />
      )}
    </section>
  )
}

function NewAssignment({ id }: { readonly id: string }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [role, setRole] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [from, setFrom] = useState<Dayjs | null>(dayjs())
  const [to, setTo] = useState<Dayjs | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function add() {
    if (!role || !unit) return
    setBusy(true)
    try {
      await api.post(`/accounts/${id}/assignments`, {
        role,
        unitId: unit,
        from: from?.format('YYYY-MM-DD') ?? null,
        to: to?.format('YYYY-MM-DD') ?? null,
      })
      setRole(null)
      setUnit(null)
      await client.invalidateQueries({ queryKey: ['accounts'] })
    } catch (failure) {
      void message.error(errorText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="assignment-form"
      aria-label={t('assignments.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <FormRow id="assignment-role" label={t('assignments.role')}>
        <Select
          id="assignment-role"
          value={role}
          onChange={setRole}
          options={[...catalogue.roles.values()].map((one) => ({ value: one.name, label: one.label[lang] }))}
          style={{ width: '100%' }}
        />
      </FormRow>
      <FormRow id="assignment-unit" label={t('assignments.unit')}>
        <UnitPicker id="assignment-unit" value={unit} onChange={setUnit} />
      </FormRow>
      <FormRow id="assignment-from" label={t('assignments.from')}>
        <DatePicker id="assignment-from" value={from} onChange={setFrom} style={{ width: '100%' }} />
      </FormRow>
      <FormRow id="assignment-to" label={t('assignments.to')} help={t('assignments.to-hint')}>
        <DatePicker
          id="assignment-to"
          value={to}
          onChange={setTo}
          {...(from ? { minDate: from } : {})}
          style={{ width: '100%' }}
        />
      </FormRow>
      <Button type="primary" htmlType="submit" disabled={!role || !unit} loading={isBusy}>
        {t('assignments.add')}
      </Button>
    </form>
  )
}
