import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ApiError, api, upload } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { MOST_PICTURE, type WireVerification } from '../wire.ts'
import { useBadgeTexts } from './use-badge-texts.ts'
import { Verification } from './verification.tsx'
import './badges.css'

/** Anybody's page, made for a phone: what a certificate is, in plain words, without an account. */
export function VerifyPage() {
  const t = useBadgeTexts()
  const { lang, setLang } = useLang()
  const { college, token } = useParams()
  useEffect(() => {
    document.title = `${t('verify.title')} · 匠心`
  }, [t])
  return (
    <main className="verify">
      <header className="verify-head">
        <h1>{t('verify.title')}</h1>
        <Button size="small" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {lang === 'zh' ? 'English' : '中文'}
        </Button>
      </header>
      {college && token ? <OfAddress college={college} token={token} /> : <OfFile />}
    </main>
  )
}

function OfAddress({ college, token }: { readonly college: string; readonly token: string }) {
  const t = useBadgeTexts()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['verify', college, token],
    queryFn: ({ signal }) =>
      api.get<WireVerification>(`/verify/${encodeURIComponent(college)}/${encodeURIComponent(token)}`, signal),
    retry: false,
  })
  const errorText = useErrorText()
  const another = <Button onClick={() => void navigate('/verify')}>{t('verify.another')}</Button>
  // There is nothing to try again: it is not there, or its holder does not show it.
  if (error instanceof ApiError && error.status === 404)
    return (
      <>
        <Alert type="warning" showIcon title={errorText(error)} />
        <p className="verify-bar">{another}</p>
      </>
    )
  if (error)
    return (
      <>
        <ErrorState error={error} onRetry={() => void refetch()} />
        {another}
      </>
    )
  if (!data) return <Loading />
  const address = `/colleges/${encodeURIComponent(college)}/credentials/${encodeURIComponent(token)}`
  return (
    <>
      <Verification verification={data} />
      <p className="verify-bar">
        {(['png', 'pdf', 'json'] as const).map((kind) => (
          <a key={kind} href={`${address}.${kind}`} download>
            {t('download')} {kind.toUpperCase()}
          </a>
        ))}
        {another}
      </p>
    </>
  )
}

function OfFile() {
  const t = useBadgeTexts()
  const errorText = useErrorText()
  const pasteId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [found, setFound] = useState<WireVerification>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function verify(work: () => Promise<WireVerification>) {
    setBusy(true)
    setProblem(undefined)
    setFound(undefined)
    try {
      setFound(await work())
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  function send(file: File) {
    const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1)
    if (file.size > MOST_PICTURE) {
      setFound(undefined)
      setProblem(t('verify.large', { is: megabytes(file.size), most: megabytes(MOST_PICTURE) }))
      return
    }
    void verify(() => upload<WireVerification>('/verify/file', file))
  }
  return (
    <>
      <p>{t('verify.hint')}</p>
      <p className="verify-bar">
        <Button type="primary" size="large" loading={isBusy} onClick={() => input.current?.click()}>
          {t('verify.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="image/png,application/json,.json"
          hidden
          aria-label={t('verify.choose')}
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            event.target.value = ''
            if (chosen) send(chosen)
          }}
        />
      </p>
      <label htmlFor={pasteId}>{t('verify.paste')}</label>
      <Input.TextArea
        id={pasteId}
        rows={4}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="verify-bar">
        <Button
          loading={isBusy}
          disabled={text.trim() === ''}
          onClick={() => void verify(() => api.post<WireVerification>('/verify', { credential: text }))}
        >
          {t('verify.go')}
        </Button>
        <span role="status">{isBusy ? t('verify.busy') : ''}</span>
      </p>
      {problem && <Alert type="error" showIcon title={problem} />}
      {found && <Verification verification={found} />}
    </>
  )
}
