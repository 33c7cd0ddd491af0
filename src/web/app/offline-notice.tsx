import { useOnline } from '../kit/use-online.ts'
import { useTexts } from '../kit/use-texts.ts'
import { useEntries, WaitingNotice } from './waiting-notice.tsx'

/** Says that the network is gone, and what waits on this device; when all is well, nothing. */
export function OfflineNotice() {
  const t = useTexts()
  const isOnline = useOnline()
  const isWaiting = useEntries().entries.some((one) => one.state === 'waiting')
  return (
    <div role="status" aria-live="polite">
      {!isOnline && !isWaiting && <p className="offline-notice">{t('common.offline')}</p>}
      <WaitingNotice />
    </div>
  )
}
