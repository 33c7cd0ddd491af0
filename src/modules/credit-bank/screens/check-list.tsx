import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireCheck } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

/** Checks with their sentences; whether one holds is said, not only drawn. */
export function CheckList({ checks }: { readonly checks: readonly WireCheck[] }) {
  const t = useBankTexts()
  const { lang } = useLang()
  return (
    <ul className="bank-checks">
      {checks.map((check, index) => (
        <li key={index} className={check.ok ? 'bank-ok' : 'bank-not'}>
          <span role="img" aria-label={t(check.ok ? 'check.ok' : 'check.not-ok')}>
            {check.ok ? '✓' : '✗'}
          </span>
          <span>{check.label[lang]}</span>
        </li>
      ))}
    </ul>
  )
}
