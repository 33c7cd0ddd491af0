import { useSyncExternalStore } from 'react'
import { useTexts } from '../kit/use-texts.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the network is gone, and when it is back says nothing. */
export function OfflineNotice() {
  const t = useTexts()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" aria-live="polite">
      {!isOnline && <p className="offline-notice">{t('common.offline')}</p>}
    </div>
  )
}
