import type { Editor, JSONContent } from '@tiptap/react'
import type { WireReport } from '../../../language/wire-reports.ts'
import type { ToolbarRequest } from './editor-toolbar.tsx'
import { InsertBlock } from './insert-block.tsx'
import { InsertFigure } from './insert-figure.tsx'
import { insertNode } from './insert-node.ts'
import { LinkForm } from './link-form.tsx'
import { PictureForm } from './picture-form.tsx'

interface EditorDialogsProps {
  readonly editor: Editor
  readonly report: WireReport
  readonly request: ToolbarRequest | undefined
  /** The character that asked for a figure; empty when a button did. */
  readonly typed: string
  readonly onClose: () => void
}

/** What the tools of the editor open. */
export function EditorDialogs({ editor, report, request, typed, onClose }: EditorDialogsProps) {
  const insert = (node: JSONContent) => {
    insertNode(editor, node)
    onClose()
  }
  switch (request) {
    case 'figure':
      return (
        <InsertFigure
          at={editor.view.coordsAtPos(editor.state.selection.from)}
          onInsert={(attrs) => insert({ type: 'figure', attrs })}
          onClose={(isTyped) => {
            const chain = editor.chain().focus()
            if (isTyped && typed !== '') chain.command(({ tr }) => Boolean(tr.insertText(typed)))
            chain.run()
            onClose()
          }}
        />
      )
    case 'table':
    case 'chart':
      return <InsertBlock report={report} what={request} onInsert={insert} onClose={onClose} />
    case 'picture':
      return <PictureForm onSave={(picture) => insert({ type: 'image', attrs: { ...picture } })} onClose={onClose} />
    case 'link':
      return <LinkForm editor={editor} onClose={onClose} />
    default:
      return null
  }
}
