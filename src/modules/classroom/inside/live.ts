import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Engine } from '../../../engine/engine.ts'
import { currentCode } from './codes.ts'
import { type Facts, loadFacts, type StillFacts, stillFacts } from './facts.ts'
import { CHANNEL, codeSource, findSession, isOpen, type Session } from './session.ts'
import type { WireCode } from '../wire.ts'

/** Somebody who watches a lesson: what they see is made anew when it changed, and sent when it is another. */
interface Watcher {
  readonly view: (facts: Facts, now: number) => { readonly revision: number }
  readonly withCode: boolean
  /** Of a student's phone: it is looked at again only when what they see can be another. */
  readonly student: string | null
  seen: string
  readonly write: (event: string, id: number | null, data: string) => void
  sent: string
}

interface Room {
  readonly collegeId: string
  readonly sessionId: string
  readonly watchers: Set<Watcher>
  still: { readonly facts: StillFacts; readonly at: number } | null
  session: Session | null
  code: string
  /** What all phones see alike, and how often it became another. */
  common: string
  commons: number
  isChanged: boolean
  isLooking: boolean
  revision: number
}

/** So long after a look the next one is taken, in ms: what arrives meanwhile is shown together. */
const PACE_MS = 50
/** Rosters change rarely while a lesson is held. */
const STILL_MS = 30_000
/** A line that says nothing, so that proxies and phones keep the connection. */
const BEAT_MS = 15_000
/** How often lessons are looked at although nobody said that they changed: a message may be lost. */
const LOOK_MS = 10_000
/** Codes change by the second. */
const CODE_MS = 250
/** How often it is asked whether who watches still may. */
const ASK_MS = 60_000
/** So many bytes may wait for a slow reader. */
const MOST_WAITING = 1_000_000
/** How long a browser waits before it connects again, in ms. */
const RETRY_MS = 1500

/** What a lesson is for every phone alike: a result that is shown no longer grows. */
const commonOf = ({ session, activities }: Facts, now: number): string =>
  JSON.stringify([isOpen(session, now), session.closesAt, session.closedAt, session.stage, activities])

/**
 * Shows lessons live, by server-sent events: a whole view whenever it changed, so that whoever was away for a moment
 * or the whole break sees what is. Every program hears of every change over the database.
 */
