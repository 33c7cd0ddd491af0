import { isRouteErrorResponse, useRouteError } from 'react-router'
import { PlainButton } from '../kit/plain-button.tsx'
import { useTexts } from '../kit/use-texts.ts'

/** What is shown when a screen itself breaks: the rest of the frame goes on working. */
export function ScreenError() {
  const error = useRouteError()
  const t = useTexts()
  // After an update of the server, the parts of the old screens are gone: only a reload brings the new ones.
  const isOldPart = error instanceof Error && /dynamically imported module|Failed to fetch/i.test(error.message)
  const detail = isRouteErrorResponse(error)
    ? `${error.status} ${error.statusText}`
    : error instanceof Error
      ? error.message
      : String(error)
  return (
    <div className="state error-state" role="alert">
      <h1>{isOldPart ? t('error.updated') : t('error.screen')}</h1>
      <p>{isOldPart ? t('error.updated-hint') : t('error.screen-hint')}</p>
      {!isOldPart && <pre>{detail}</pre>}
      <div className="state-actions">
        <PlainButton look="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </PlainButton>
        <a className="plain-button" href="/">
          {t('nav.home')}
        </a>
      </div>
    </div>
  )
}
