import type { EditorState } from '@tiptap/pm/state'

/** The text of one paragraph or heading; character i stands at position `from + i` of the editor. */
export interface TextRun {
  readonly text: string
  readonly from: number
}

/** Stands for a figure or a line break in a run: both take one position. */
export const PIECE = '\uFFFC'

/** Every paragraph and heading of a document, in reading order. */
export function runsOf(doc: EditorState['doc']): readonly TextRun[] {
  const runs: TextRun[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    runs.push({ text: node.textBetween(0, node.content.size, undefined, PIECE), from: position + 1 })
    return false
  })
  return runs
}
