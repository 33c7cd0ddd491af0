import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Editor, JSONContent } from '@tiptap/react'

/**
 * Puts a node at the caret and the caret behind it. Behind a chosen figure or block, not in its place:
 * what was inserted last stays chosen, and the next insertion would take it out.
 */
export function insertNode(editor: Editor, node: JSONContent): void {
  const { selection } = editor.state
  const at = selection instanceof NodeSelection ? selection.to : { from: selection.from, to: selection.to }
  editor
    .chain()
    .focus()
    .insertContentAt(at, node)
    .command(({ tr }) => {
      if (tr.selection instanceof NodeSelection) tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.to), 1))
      return true
    })
    .run()
}

/** A text that begins with a picture opens with it chosen, and the first key would replace it: the caret goes behind. */
export function leaveChosen(editor: Editor): void {
  const { selection, doc, tr } = editor.state
  if (selection instanceof NodeSelection)
    editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(selection.to), 1)))
}
