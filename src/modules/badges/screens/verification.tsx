import { formatTime } from '../../../web/kit/format-date.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { Verdict, WireBadgeContent, WireVerification } from '../wire.ts'
import { useBadgeTexts } from './use-badge-texts.ts'

/** Genuine, although it no longer or not yet holds: what it says is proven. */
const GENUINE: readonly Verdict[] = ['valid', 'revoked', 'expired', 'not-yet']

/** What a certificate turned out to be: the word first, then why, then what it says. */
export function Verification({ verification }: { readonly verification: WireVerification }) {
  const t = useBadgeTexts()
  const { lang } = useLang()
  const { verdict, label, checks, content, at } = verification
  const isGenuine = GENUINE.includes(verdict)
  return (
    <section className={`verdict verdict-${verdict === 'valid' ? 'good' : isGenuine ? 'past' : 'bad'}`}>
      <div role="status" className="verdict-word">
        <strong>{t(`verdict.${verdict}`)}</strong>
        <p>{label[lang]}</p>
      </div>
      {content && <Content content={content} isGenuine={isGenuine} />}
      <details>
        <summary>{t('checks.title')}</summary>
        <ul>
          {checks.map(({ name, ok, label: says }) => (
            <li key={name}>
              {says[lang]}
              <strong>{t(ok === null ? 'check.not-asked' : ok ? 'check.yes' : 'check.no')}</strong>
            </li>
          ))}
        </ul>
      </details>
      <small>{t('verify.at', { at: formatTime(at) })}</small>
    </section>
  )
}

function Content({ content, isGenuine }: { readonly content: WireBadgeContent; readonly isGenuine: boolean }) {
  const t = useBadgeTexts()
  const facts = [
    [t('content.holder'), content.holder],
    [isGenuine ? t('content.issuer') : t('content.claimed'), content.knownIssuer ?? content.issuer],
    [t('content.credits'), content.credits],
    [t('content.issued'), content.issuedAt && formatTime(content.issuedAt)],
    [t('content.until'), content.until && formatTime(content.until)],
    [t('content.says'), content.description],
  ] as const
  return (
    <div className="verdict-content">
      {!isGenuine && <p>{t('content.doubt')}</p>}
      <h2>{content.name}</h2>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {content.results.length > 0 && (
        <>
          <h3>{t('content.results')}</h3>
          <ul>
            {content.results.map(({ name, value }, index) => (
              <li key={index}>
                {name} <strong>{value}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
