import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useOnline } from '../kit/use-online.ts'
import { useTexts } from '../kit/use-texts.ts'
import { sendEntries } from './send-entries.ts'
import { useSession } from './session.tsx'
import type { EntryStore, WaitingEntry } from './waiting-entries.ts'
import { entriesOf } from './waiting-entries.ts'

/** The typed values of the signed-in account that have not reached the server. */
export function useEntries(): { readonly store: EntryStore; readonly entries: readonly WaitingEntry[] } {
  const store = entriesOf(useSession())
  return { store, entries: useSyncExternalStore(store.subscribe, store.list) }
}

/** Sends what waits, and shows what thereby became true. */
export function useSendEntries(): () => Promise<void> {
  const t = useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { store } = useEntries()
  return useCallback(async () => {
    const sent = await sendEntries(store)
    // One message however many asked: form and frame wait for the same sending.
    if (sent > 0) void message.success({ key: 'waiting.sent', content: t('waiting.sent', { n: sent }) })
    // Also what was not taken is shown beside what now stands.
    if (sent > 0 || store.list().some((one) => one.state === 'conflict'))
      await client.invalidateQueries({ queryKey: ['figures'] })
  }, [store, client, message, t])
}

const AGAIN_MS = 15_000

const WaitingPlaces = lazy(async () => ({ default: (await import('./waiting-places.tsx')).WaitingPlaces }))

/** What waits on this device, wherever the person goes meanwhile; sends it as soon as that is possible. */
export function WaitingNotice() {
  const t = useTexts()
  const isOnline = useOnline()
  const { store, entries } = useEntries()
  const send = useSendEntries()
  // A value on its way is no news; one that did not arrive is.
  const [isLate, setLate] = useState(false)
  const waiting = entries.filter((one) => one.state === 'waiting').length
  const asked = entries.filter((one) => one.state === 'conflict' || one.state === 'refused')
  useEffect(() => {
    if (!isOnline || waiting === 0) return
    const attempt = async () => {
      await send()
      setLate(store.list().some((one) => one.state === 'waiting'))
    }
    void attempt()
    const timer = setInterval(() => void attempt(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOnline, waiting, send, store])
  return (
    <>
      {waiting > 0 && (isLate || !isOnline) && (
        <p className="offline-notice">{t(isOnline ? 'waiting.unreached' : 'waiting.offline', { n: waiting })}</p>
      )}
      {asked.length > 0 && (
        <p className="offline-notice">
          {t('waiting.look', { n: asked.length })}{' '}
          <Suspense fallback={null}>
            <WaitingPlaces asked={asked} />
          </Suspense>
        </p>
      )}
    </>
  )
}
