import type { WireFigure } from '../../language/index.ts'
import { compare } from '../../language/judge-rule.ts'
import type { WireFigurePage } from '../../language/wire-figures.ts'
import { ApiError, api, queryOf } from '../kit/api.ts'
import type { EntryStore, WaitingEntry } from './waiting-entries.ts'

/** The two questions that sending asks the server. */
export interface Server {
  enter(entry: WaitingEntry): Promise<WireFigure>
  look(entry: WaitingEntry): Promise<WireFigurePage>
}

const path = (code: string) => `/figures/${encodeURIComponent(code)}`

const server: Server = {
  enter: ({ code, period, unit, version, value, note, files }) =>
    api.post<WireFigure>(`${path(code)}/actions/enter`, {
      period,
      unit,
      version,
      value,
      ...(note.trim() === '' ? {} : { comment: note.trim() }),
      ...(files.length > 0 ? { evidence: files.map((file) => file.sha256) } : {}),
    }),
  look: ({ code, period, unit }) => api.get<WireFigurePage>(`${path(code)}${queryOf({ period, unit })}`),
}

const running = new WeakMap<EntryStore, Promise<number>>()

/**
 * Sends what waits, one after the other in the order it was saved, and gives how many arrived. What the server refuses,
 * or somebody else changed meanwhile, stays with both values until a person decides; a lost connection leaves the rest
 * waiting. Only one tab sends at a time.
 */
export function sendEntries(store: EntryStore, to: Server = server): Promise<number> {
  const known = running.get(store)
  if (known) return known
  const work = alone(() => sendAll(store, to)).finally(() => running.delete(store))
  running.set(store, work)
  return work
}

/** Tabs share one lock where the browser has it: only in secure contexts. Elsewhere the version keeps a value from being taken twice. */
async function alone(work: () => Promise<number>): Promise<number> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
  if (!locks) return work()
  return locks.request('jiangxin.entries', { ifAvailable: true }, (lock) => (lock ? work() : 0))
}

async function sendAll(store: EntryStore, to: Server): Promise<number> {
  let sent = 0
  for (const entry of store.list().filter((one) => one.state === 'waiting')) {
    const left = await sendOne(entry, to)
    if (left === 'later') break
    // Typed over while it was on its way: the newer text stays, for the figure as it now is.
    const now = store.find(entry)
    const isUntouched = JSON.stringify(now) === JSON.stringify(entry)
    if (left === 'sent') {
      sent++
      if (isUntouched) store.remove(entry)
      else if (now) store.put({ ...now, before: entry.value, version: entry.version + 1 })
    } else if (isUntouched) store.put(left)
  }
  return sent
}

type Outcome = 'sent' | 'later' | WaitingEntry

async function sendOne(entry: WaitingEntry, to: Server): Promise<Outcome> {
  try {
    await to.enter(entry)
    return 'sent'
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isPassing(error)) return 'later'
    if (error.code !== 'stale') return { ...entry, state: 'refused', problem: error.label }
  }
  try {
    return await settle(entry, await to.look(entry), to)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return isPassing(error) ? 'later' : { ...entry, state: 'refused', problem: error.label }
  }
}

/** Not the value's fault: the connection, the server's health, a session that ended. */
const isPassing = ({ status }: ApiError) => status === 0 || status === 401 || status === 429 || status >= 500

/** The figure is not as it was seen: was it our own answer that got lost, a step without a new value, or somebody else's value? */
async function settle(entry: WaitingEntry, page: WireFigurePage, to: Server): Promise<Outcome> {
  const { figure, history } = page
  const latest = history.find((one) => one.action === 'enter')
  const isProven = entry.files.every((file) => page.evidence.some((one) => one.file.sha256 === file.sha256))
  const isThere = latest !== undefined && isSame(figure.value, entry.value)
  if (isThere && isProven && (latest.reason ?? '') === entry.note.trim()) return 'sent'
  if (isSame(figure.value, entry.before)) {
    await to.enter({ ...entry, version: figure.version })
    return 'sent'
  }
  const theirs = {
    value: figure.value,
    version: figure.version,
    by: latest?.actorName ?? '',
    at: latest?.at ?? '',
  }
  return { ...entry, state: 'conflict', theirs }
}

const isSame = (a: string | null, b: string | null) => (a === null || b === null ? a === b : compare(a, b) === 0)
