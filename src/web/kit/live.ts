import { useEffect, useState } from 'react'

/** Whoever hears nothing for so long has lost the line, whatever the browser thinks, in ms. */
const SILENCE_MS = 40_000
const AGAIN_MS = 3000

/**
 * What a server sends by itself (server-sent events): the last data of each event by its name, and whether the line
 * is there. A lost line is taken up again, however often.
 * @param path without `/api`; null while there is nothing to listen to
 */
export function useLive<Events extends object>(
  path: string | null,
  names: readonly (keyof Events & string)[],
): { readonly last: Partial<Events>; readonly isLost: boolean } {
  const [last, setLast] = useState<Partial<Events>>({})
  const [isLost, setLost] = useState(false)
  const events = names.join(' ')
  useEffect(() => {
    if (path === null) return
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    let silence: ReturnType<typeof setTimeout> | undefined
    const hear = () => {
      clearTimeout(silence)
      silence = setTimeout(reopen, SILENCE_MS)
      setLost(false)
    }
    function reopen() {
      setLost(true)
      source.close()
      clearTimeout(again)
      again = setTimeout(open, AGAIN_MS)
    }
    function open() {
      source = new EventSource(`/api${path}`)
      source.addEventListener('open', hear)
      source.addEventListener('error', () => {
        setLost(true)
        // The browser connects again by itself, unless the server refused.
        if (source.readyState === EventSource.CLOSED) reopen()
      })
      for (const name of [...events.split(' '), 'beat'])
        source.addEventListener(name, (event: MessageEvent<string>) => {
          hear()
          setLast((before) => ({ ...before, [name]: JSON.parse(event.data) as unknown }))
        })
    }
    // A phone that wakes up does not wait for the silence to be noticed.
    const wake = () => document.visibilityState === 'visible' && source.readyState === EventSource.CLOSED && reopen()
    const fail = () => setLost(true)
    open()
    hear()
    document.addEventListener('visibilitychange', wake)
    window.addEventListener('offline', fail)
    return () => {
      clearTimeout(again)
      clearTimeout(silence)
      document.removeEventListener('visibilitychange', wake)
      window.removeEventListener('offline', fail)
      source.close()
    }
  }, [path, events])
  return { last, isLost }
}
