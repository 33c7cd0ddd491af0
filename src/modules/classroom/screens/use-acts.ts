import { useCallback, useEffect, useRef, useState } from 'react'
import type { Label } from '../../../language/label.ts'
import { keptFor } from '../../../web/kit/own-storage.ts'
import type { WireSentAct } from '../wire.ts'
import { keepSending, putAct, queueOf, type Waiting, whatWaits } from './act-queue.ts'

/**
 * Does things in a lesson, as whoever is signed in: each is kept on the device first, then sent, in order, as soon as
 * the server is there.
 * @param isLost the line is gone; what waits is sent when it is back
 */
export function useActs(session: string, isLost: boolean) {
  const of = queueOf(session, keptFor())
  const [waiting, setWaiting] = useState<Waiting>({ count: 0, photos: [] })
  const [refused, setRefused] = useState<readonly Label[]>([])
  const [clockOff, setClockOff] = useState(0)
  const sending = useRef<() => void>(undefined)

  useEffect(() => {
    // What waited when the page was left still waits.
    if (isLost) return void whatWaits(of).then(setWaiting)
    const sender = keepSending(session, of, (sent, left) => {
      if (sent.refused?.length) setRefused((before) => [...before, ...(sent.refused ?? [])])
      if (sent.clockOff) setClockOff(sent.clockOff)
      setWaiting(left)
    })
    const send = () => void sender.send()
    sending.current = send
    send()
    window.addEventListener('online', send)
    return () => {
      sending.current = undefined
      sender.stop()
      window.removeEventListener('online', send)
    }
  }, [of, session, isLost])

  const act = useCallback(
    async (kind: WireSentAct['kind'], activity: string | null, body: WireSentAct['body'], photo?: Blob) => {
      await putAct(of, { kind, activity, at: Date.now(), body, ...(photo ? { photo } : {}) })
      setWaiting(await whatWaits(of))
      sending.current?.()
    },
    [of],
  )
  return { act, waiting: waiting.count, waitingPhotos: waiting.photos, refused, forget: () => setRefused([]), clockOff }
}