export function showLive({ database }: Engine) {
  const rooms = new Map<string, Room>()
  let timers: NodeJS.Timeout[] = []
  /** Of changes, while anybody watches: one for all lessons. */
  let hearing: ReturnType<typeof database.hear> | null = null

  /** Whoever watches is told what is new; changes that come meanwhile are looked at once, afterwards. */
  async function look(room: Room): Promise<void> {
    room.isChanged = true
    if (room.isLooking) return
    room.isLooking = true
    while (room.isChanged && room.watchers.size > 0) {
      room.isChanged = false
      try {
        tell(room, await read(room))
      } catch {
        // The database is away for a moment: the next look shows what is.
      }
      await new Promise((resolve) => setTimeout(resolve, PACE_MS))
    }
    room.isLooking = false
  }

  function read(room: Room): Promise<Facts | null> {
    return database.inCollege(room.collegeId, async (tx) => {
      const session = await findSession(tx, room.sessionId)
      if (!session) return null
      if (!room.still || Date.now() - room.still.at > STILL_MS)
        room.still = { facts: await stillFacts(tx, session), at: Date.now() }
      return loadFacts(tx, room.sessionId, room.still.facts)
    })
  }

  function tell(room: Room, facts: Facts | null): void {
    if (!facts) return
    const now = Date.now()
    room.session = facts.session
    room.revision = facts.session.revision
    const common = commonOf(facts, now)
    if (common !== room.common) room.commons++
    room.common = common
    const acts = Map.groupBy(facts.acts, ({ student }) => student)
    // The teacher and the projector first: everybody waits for what they show.
    const inOrder = [...room.watchers].toSorted((a, b) => Number(a.student !== null) - Number(b.student !== null))
    for (const watcher of inOrder) {
      const { student } = watcher
      const signIn = student === null ? undefined : facts.signIns.get(student)
      const seen = `${room.commons} ${acts.get(student)?.length ?? 0} ${signIn?.state} ${signIn?.how} ${signIn?.at}`
      if (student !== null && seen === watcher.seen) continue
      watcher.seen = seen
      show(watcher, facts, now)
    }
  }

  function show(watcher: Watcher, facts: Facts, now: number): void {
    const { revision, ...view } = watcher.view(facts, now)
    const text = JSON.stringify(view)
    if (text === watcher.sent) return
    watcher.sent = text
    watcher.write('view', revision, JSON.stringify({ revision, ...view }))
  }

  /** A new code goes to those who show it, and the last one when the lesson is over. */
  function tellCodes(): void {
    const now = Date.now()
    for (const room of rooms.values()) {
      const { session } = room
      if (!session || ![...room.watchers].some(({ withCode }) => withCode)) continue
      const { code, until } = isOpen(session, now) ? currentCode(codeSource(session), now) : { code: '', until: now }
      if (code === room.code) continue
      room.code = code
      const data = JSON.stringify({ code, until, now } satisfies WireCode)
      for (const watcher of room.watchers) if (watcher.withCode) watcher.write('code', null, data)
    }
  }

  function lookAround(): void {
    for (const room of rooms.values()) void look(room)
  }

  function start(): void {
    if (hearing) return
    timers = [
      setInterval(tellCodes, CODE_MS),
      setInterval(lookAround, LOOK_MS),
      setInterval(() => {
        for (const room of rooms.values())
          for (const watcher of room.watchers) watcher.write('beat', null, JSON.stringify({ now: Date.now() }))
      }, BEAT_MS),
    ]
    hearing = database.hear(
      CHANNEL,
      (message) => {
        const room = rooms.get(message)
        if (room) void look(room)
      },
      lookAround,
    )
  }

  function rest(): void {
    for (const timer of timers) clearInterval(timer)
    timers = []
    hearing?.stop()
    hearing = null
  }

  /**
   * Answers with a stream of views, until the reader goes or may no longer see it.
   * @param mayStill throws once the reader may no longer see it
   */
  function watch(
    request: FastifyRequest,
    reply: FastifyReply,
    at: { readonly collegeId: string; readonly sessionId: string; readonly student: string | null },
    view: Watcher['view'],
    mayStill: () => Promise<unknown>,
  ): void {
    const { raw } = reply
    reply.hijack()
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    raw.write(`retry: ${RETRY_MS}\n\n`)
    const key = `${at.collegeId} ${at.sessionId}`
    const room: Room = rooms.get(key) ?? {
      collegeId: at.collegeId,
      sessionId: at.sessionId,
      watchers: new Set(),
      still: null,
      session: null,
      code: '',
      common: '',
      commons: 0,
      isChanged: false,
      isLooking: false,
      revision: -1,
    }
    rooms.set(key, room)
    const watcher: Watcher = {
      view,
      withCode: at.student === null,
      student: at.student,
      seen: '',
      sent: '',
      write(event, id, data) {
        // Whoever takes nothing up any more is let go: they come again, and see what is.
        if (raw.writableLength > MOST_WAITING) leave()
        else raw.write(`event: ${event}\n${id === null ? '' : `id: ${id}\n`}data: ${data}\n\n`)
      },
    }
    room.watchers.add(watcher)
    // Whoever comes sees the code at once.
    room.code = at.student === null ? '' : room.code
    const asking = setInterval(() => void mayStill().catch(leave), ASK_MS)
    function leave(): void {
      clearInterval(asking)
      leavers.delete(leave)
      if (!room.watchers.delete(watcher)) return
      if (room.watchers.size === 0) rooms.delete(key)
      if (rooms.size === 0) rest()
      raw.end()
    }
    leavers.add(leave)
    request.raw.on('close', leave)
    start()
    void look(room)
  }

  const leavers = new Set<() => void>()
  return {
    watch,
    /** Ends all streams: a program that stops waits for none. */
    close(): void {
      for (const leave of leavers) leave()
      rest()
    },
  }
}
