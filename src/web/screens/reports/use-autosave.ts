import { useEffect, useState, useSyncExternalStore } from 'react'
import type { WireSectionContent } from '../../../language/wire-reports.ts'
import { api } from '../../kit/api.ts'
import { dropDraft, keepDraft } from './local-draft.ts'
import { sectionPath } from './queries.ts'
import type { SaveView, SectionSaver } from './section-saver.ts'
import { createSaver } from './section-saver.ts'

export interface Autosave extends SaveView {
  readonly saver: SectionSaver
}

/** Saves a section's text by itself: on the server, and in this browser until that worked. */
export function useAutosave(accountId: string, reportId: string, section: WireSectionContent): Autosave {
  const [saver] = useState(() =>
    createSaver(section, {
      send: (content, version) =>
        api.patch<WireSectionContent>(sectionPath(reportId, section.id), { content, version }),
      keep: (draft) => keepDraft(accountId, section.id, draft),
      drop: () => dropDraft(accountId, section.id),
    }),
  )
  const view = useSyncExternalStore(saver.subscribe, saver.view)
  useEffect(() => {
    addEventListener('online', saver.retry)
    return () => {
      removeEventListener('online', saver.retry)
      saver.leave()
    }
  }, [saver])
  return { ...view, saver }
}
