import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Label, WireAccount } from '../../../language/index.ts'
import { ApiError, api, setCsrf } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { PlainButton } from '../../kit/plain-button.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { placeAfter } from './place-after.ts'
import './sign-in.css'

interface College {
  readonly code: string
  readonly name: string
}
interface Demo {
  readonly college: string
  readonly accounts: readonly { readonly name: string; readonly password: string; readonly label: Label | string }[]
}

/** Most servers have one college: whoever need not choose does not wait for what it takes. */
const CollegeChoice = lazy(async () => ({ default: (await import('./college-choice.tsx')).CollegeChoice }))

/** Signing in with a password or a passkey. */
export function SignIn() {
  const t = useTexts()
  const { lang, setLang } = useLang()
  const navigate = useNavigate()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [search] = useSearchParams()
  const [college, setCollege] = useState<string>()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState<'password' | 'passkey'>()
  const colleges = useQuery({ queryKey: ['colleges'], queryFn: () => api.get<readonly College[]>('/colleges') })
  const demo = useQuery({ queryKey: ['demo'], queryFn: () => api.get<Demo | null>('/demo').catch(() => null) })
  const chosen = college ?? colleges.data?.[0]?.code
  const other = lang === 'zh' ? 'en' : 'zh'
  useEffect(() => {
    document.title = `${t('sign-in.title')} · 匠心`
  }, [t])

  async function enter(how: 'password' | 'passkey', ask: () => Promise<WireAccount>) {
    setBusy(how)
    setProblem(undefined)
    try {
      const account = await ask()
      setCsrf(account.csrf)
      client.clear()
      client.setQueryData(['session'], account)
      void navigate(placeAfter(search.get('next'), location.origin), { replace: true })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'wrong-credentials') setProblem(t('sign-in.wrong'))
      else if (how === 'passkey' && !(error instanceof ApiError)) setProblem(t('sign-in.passkey-failed'))
      else setProblem(errorText(error))
    } finally {
      setBusy(undefined)
    }
  }
  const where = chosen ? { college: chosen } : {}
  const withPassword = (account: string, secret: string, at: object = where) =>
    enter('password', () => api.post<WireAccount>('/session', { ...at, name: account, password: secret }))
  const withPasskey = () =>
    enter('passkey', async () => {
      const asked = { ...where, ...(name.trim() === '' ? {} : { name: name.trim() }) }
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const optionsJSON = await api.post<PublicKeyCredentialRequestOptionsJSON>('/session/passkey/options', asked)
      return api.post<WireAccount>('/session/passkey', { ...where, ...(await startAuthentication({ optionsJSON })) })
    })

  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <div className="sign-in-head">
          <span className="seal seal-large" aria-hidden>
            匠
          </span>
          <div>
            <h1>{t('brand.name')}</h1>
            <p>{t('brand.line')}</p>
          </div>
          <PlainButton look="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLang(other)}>
            {other === 'zh' ? '中文' : 'English'}
          </PlainButton>
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '' || password === '') setProblem(t('sign-in.both'))
            else void withPassword(name.trim(), password)
          }}
        >
          {(colleges.data?.length ?? 0) > 1 && (
            <Suspense fallback={null}>
              <CollegeChoice colleges={colleges.data ?? []} value={chosen} onChange={setCollege} />
            </Suspense>
          )}
          <FormRow id="name" label={t('sign-in.name')}>
            <input
              id="name"
              className="plain-input"
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="username webauthn"
              autoFocus
            />
          </FormRow>
          <FormRow id="password" label={t('sign-in.password')}>
            <span className="sign-in-password">
              <input
                id="password"
                className="plain-input"
                type={isShown ? 'text' : 'password'}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                // What comes after signing in is on its way while the password is typed.
                onFocus={() => void Promise.all([import('../../app/themed.tsx'), import('../../app/frame.tsx')])}
                autoComplete="current-password"
                autoCapitalize="off"
                spellCheck={false}
              />
              <PlainButton look="text" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
                {isShown ? t('sign-in.hide') : t('sign-in.show')}
              </PlainButton>
            </span>
          </FormRow>
          <div aria-live="assertive">{problem && <p className="form-alert">{problem}</p>}</div>
          <PlainButton look="primary" type="submit" busy={busy === 'password'}>
            {t('sign-in.enter')}
          </PlainButton>
          {'PublicKeyCredential' in window && (
            <PlainButton busy={busy === 'passkey'} onClick={() => void withPasskey()}>
              {t('sign-in.passkey')}
            </PlainButton>
          )}
        </form>
        <p>
          <Link to="/verify">{t('sign-in.verify')}</Link>
        </p>
        {demo.data && demo.data.accounts.length > 0 && (
          <section className="sign-in-demo" aria-labelledby="demo">
            <h2 id="demo">{t('sign-in.demo')}</h2>
            <p>{t('sign-in.demo-hint')}</p>
            <ul>
              {demo.data.accounts.map((account) => (
                <li key={account.name}>
                  <PlainButton
                    disabled={busy !== undefined}
                    onClick={() => void withPassword(account.name, account.password, { college: demo.data?.college })}
                  >
                    {typeof account.label === 'string' ? account.label : account.label[lang]}
                  </PlainButton>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
