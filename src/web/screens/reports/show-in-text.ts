import type { Editor } from '@tiptap/react'
import type { FigureReference } from '../../../language/document.ts'

/** Selects a passage and brings it into sight. */
export function showRange(editor: Editor, range: { readonly from: number; readonly to: number }): void {
  editor.commands.setTextSelection(range)
  bringIntoSight(editor, range.from)
}

/** Selects the first place where a figure stands, and brings it into sight. */
export function showFigure(editor: Editor, reference: FigureReference): void {
  let found: number | undefined
  editor.state.doc.descendants((node, position) => {
    if (found !== undefined) return false
    const isIt = node.attrs['code'] === reference.code && (node.attrs['period'] ?? null) === (reference.period ?? null)
    if (node.type.name === 'figure' && isIt) found = position
    return true
  })
  if (found === undefined) return
  bringIntoSight(editor, found)
  editor.commands.setNodeSelection(found)
}

function bringIntoSight(editor: Editor, position: number): void {
  const { node } = editor.view.domAtPos(position)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}
