import { v4 } from 'uuid'
import type { Label } from '../../../language/label.ts'
import { ApiError, api, upload } from '../../../web/kit/api.ts'
import type { WireArrived, WireSentAct } from '../wire.ts'
import { inStore } from '../../../web/kit/device-store.ts'

/** This browser in one lesson: acts carry its id and count up. */
interface Window {
  readonly key: string
  readonly client: string
  readonly last: number
}
interface KeptAct extends WireSentAct {
  readonly key: string
  readonly of: string
  /** Whose act it is: signing out takes it off the device. */
  readonly account: string
  /** Goes up before the act, which then names it. */
  readonly photo?: Blob
}
type WaitingAct = Omit<KeptAct, 'key' | 'of' | 'account'>

/** A photo that was taken and has not arrived. */
export interface WaitingPhoto {
  readonly activity: string | null
  readonly student: unknown
  readonly photo: Blob
}

interface Sent {
  /** Acts that the server did not take, and why. */
  readonly refused: WireArrived['refused']
  readonly clockOff: number
}

/** What somebody does in a lesson: two people at one browser have two queues. */
export const queueOf = (session: string, account: string): string => `${session} ${account}`
const accountOf = (of: string): string => of.slice(of.indexOf(' ') + 1)

/** Keeps an act on the device until it has arrived. @param of see `queueOf` */
export async function putAct(of: string, act: Omit<WaitingAct, 'sequence'>): Promise<void> {
  await inStore(['windows', 'acts'], async ({ get, put }) => {
    const window = (await get<Window>('windows', of)) ?? { key: of, client: v4(), last: 0 }
    const sequence = window.last + 1
    await put('windows', { ...window, last: sequence })
    await put('acts', { ...act, sequence, of, account: accountOf(of), key: keyOf(of, sequence) } satisfies KeptAct)
  })
}

const keyOf = (of: string, sequence: number) => `${of} ${String(sequence).padStart(9, '0')}`

/** Acts that have not arrived, first to last. */
async function waitingOf(of: string): Promise<{ window: Window | undefined; acts: WaitingAct[] }> {
  return inStore(['windows', 'acts'], async ({ get, all }) => {
    const window = await get<Window>('windows', of)
    const acts = (await all<KeptAct>('acts'))
      .filter((act) => act.of === of)
      .map(({ key: _key, of: _of, account: _account, ...act }) => act)
      .toSorted((a, b) => a.sequence - b.sequence)
    return { window, acts }
  })
}

/** A server that knows fewer than arrived before was set back: what waits is numbered anew, as of a new window. */
async function renumber(of: string, acts: readonly WaitingAct[]): Promise<void> {
  await inStore(['windows', 'acts'], async ({ put, remove }) => {
    for (const { sequence } of acts) await remove('acts', keyOf(of, sequence))
    for (const [i, act] of acts.entries())
      await put('acts', {
        ...act,
        sequence: i + 1,
        of,
        account: accountOf(of),
        key: keyOf(of, i + 1),
      } satisfies KeptAct)
    await put('windows', { key: of, client: v4(), last: acts.length } satisfies Window)
  })
}

/**
 * Sends what waits, in order; what arrived is forgotten here. One window of the browser sends at a time.
 * @throws ApiError when the server is out of reach: everything still waits
 */
async function sendActs(session: string, of: string): Promise<Sent> {
  const send = () => sendAll(session, of)
  return navigator.locks ? navigator.locks.request(`classroom ${of}`, send) : send()
}

export interface Waiting {
  readonly count: number
  readonly photos: readonly WaitingPhoto[]
}

export async function whatWaits(of: string): Promise<Waiting> {
  const { acts } = await waitingOf(of)
  return {
    count: acts.length,
    photos: acts.flatMap(({ photo, activity, body }) => (photo ? { photo, activity, student: body['student'] } : [])),
  }
}

/** Waits between attempts while the server is out of reach, in ms. */
const PATIENCE_MS = [1000, 2000, 4000, 8000] as const

/** Sends what waits, again and again until it has arrived; `tell` hears what came of it, and how much still waits. */
export function keepSending(session: string, of: string, tell: (sent: Partial<Sent>, waiting: Waiting) => void) {
  let tries = 0
  let later: ReturnType<typeof setTimeout> | undefined
  async function send(): Promise<void> {
    clearTimeout(later)
    const sent = await sendActs(session, of).catch(() => null)
    tries = sent ? 0 : tries + 1
    if (!sent) later = setTimeout(() => void send(), PATIENCE_MS[Math.min(tries, PATIENCE_MS.length) - 1])
    tell(sent ?? {}, await whatWaits(of))
  }
  return { send, stop: () => clearTimeout(later) }
}

async function sendAll(session: string, of: string): Promise<Sent> {
  const refused: WireArrived['refused'][number][] = []
  let clockOff = 0
  for (;;) {
    const { window, acts } = await waitingOf(of)
    if (!window || acts.length === 0) return { refused, clockOff }
    // What stands before a photo goes first: a large file keeps no tick waiting.
    const photoAt = acts.findIndex(({ photo }) => photo)
    const batch = acts.slice(0, photoAt === 0 ? 1 : photoAt === -1 ? 50 : Math.min(50, photoAt))
    const { ready, problem } = await withPhoto(batch)
    const answer = await post(session, window.client, ready)
    clockOff = answer.clockOff
    refused.push(...(problem ? [{ sequence: batch[0]!.sequence, ...problem }] : answer.refused))
    if (answer.arrived < batch[0]!.sequence - 1) await renumber(of, acts)
    else
      await inStore(['acts'], async ({ remove }) => {
        for (const { sequence } of batch) if (sequence <= answer.arrived) await remove('acts', keyOf(of, sequence))
      })
  }
}

/** What the server will never take must not stand in the way of what comes after. */
const FINAL = [404, 409, 413, 415, 422]

/** Acts with the photo of the first sent up. @throws ApiError when the server is out of reach */
async function withPhoto(acts: readonly WaitingAct[]): Promise<{ ready: WireSentAct[]; problem?: Label }> {
  const ready = acts.map(({ photo: _photo, ...act }) => act)
  const photo = acts[0]?.photo
  if (!photo) return { ready }
  try {
    const { sha256 } = await upload<{ sha256: string }>('/files', new File([photo], 'photo.jpg', { type: photo.type }))
    return { ready: ready.map((act) => ({ ...act, body: { ...act.body, photos: [sha256] } })) }
  } catch (error) {
    if (!(error instanceof ApiError) || !FINAL.includes(error.status)) throw error
    return { ready, problem: error.label }
  }
}

async function post(session: string, client: string, acts: readonly WireSentAct[]): Promise<WireArrived> {
  try {
    return await api.post<WireArrived>(`/classroom/sessions/${session}/acts`, { client, sentAt: Date.now(), acts })
  } catch (error) {
    if (!(error instanceof ApiError) || !FINAL.includes(error.status)) throw error
    const last = acts.at(-1)!.sequence
    return { arrived: last, refused: [{ sequence: last, ...error.label }], clockOff: 0 }
  }
}
