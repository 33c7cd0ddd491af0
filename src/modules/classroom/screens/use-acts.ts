import { useCallback, useEffect, useRef, useState } from 'react'
import type { Label } from '../../../language/label.ts'
import type { WireSentAct } from '../wire.ts'
import { keepSending, putAct } from './act-queue.ts'

/**
 * Does things in a lesson: each is kept on the device first, then sent, in order, as soon as the server is there.
 * @param who of the lesson; null until it is known
 * @param isLost the line is gone; what waits is sent when it is back
 */
export function useActs(session: string, who: string | null, isLost: boolean) {
  const of = who === null ? null : `${session} ${who}`
  const [waiting, setWaiting] = useState(0)
  const [refused, setRefused] = useState<readonly Label[]>([])
  const [clockOff, setClockOff] = useState(0)
  const sending = useRef<() => void>(undefined)

  useEffect(() => {
    if (of === null || isLost) return
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
    async (kind: WireSentAct['kind'], activity: string | null, body: WireSentAct['body']) => {
      if (of === null) return
      await putAct(of, { kind, activity, at: Date.now(), body })
      setWaiting((n) => n + 1)
      sending.current?.()
    },
    [of],
  )
  return { act, waiting, refused, forget: () => setRefused([]), clockOff }
}
