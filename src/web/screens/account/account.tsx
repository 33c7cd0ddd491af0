import { useQuery, useQueryClient } from '@tanstack/react-query'
import { startRegistration } from '@simplewebauthn/browser'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { WirePasskey, WireSession } from '../../../language/wire-access.ts'
import { catalogue } from '../../app/catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { useSignOut } from '../../app/top-bar.tsx'
import { ApiError, api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatDate, formatTime } from '../../kit/format-date.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { Delegations } from './delegations.tsx'
import './account.css'

/** One's own account: who one is here, password, passkeys, where one is signed in. */
export function Account() {
  const t = useTexts()
  const { lang } = useLang()
  const account = useSession()
  const signOut = useSignOut()
  return (
    <div className="narrow account">
      <PageHeader
        title={t('account.title')}
        actions={<Button onClick={() => void signOut()}>{t('account.sign-out')}</Button>}
      />
      {account.mustChangePassword && (
        <p className="form-alert" role="alert">
          {t('password.must')}
        </p>
      )}
      {account.withheldRoles.length > 0 && (
        <p className="form-alert" role="alert">
          {t('account.withheld', {
            roles: account.withheldRoles
              .map((role) => catalogue.roles.get(role)?.label[lang] ?? role)
              .join(lang === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      <section className="card">
        <dl className="values">
          <div>
            <dt>{t('account.person')}</dt>
            <dd>{account.personName}</dd>
          </div>
          <div>
            <dt>{t('account.name')}</dt>
            <dd>{account.name}</dd>
          </div>
          <div>
            <dt>{t('account.college')}</dt>
            <dd>{account.college.name}</dd>
          </div>
          <div>
            <dt>{t('account.roles')}</dt>
            <dd>
              {account.roles.map((one) => (
                <div key={`${one.role} ${one.unitId}`}>
                  {catalogue.roles.get(one.role)?.label[lang] ?? one.role} · {one.unitName}
                  {one.to && ` · ${t('account.until', { date: formatDate(one.to) })}`}
                </div>
              ))}
            </dd>
          </div>
        </dl>
      </section>
      <Password />
      {!account.mustChangePassword && (
        <>
          <Passkeys />
          <Sessions />
          <Delegations />
        </>
      )}
    </div>
  )
}

function Password() {
  const t = useTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)

  async function change() {
    if (current === '') return setProblems({ current: t('password.needs-current') })
    if ([...next].length < 10) return setProblems({ next: t('password.short') })
    if (next !== again) return setProblems({ again: t('password.differs') })
    setBusy(true)
    setProblems({})
    try {
      await api.post('/account/password', { current, next })
      setCurrent('')
      setNext('')
      setAgain('')
      void message.success(t('password.changed'))
      // A first sign-in with a given password opens the rest only now; other sessions may have ended.
      await client.invalidateQueries()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'wrong-credentials') setProblems({ current: t('password.wrong') })
      else if (error instanceof ApiError && error.problems.length > 0)
        setProblems({ next: error.problems.map((problem) => problem.message[lang]).join(' ') })
      else setProblems({ next: errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  const row = (id: 'current' | 'next' | 'again', value: string, set: (value: string) => void) => (
    <FormRow
      id={`password-${id}`}
      label={t(`password.${id}`)}
      problem={problems[id]}
      help={id === 'next' ? t('password.hint') : undefined}
    >
      <Input.Password
        id={`password-${id}`}
        value={value}
        onChange={(event) => set(event.target.value)}
        autoComplete={id === 'current' ? 'current-password' : 'new-password'}
        {...(problems[id] ? { status: 'error' as const, 'aria-describedby': `password-${id}-problem` } : {})}
      />
    </FormRow>
  )
  return (
    <section className="card" aria-labelledby="password">
      <h2 id="password">{t('password.title')}</h2>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        {row('current', current, setCurrent)}
        {row('next', next, setNext)}
        {row('again', again, setAgain)}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('password.change')}
        </Button>
      </form>
    </section>
  )
}

function Passkeys() {
  const t = useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => api.get<readonly WirePasskey[]>('/account/passkeys'),
  })
  const canUse = 'PublicKeyCredential' in window

  async function add() {
    try {
      const optionsJSON = await api.post<PublicKeyCredentialCreationOptionsJSON>('/account/passkeys/options')
      await api.post('/account/passkeys', {
        label: passkeyLabel(t('passkeys.one')),
        response: await startRegistration({ optionsJSON }),
      })
      await client.invalidateQueries({ queryKey: ['passkeys'] })
    } catch (failure) {
      void message.error(failure instanceof ApiError ? errorText(failure) : t('passkeys.failed'))
    }
  }
  async function remove(id: string) {
    try {
      await api.delete(`/account/passkeys/${id}`)
      await client.invalidateQueries({ queryKey: ['passkeys'] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }
  return (
    <section className="card" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p className="state-small">{canUse ? t('passkeys.hint') : t('passkeys.unable')}</p>
      {isPending && <Loading rows={2} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('passkeys.none')} />}
      <ul className="account-list">
        {data?.map((key) => (
          <li key={key.id}>
            <span>
              {key.label || t('passkeys.one')}
              <small>
                {t('passkeys.created', { time: formatTime(key.createdAt) })}
                {key.usedAt && ` · ${t('passkeys.used', { time: formatTime(key.usedAt) })}`}
              </small>
            </span>
            <Button onClick={() => void remove(key.id)}>{t('common.remove')}</Button>
          </li>
        ))}
      </ul>
      {canUse && <Button onClick={() => void add()}>{t('passkeys.add')}</Button>}
    </section>
  )
}

function Sessions() {
  const t = useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => api.get<readonly WireSession[]>('/account/sessions'),
  })
  async function end(id: string) {
    try {
      await api.delete(`/account/sessions/${id}`)
      await client.invalidateQueries({ queryKey: ['sessions'] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {isPending && <Loading rows={2} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="account-list">
        {data?.map((one) => (
          <li key={one.id}>
            <span>
              {browserOf(one.device) ?? t('sessions.unknown')} {one.current && <strong>{t('sessions.current')}</strong>}
              <small>
                {t('sessions.since', { time: formatTime(one.createdAt) })}
                {` · ${t('sessions.used', { time: formatTime(one.seenAt) })}`}
                {one.address && ` · ${one.address}`}
              </small>
            </span>
            {!one.current && <Button onClick={() => void end(one.id)}>{t('sessions.end')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A passkey is told apart by where it was made. */
function passkeyLabel(word: string): string {
  return `${word} (${browserOf(navigator.userAgent) ?? '?'})`.slice(0, 60)
}

/** "Chrome · Windows" from what a browser says of itself. */
function browserOf(agent: string | null): string | undefined {
  if (!agent) return undefined
  const browser = /(Edg|OPR|Firefox|MicroMessenger|Chrome|Safari)\b/.exec(agent)?.[1]
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1]
  const names: Readonly<Record<string, string>> = {
    Edg: 'Edge',
    OPR: 'Opera',
    MicroMessenger: 'WeChat',
    'Mac OS X': 'macOS',
  }
  const parts = [browser, system].flatMap((part) => (part ? [names[part] ?? part] : []))
  return parts.length > 0 ? parts.join(' · ') : agent.slice(0, 60)
}
