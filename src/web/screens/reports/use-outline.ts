import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { WireReport, WireReportSection } from '../../../language/wire-reports.ts'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import type { Move } from './outline-order.ts'
import { applyMove, moveDeeper, moveDown, moveHigher, moveUp, numberSections } from './outline-order.ts'
import { sectionPath, useReloadReport } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

/** A question about the outline that a dialog asks. */
export type OutlineQuestion =
  | { readonly kind: 'add'; readonly after: WireReportSection | undefined; readonly level: number }
  | { readonly kind: 'rename'; readonly section: WireReportSection }
  | { readonly kind: 'remove'; readonly section: WireReportSection }

/** Who writes a section, and until when. */
export interface Assignment {
  readonly unitId: string | null
  readonly personId: string | null
  readonly due: string | null
}

const directions = { up: moveUp, down: moveDown, deeper: moveDeeper, higher: moveHigher } as const
export type Direction = keyof typeof directions

/** What can be done with the outline of a report. */
export interface Outline {
  readonly question: OutlineQuestion | undefined
  readonly ask: (question: OutlineQuestion | undefined) => void
  readonly canMove: (section: WireReportSection, direction: Direction) => boolean
  readonly move: (section: WireReportSection, direction: Direction) => Promise<void>
  readonly add: (after: string | null, level: number, title: string) => Promise<void>
  readonly rename: (section: WireReportSection, title: string) => Promise<void>
  readonly remove: (section: WireReportSection, reason: string) => Promise<void>
  readonly assign: (section: WireReportSection, assignment: Assignment) => Promise<void>
}

/** Changes the outline; a move shows at once, and the server's numbers follow. */
export function useOutline(report: WireReport): Outline {
  const t = useReportTexts()
  const client = useQueryClient()
  const reload = useReloadReport(report.id)
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [question, ask] = useState<OutlineQuestion>()
  const key = ['reports', 'one', report.id]

  async function moveTo(section: WireReportSection, to: Move) {
    await client.cancelQueries({ queryKey: key })
    client.setQueryData<WireReport>(key, (old) => {
      if (!old) return old
      const sections = applyMove(old.sections, section.id, to)
      const numbers = numberSections(sections)
      return { ...old, sections: sections.map((one, index) => ({ ...one, number: numbers[index] ?? '' })) }
    })
    try {
      await api.post(`${sectionPath(report.id, section.id)}/move`, to)
      void message.success({ content: t('outline.moved', { title: section.title }), duration: 1.5 })
    } catch (error) {
      void message.error(errorText(error))
    }
    await reload()
  }

  return {
    question,
    ask,
    canMove: (section, direction) =>
      section.can.includes('outline') && directions[direction](report.sections, section.id) !== undefined,
    move: async (section, direction) => {
      const to = section.can.includes('outline') ? directions[direction](report.sections, section.id) : undefined
      if (to) await moveTo(section, to)
    },
    add: async (after, level, title) => {
      await api.post(`/reports/${report.id}/sections`, { after, level, title })
      await reload()
    },
    rename: async (section, title) => {
      await api.patch(sectionPath(report.id, section.id), { title, version: section.version })
      await reload()
    },
    remove: async (section, reason) => {
      await api.delete(sectionPath(report.id, section.id), reason === '' ? {} : { comment: reason })
      await reload()
    },
    assign: async (section, assignment) => {
      await api.patch(`${sectionPath(report.id, section.id)}/assignment`, assignment)
      await reload()
    },
  }
}
