import type { Editor, JSONContent } from '@tiptap/react'
import type { WireSectionComment } from '../../../language/wire-reports.ts'
import { findAnchor, readAnchor } from './comment-anchor.ts'
import { runsOf } from './text-runs.ts'

/** Stands for a figure in words that people write about the text. */
export const FIGURE_SIGN = '▢'

/** The suggested words with the figures of the old ones in their places; figures beyond the signs go. */
export function suggestedContent(suggestion: string, figures: readonly JSONContent[]): JSONContent[] {
  return suggestion.split(FIGURE_SIGN).flatMap((text, index) => {
    const figure = index === 0 ? undefined : figures[index - 1]
    return [...(figure ? [figure] : []), ...(text === '' ? [] : [{ type: 'text', text }])]
  })
}

/** Where a comment's words stand in the editor; undefined when they are gone. */
export function rangeOfComment(editor: Editor, comment: WireSectionComment) {
  const anchor = readAnchor(comment.anchor)
  return anchor && findAnchor(runsOf(editor.state.doc), anchor)
}

/** Puts a comment's suggestion in the place of its words; false when they are no longer there. */
export function acceptSuggestion(editor: Editor, comment: WireSectionComment): boolean {
  const range = rangeOfComment(editor, comment)
  if (!range || !comment.suggestion) return false
  const figures: JSONContent[] = []
  editor.state.doc.nodesBetween(range.from, range.to, (node) => {
    if (node.type.name === 'figure') figures.push(node.toJSON() as JSONContent)
  })
  return editor.chain().focus().insertContentAt(range, suggestedContent(comment.suggestion, figures)).run()
}
