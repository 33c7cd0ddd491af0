import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError } from '../../../web/kit/api.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { CODE_SECONDS, DIGITS } from '../code-window.ts'
import { canSign } from './device-key.ts'
import { prepareSignIn, signInByCode } from './sign-in-by-code.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

/** Four digits from the projector, signed by this phone. */
export function PhoneSignIn({ session, onDone }: { readonly session: string; readonly onDone: () => void }) {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const [code, setCode] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: string) => signInByCode(session, given),
    onSuccess: onDone,
    onError: () => setCode(''),
  })
  useEffect(() => {
    if (!canSign()) return
    const scanned = location.hash.slice(1)
    // Of no use a second time.
    history.replaceState(history.state, '', location.pathname)
    if (/^\d{4}$/.test(scanned)) mutate(scanned)
    // Without it the challenge is fetched with the code, which takes longer.
    else void prepareSignIn(session).catch(() => {})
  }, [session, mutate])

  if (!canSign()) return <p className="seat-problem">{t('phone.no-key')}</p>
  return (
    <form
      className="seat-sign-in"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.length === DIGITS) mutate(code)
      }}
    >
      <label htmlFor="class-code">{t('phone.code')}</label>
      <input
        id="class-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d*"
        maxLength={DIGITS}
        autoFocus
        readOnly={isPending}
        value={code}
        onChange={(event) => {
          const digits = event.target.value.replaceAll(/\D/g, '')
          setCode(digits)
          if (digits.length === DIGITS) mutate(digits)
        }}
      />
      <p className="seat-problem" role="alert">
        {error && (error instanceof ApiError ? error.label[lang] : String(error))}
      </p>
      <p className="seat-hint">{t('phone.code-hint', { n: CODE_SECONDS })}</p>
    </form>
  )
}
