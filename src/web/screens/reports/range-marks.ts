import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'

/** A passage that is marked on the screen only: it is no part of the text. */
export interface RangeMark {
  readonly from: number
  readonly to: number
  readonly className: string
  /** What a click on it is about. */
  readonly id: string
}

type Kind = 'comments' | 'numbers'
type Marks = Readonly<Record<Kind, DecorationSet>>
interface Change {
  readonly kind: Kind
  readonly marks: readonly RangeMark[]
}

const key = new PluginKey<Marks>('range-marks')

/** Shows commented passages and suspicious numbers; the marks move with the text as it is edited. */
export const RangeMarks = Extension.create<{ readonly onPick: (id: string) => void }>({
  name: 'rangeMarks',
  addOptions: () => ({ onPick: () => {} }),
  addProseMirrorPlugins() {
    const { onPick } = this.options
    return [
      new Plugin<Marks>({
        key,
        state: {
          init: () => ({ comments: DecorationSet.empty, numbers: DecorationSet.empty }),
          apply: (transaction, old) => {
            const change = transaction.getMeta(key) as Change | undefined
            const moved = {
              comments: old.comments.map(transaction.mapping, transaction.doc),
              numbers: old.numbers.map(transaction.mapping, transaction.doc),
            }
            if (!change) return moved
            const size = transaction.doc.content.size
            const drawn = change.marks
              .filter((mark) => mark.from < mark.to && mark.to <= size)
              .map((mark) =>
                Decoration.inline(mark.from, mark.to, { class: mark.className, 'data-mark': mark.id }, { id: mark.id }),
              )
            return { ...moved, [change.kind]: DecorationSet.create(transaction.doc, drawn) }
          },
        },
        props: {
          decorations(state) {
            const marks = this.getState(state)
            return marks && DecorationSet.create(state.doc, [...marks.comments.find(), ...marks.numbers.find()])
          },
          handleClick: (_view, _position, event) => {
            const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null
            if (mark?.dataset['mark']) onPick(mark.dataset['mark'])
            return false
          },
        },
      }),
    ]
  },
})

/** Replaces the marks of one kind. */
export function setMarks(view: EditorView, kind: Kind, marks: readonly RangeMark[]): void {
  view.dispatch(view.state.tr.setMeta(key, { kind, marks } satisfies Change).setMeta('addToHistory', false))
}
