import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { ApiError, api, setCsrf } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { BankStatistics } from './bank-statistics.tsx'
import { OwnBank } from './own-bank.tsx'
import { useBankTexts } from './use-bank-texts.ts'
import './bank.css'

interface CitizenSession {
  readonly name: string
  readonly csrf: string
}
interface College {
  readonly code: string
  readonly name: string
}

/** The credit bank's public door: any citizen signs up and in here, and finds their own account behind it. */
export function CitizenDoor() {
  const t = useBankTexts()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['credit-bank', 'citizen'],
    queryFn: async ({ signal }) => {
      const session = await api.get<CitizenSession | null>('/credit-bank/self/session', signal)
      if (session) setCsrf(session.csrf)
      return session
    },
  })
  async function leave() {
    await api.delete('/credit-bank/self/session')
    client.clear()
    await refetch()
  }
  return (
    <PublicPage
      actions={
        data && (
          <>
            <span>{data.name}</span>
            <Link to="/learn/certificates">{t('badges')}</Link>
            <Button size="small" onClick={() => void leave()}>
              {t('door.leave')}
            </Button>
          </>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && <OwnBank door="self" />}
      {data === null && <Enter onEntered={() => void refetch()} />}
    </PublicPage>
  )
}

/** The bank in numbers, for anybody. */
export function PublicStatistics() {
  const t = useBankTexts()
  const [college, setCollege] = useState<string>()
  const colleges = useQuery({ queryKey: ['colleges'], queryFn: () => api.get<readonly College[]>('/colleges') })
  const chosen = college ?? colleges.data?.[0]?.code
  return (
    <PublicPage>
      <div className="bank-bar">
        <Link to="/learn">{t('door.title')}</Link>
        {(colleges.data?.length ?? 0) > 1 && (
          <Select
            aria-label={t('door.college')}
            value={chosen ?? null}
            onChange={(value) => setCollege(value ?? undefined)}
            options={(colleges.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
          />
        )}
      </div>
      {chosen && <BankStatistics college={chosen} />}
    </PublicPage>
  )
}

function PublicPage({ actions, children }: { readonly actions?: React.ReactNode; readonly children: React.ReactNode }) {
  const t = useBankTexts()
  const { lang, setLang } = useLang()
  const other = lang === 'zh' ? 'en' : 'zh'
  useEffect(() => {
    document.title = t('title')
  }, [t])
  return (
    <main id="content" className="bank-public">
      <header className="bank-head">
        <h1>{t('title')}</h1>
        <span className="bank-door-actions">
          {actions}
          <Button size="small" type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLang(other)}>
            {other === 'zh' ? '中文' : 'English'}
          </Button>
        </span>
      </header>
      {children}
    </main>
  )
}

const EMPTY = { name: '', identity: '', phone: '', password: '', code: '', stage: 'worker' }
const STAGES = ['student', 'worker', 'senior', 'other'] as const

function Enter({ onEntered }: { readonly onEntered: () => void }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const colleges = useQuery({ queryKey: ['colleges'], queryFn: () => api.get<readonly College[]>('/colleges') })
  const [how, setHow] = useState<'in' | 'up'>('in')
  const [typed, setTyped] = useState(EMPTY)
  const [college, setCollege] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const chosen = college ?? colleges.data?.[0]?.code
  const problems = failure instanceof ApiError ? failure.problems : []
  const at = (field: string) => problems.find((problem) => problem.field === field)?.message[lang]
  const loose = failure !== undefined && !problems.some(({ field }) => field && field in EMPTY)

  async function enter() {
    setBusy(true)
    setFailure(undefined)
    const { phone, password, code, ...rest } = typed
    const where = chosen ? { college: chosen } : {}
    try {
      if (how === 'in') await api.post('/credit-bank/self/session', { ...where, phone, password })
      else
        await api.post('/credit-bank/self/sign-up', {
          ...where,
          ...rest,
          phone,
          password,
          ...(code.trim() ? { code: code.trim() } : {}),
        })
      onEntered()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const row = (
    name: keyof typeof EMPTY,
    more: { type?: string; autoComplete: string; help?: string; inputMode?: 'numeric' },
  ) => (
    <FormRow id={`door-${name}`} label={t(`door.${name as 'name'}`)} problem={at(name)} help={more.help}>
      <Input
        id={`door-${name}`}
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        autoComplete={more.autoComplete}
        {...(more.type ? { type: more.type } : {})}
        {...(more.inputMode ? { inputMode: more.inputMode } : {})}
      />
    </FormRow>
  )
  return (
    <div className="bank-door">
      <p>{t('hint')}</p>
      <Segmented
        block
        aria-label={t('door.title')}
        value={how}
        onChange={(value: 'in' | 'up') => {
          setHow(value)
          setFailure(undefined)
        }}
        options={[
          { value: 'in', label: t('door.in') },
          { value: 'up', label: t('door.up') },
        ]}
      />
      <form
        className="bank-card bank-form"
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        {(colleges.data?.length ?? 0) > 1 && (
          <FormRow id="door-college" label={t('door.college')}>
            <Select
              id="door-college"
              value={chosen ?? null}
              onChange={(value) => setCollege(value ?? undefined)}
              options={(colleges.data ?? []).map((one) => ({ value: one.code, label: one.name }))}
            />
          </FormRow>
        )}
        {how === 'up' && row('name', { autoComplete: 'name' })}
        {how === 'up' && row('identity', { autoComplete: 'off', help: t('door.identity-help') })}
        {row('phone', { autoComplete: 'tel', inputMode: 'numeric' })}
        {row('password', {
          type: 'password',
          autoComplete: how === 'in' ? 'current-password' : 'new-password',
          ...(how === 'up' ? { help: t('door.password-help') } : {}),
        })}
        {how === 'up' && (
          <FormRow id="door-stage" label={t('event.stage')}>
            <Select
              id="door-stage"
              value={typed.stage}
              onChange={(stage) => setTyped({ ...typed, stage })}
              options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
            />
          </FormRow>
        )}
        {how === 'up' && row('code', { autoComplete: 'one-time-code', help: t('door.code-help') })}
        {loose && (
          <p className="form-problem" role="alert">
            {errorText(failure)}
          </p>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
          {t(how === 'in' ? 'door.in' : 'door.up')}
        </Button>
        {how === 'up' && <small>{t('door.law')}</small>}
      </form>
      <p>
        <Link to="/learn/statistics">{t('tab.statistics')}</Link>
      </p>
    </div>
  )
}
