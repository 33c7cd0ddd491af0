import type { DocumentNode } from '../../../language/document.ts'
import { ownKey } from '../../kit/own-storage.ts'

/** Text that has not reached the server: kept in this browser until it has. */
export interface LocalDraft {
  readonly content: DocumentNode
  /** The version it was written upon. */
  readonly version: number
  readonly at: string
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (accountId: string, sectionId: string) => `${ownKey('section', accountId)}.${sectionId}`

/** The unsaved text of a section; undefined when there is none. */
export function findDraft(accountId: string, sectionId: string, store: Store = localStorage): LocalDraft | undefined {
  try {
    const found = JSON.parse(store.getItem(keyOf(accountId, sectionId)) ?? 'null') as LocalDraft | null
    return found && found.content.type === 'doc' ? found : undefined
  } catch {
    return undefined
  }
}

/** @returns whether it could be kept: a full or closed store keeps nothing */
export function keepDraft(
  accountId: string,
  sectionId: string,
  draft: LocalDraft,
  store: Store = localStorage,
): boolean {
  try {
    store.setItem(keyOf(accountId, sectionId), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(accountId: string, sectionId: string, store: Store = localStorage): void {
  store.removeItem(keyOf(accountId, sectionId))
}
