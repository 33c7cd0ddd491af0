import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DocumentNode } from '../../../language/document.ts'
import type { WireSectionContent } from '../../../language/wire-reports.ts'
import { ApiError, api } from '../../kit/api.ts'
import { isSameDocument } from './editor-document.ts'
import { dropDraft, keepDraft } from './local-draft.ts'
import { sectionPath } from './queries.ts'

/** 'stale': somebody else changed it. 'refused': the server says why in `problem`. 'offline': kept in this browser. */
export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'stale' | 'refused'

export interface Autosave {
  readonly state: SaveState
  readonly savedAt: string
  readonly version: number
  /** What the server last took. */
  readonly saved: DocumentNode
  readonly problem: unknown
  /** To be called with every change of the text. */
  readonly change: (content: DocumentNode) => void
  /** Saves now; resolves to whether everything has reached the server. */
  readonly flush: () => Promise<boolean>
  /** The version that the next action must name, as it stands when asked. */
  readonly currentVersion: () => number
  /** Goes on from another version: after somebody else's change was looked at, or an action moved it. */
  readonly rebase: (section: Pick<WireSectionContent, 'content' | 'version' | 'updatedAt'>) => void
}

/** How long the pen rests before the text is saved. */
const REST_MS = 2500
const RETRY_MS = 15_000

/** Saves a section's text by itself: on the version it was written upon, and in this browser until that worked. */
export function useAutosave(accountId: string, reportId: string, section: WireSectionContent): Autosave {
  const id = section.id
  const base = useRef({ content: section.content, version: section.version })
  const latest = useRef<DocumentNode>(section.content)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(undefined)
  const isStale = useRef(false)
  const [state, setState] = useState<SaveState>('saved')
  const [shown, setShown] = useState({ version: section.version, savedAt: section.updatedAt, saved: section.content })
  const [problem, setProblem] = useState<unknown>()

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) await running.current
    const content = latest.current
    if (isSameDocument(content, base.current.content)) {
      dropDraft(accountId, id)
      setState('saved')
      return true
    }
    setState('saving')
    const attempt = send(reportId, id, content, base.current.version)
    running.current = attempt.then((result) => result.section !== undefined)
    const { section: answer, error } = await attempt
    running.current = undefined
    if (answer) {
      base.current = { content, version: answer.version }
      setShown({ version: answer.version, savedAt: answer.updatedAt, saved: content })
      setProblem(undefined)
      if (latest.current === content) {
        dropDraft(accountId, id)
        setState('saved')
        return true
      }
      setState('changed')
      timer.current = setTimeout(() => void save(), REST_MS)
      return false
    }
    const failure = stateAfter(error)
    isStale.current = failure === 'stale'
    setProblem(failure === 'offline' ? undefined : error)
    setState(failure)
    if (failure === 'offline') timer.current = setTimeout(() => void save(), RETRY_MS)
    return false
  }, [accountId, reportId, id])

  const change = useCallback(
    (content: DocumentNode) => {
      latest.current = content
      if (isSameDocument(content, base.current.content)) {
        clearTimeout(timer.current)
        dropDraft(accountId, id)
        setState((old) => (old === 'changed' || old === 'offline' || old === 'refused' ? 'saved' : old))
        return
      }
      keepDraft(accountId, id, { content, version: base.current.version, at: new Date().toISOString() })
      // While somebody else's text waits to be compared nothing is sent, but everything is kept.
      if (isStale.current) return
      setState('changed')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), REST_MS)
    },
    [accountId, id, save],
  )

  const rebase = useCallback(
    (next: Pick<WireSectionContent, 'content' | 'version' | 'updatedAt'>) => {
      isStale.current = false
      base.current = { content: next.content, version: next.version }
      setShown({ version: next.version, savedAt: next.updatedAt, saved: next.content })
      setProblem(undefined)
      const isSame = isSameDocument(latest.current, next.content)
      setState(isSame ? 'saved' : 'changed')
      clearTimeout(timer.current)
      if (isSame) dropDraft(accountId, id)
      else timer.current = setTimeout(() => void save(), 0)
    },
    [accountId, id, save],
  )

  const retry = useEffectEvent(() => {
    if (state === 'offline') void save()
  })
  useEffect(() => {
    const online = () => retry()
    addEventListener('online', online)
    return () => {
      removeEventListener('online', online)
      clearTimeout(timer.current)
    }
  }, [])
  // Leaving the screen inside the platform: what waits is sent, and stays kept here should that fail.
  const leave = useEffectEvent(() => {
    if (state === 'changed') void save()
  })
  useEffect(() => () => leave(), [])

  const currentVersion = useCallback(() => base.current.version, [])
  return { state, ...shown, problem, change, flush: save, currentVersion, rebase }
}

async function send(
  reportId: string,
  id: string,
  content: DocumentNode,
  version: number,
): Promise<{ readonly section?: WireSectionContent; readonly error?: unknown }> {
  try {
    return { section: await api.patch<WireSectionContent>(sectionPath(reportId, id), { content, version }) }
  } catch (error) {
    return { error }
  }
}

function stateAfter(error: unknown): SaveState {
  if (!(error instanceof ApiError)) return 'refused'
  if (error.status === 409 && error.code === 'stale') return 'stale'
  return error.status === 0 || error.status >= 500 || error.status === 429 ? 'offline' : 'refused'
}
