import { ApiError } from './api.ts'
import { PlainButton } from './plain-button.tsx'
import { useLang } from './use-lang.tsx'
import { useTexts } from './use-texts.ts'

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** What could not be shown: "专利的列表". */
  readonly what?: string
}

/** What went wrong, where, and what to do about it. */
export function ErrorState({ error, onRetry, what }: ErrorStateProps) {
  const t = useTexts()
  const { lang } = useLang()
  const api = error instanceof ApiError ? error : undefined
  return (
    <div className="state error-state" role="alert">
      <h2>{what ? t('error.what', { what }) : t('error.title')}</h2>
      <p>{api ? api.label[lang] : t('error.unexpected')}</p>
      {api && api.problems.length > 0 && (
        <ul>
          {api.problems.slice(0, 10).map((problem, index) => (
            <li key={index}>{problem.message[lang]}</li>
          ))}
        </ul>
      )}
      {!api && error instanceof Error && <pre>{error.message}</pre>}
      {api?.requestId && <p className="state-small">{t('error.request', { id: api.requestId })}</p>}
      {onRetry && (
        <PlainButton look="primary" onClick={onRetry}>
          {t('common.retry')}
        </PlainButton>
      )}
    </div>
  )
}

/** The sentence to show for an error in a message or beside a field. */
export function useErrorText(): (error: unknown) => string {
  const t = useTexts()
  const { lang } = useLang()
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unexpected')
    const problems = error.problems.map((problem) => problem.message[lang]).filter((text) => text !== error.label[lang])
    return problems.length > 0
      ? `${error.label[lang]} ${problems.slice(0, 3).join(lang === 'zh' ? '；' : '; ')}`
      : error.label[lang]
  }
}
