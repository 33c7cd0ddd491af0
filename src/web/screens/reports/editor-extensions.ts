import type { Extensions } from '@tiptap/react'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { CaseView, ImageView, PageBreakView } from './block-views.tsx'
import { FigureView } from './figure-view.tsx'
import { InsertTrigger } from './insert-trigger.ts'
import { RangeMarks } from './range-marks.ts'
import { schemaExtensions } from './document-schema.ts'
import { ChartView, FigureTableView, RecordTableView } from './table-views.tsx'

const views = {
  figure: FigureView,
  figureTable: FigureTableView,
  recordTable: RecordTableView,
  dataTable: RecordTableView,
  chart: ChartView,
  image: ImageView,
  case: CaseView,
  pageBreak: PageBreakView,
} as const

interface EditorHooks {
  /** A marked passage was clicked: the id of its comment or number. */
  readonly onPick: (id: string) => void
  /** / or # was typed. */
  readonly onTrigger: (typed: string) => void
}

/** The editor's schema with the looks of every node. */
export function editorExtensions({ onPick, onTrigger }: EditorHooks): Extensions {
  return [
    ...schemaExtensions.map((one) => {
      const view = views[one.name as keyof typeof views]
      if (!view || one.type !== 'node') return one
      return one.extend({
        addNodeView: () =>
          ReactNodeViewRenderer(view, one.name === 'figure' ? { as: 'span', className: 'figure-place' } : {}),
      }) as typeof one
    }),
    RangeMarks.configure({ onPick }),
    InsertTrigger.configure({ onTrigger }),
  ]
}
