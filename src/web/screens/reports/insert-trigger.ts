import { Plugin } from '@tiptap/pm/state'
import { Extension } from '@tiptap/react'

/** Typing / or # where a word could begin asks for a figure. Inside an address or after a letter it is itself. */
export const InsertTrigger = Extension.create<{ readonly onTrigger: (typed: string) => void }>({
  name: 'insertTrigger',
  addOptions: () => ({ onTrigger: () => {} }),
  addProseMirrorPlugins() {
    const { onTrigger } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            if ((text !== '/' && text !== '#') || from !== to) return false
            const before = view.state.doc.resolve(from)
            const left = before.parent.textBetween(Math.max(0, before.parentOffset - 1), before.parentOffset)
            if (/[\p{Script=Latin}\d/:]/u.test(left)) return false
            onTrigger(text)
            return true
          },
        },
      }),
    ]
  },
})
