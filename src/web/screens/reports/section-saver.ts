import type { DocumentNode } from '../../../language/document.ts'
import type { WireSectionContent } from '../../../language/wire-reports.ts'
import { ApiError } from '../../kit/api.ts'
import { isSameDocument } from './editor-document.ts'
import type { LocalDraft } from './local-draft.ts'

/** 'stale': somebody else changed it. 'refused': the server says why in `problem`. 'offline': kept in this browser. */
export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'stale' | 'refused'

export type SavedSection = Pick<WireSectionContent, 'content' | 'version' | 'updatedAt'>

/** What the screen shows of the saving. */
export interface SaveView {
  readonly state: SaveState
  readonly savedAt: string
  readonly version: number
  readonly problem: unknown
}

/** How a saver reaches the server and this browser's store. */
export interface SaverWays {
  readonly send: (content: DocumentNode, version: number) => Promise<SavedSection>
  readonly keep: (draft: LocalDraft) => void
  readonly drop: () => void
  /** How long the pen rests before the text is saved. */
  readonly restMs?: number
  readonly retryMs?: number
}

/** Saves a section's text by itself. */
export interface SectionSaver {
  readonly view: () => SaveView
  readonly subscribe: (listener: () => void) => () => void
  /** To be called with every change of the text. */
  readonly change: (content: DocumentNode) => void
  /** Saves now; resolves to whether everything has reached the server. */
  readonly flush: () => Promise<boolean>
  /** Saves what waits for a connection. */
  readonly retry: () => void
  /** Goes on from another version: after somebody else's change was looked at, or an action moved it. */
  readonly rebase: (section: SavedSection) => void
  /** The screen is left: what waits is sent at once, and stays kept in the browser should that fail. */
  readonly leave: () => void
}

/** Saves on the version that was written upon, one request at a time, and keeps the text here until that worked. */
export function createSaver(start: SavedSection, ways: SaverWays): SectionSaver {
  const { restMs = 2500, retryMs = 15_000 } = ways
  const listeners = new Set<() => void>()
  let base = { content: start.content, version: start.version }
  let latest = start.content
  let view: SaveView = { state: 'saved', savedAt: start.updatedAt, version: start.version, problem: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  function show(change: Partial<SaveView>) {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const settle = () => {
    clearTimeout(timer)
    ways.drop()
    show({ state: 'saved', problem: undefined })
  }

  async function attempt(content: DocumentNode): Promise<void> {
    show({ state: 'saving' })
    try {
      const answer = await ways.send(content, base.version)
      base = { content, version: answer.version }
      show({ version: answer.version, savedAt: answer.updatedAt, problem: undefined })
      if (isSameDocument(latest, content)) settle()
      else {
        // Written on while it was under way: what is kept is newer than what was sent.
        ways.keep({ content: latest, version: base.version, at: new Date().toISOString() })
        show({ state: 'changed' })
        later(restMs)
      }
    } catch (error) {
      const state = stateAfter(error)
      show({ state, problem: state === 'offline' ? undefined : error })
      if (state === 'offline') later(retryMs)
    }
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (running) await running
    if (view.state === 'stale') return false
    if (isSameDocument(latest, base.content)) {
      settle()
      return true
    }
    running = attempt(latest)
    await running
    running = undefined
    return view.state === 'saved'
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (content) => {
      latest = content
      if (isSameDocument(content, base.content) && view.state !== 'saving') {
        if (view.state !== 'stale') settle()
        return
      }
      ways.keep({ content, version: base.version, at: new Date().toISOString() })
      // While somebody else's text waits to be compared nothing is sent, but everything is kept.
      if (view.state === 'stale' || view.state === 'saving') return
      show({ state: 'changed' })
      later(restMs)
    },
    flush,
    retry: () => {
      if (view.state === 'offline') void flush()
    },
    rebase: (section) => {
      base = { content: section.content, version: section.version }
      show({ version: section.version, savedAt: section.updatedAt, problem: undefined })
      if (isSameDocument(latest, section.content)) settle()
      else {
        show({ state: 'changed' })
        later(0)
      }
    },
    leave: () => {
      if (view.state === 'changed') void flush()
      clearTimeout(timer)
    },
  }
}

function stateAfter(error: unknown): SaveState {
  if (!(error instanceof ApiError)) return 'refused'
  if (error.status === 409 && error.code === 'stale') return 'stale'
  return error.status === 0 || error.status >= 500 || error.status === 429 ? 'offline' : 'refused'
}
