import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import type { ResolvedChart, ResolvedFigure, ResolvedTable } from '../../../language/document.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import type {
  WirePublishing,
  WireReport,
  WireReportRow,
  WireSectionComment,
  WireSectionContent,
  WireSectionVersion,
  WireSectionVersionContent,
} from '../../../language/wire-reports.ts'
import { api, queryOf } from '../../kit/api.ts'

export const sectionPath = (reportId: string, sectionId: string) => `/reports/${reportId}/sections/${sectionId}`

/** The college's reports, newest period first. */
export function useReports() {
  return useQuery({
    queryKey: ['reports', 'list'],
    queryFn: ({ signal }) => api.get<readonly WireReportRow[]>('/reports', signal),
  })
}

/** The editions a report can be made for. */
export function usePeriods() {
  return useQuery({
    queryKey: ['periods'],
    queryFn: ({ signal }) => api.get<readonly WirePeriod[]>('/periods', signal),
    staleTime: 300_000,
  })
}

/** One report with its sections, what stands in the way, and its publications. */
export function useReport(id: string) {
  return useQuery({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) => api.get<WireReport>(`/reports/${id}`, signal),
    refetchInterval: 60_000,
  })
}

/** How far the report's publication has come; asked only while `isRunning`. */
export function usePublishing(id: string, isRunning: boolean) {
  return useQuery({
    queryKey: ['reports', 'publishing', id],
    queryFn: ({ signal }) =>
      api.get<{ readonly publishing: WirePublishing | null }>(`/reports/${id}/publishing`, signal),
    enabled: isRunning,
    refetchInterval: 400,
    gcTime: 0,
    retry: false,
  })
}

/** A section with its text. Not read again by itself: the editor holds what is being written. */
export function useSection(reportId: string, sectionId: string) {
  return useQuery({
    queryKey: ['reports', 'section', reportId, sectionId],
    queryFn: ({ signal }) => api.get<WireSectionContent>(sectionPath(reportId, sectionId), signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** What is said about a section. */
export function useSectionComments(reportId: string, sectionId: string) {
  return useQuery({
    queryKey: ['reports', 'comments', reportId, sectionId],
    queryFn: ({ signal }) =>
      api.get<readonly WireSectionComment[]>(`${sectionPath(reportId, sectionId)}/comments`, signal),
    refetchInterval: 60_000,
  })
}

/** What was saved or handed on, newest first. */
export function useVersions(reportId: string, sectionId: string) {
  return useQuery({
    queryKey: ['reports', 'versions', reportId, sectionId],
    queryFn: ({ signal }) =>
      api.get<readonly WireSectionVersion[]>(`${sectionPath(reportId, sectionId)}/versions`, signal),
  })
}

/** One version, with what changed since another. */
export function useVersion(reportId: string, sectionId: string, version: number, against: number | undefined) {
  return useQuery({
    queryKey: ['reports', 'version', reportId, sectionId, version, against],
    queryFn: ({ signal }) =>
      api.get<WireSectionVersionContent>(
        `${sectionPath(reportId, sectionId)}/versions/${version}${queryOf({ against })}`,
        signal,
      ),
    staleTime: Infinity,
  })
}

/** Figures of an edition as they now stand; `codes` narrows it. They refresh while the screen is open. */
export function useFigures(period: string | undefined, codes?: readonly string[]) {
  const asked = codes?.toSorted().join(',')
  return useQuery({
    queryKey: ['figures', 'list', period, null, ...(asked === undefined ? [] : [asked])],
    queryFn: ({ signal }) => api.get<readonly WireFigure[]>(`/figures${queryOf({ period, codes: asked })}`, signal),
    enabled: period !== undefined && period !== '' && asked !== '',
    staleTime: 20_000,
    refetchInterval: 60_000,
  })
}

/** The figures a module made for a report, by their codes; asked of such reports only. */
export function useSuppliedFigures({ id, supply }: Pick<WireReport, 'id' | 'supply'>) {
  return useQuery({
    queryKey: ['reports', 'supply', id, supply?.madeAt],
    queryFn: ({ signal }) => api.get<Readonly<Record<string, ResolvedFigure>>>(`/reports/${id}/supply`, signal),
    enabled: supply !== null,
    staleTime: Infinity,
  })
}

/** A table as the report prints it, in groups where a field is named for them. */
export function useReportTable(reportId: string, name: string, group?: string) {
  return useQuery({
    queryKey: ['reports', 'table', reportId, name, group],
    queryFn: ({ signal }) =>
      api.get<ResolvedTable>(`/reports/${reportId}/tables/${encodeURIComponent(name)}${queryOf({ group })}`, signal),
    staleTime: 60_000,
    retry: false,
  })
}

/** A chart as the report prints it. */
export function useReportChart(reportId: string, name: string) {
  return useQuery({
    queryKey: ['reports', 'chart', reportId, name],
    queryFn: ({ signal }) => api.get<ResolvedChart>(`/reports/${reportId}/charts/${encodeURIComponent(name)}`, signal),
    staleTime: 60_000,
    retry: false,
  })
}

/** After a change: the report, its list and the workbench show what now stands. */
export function useReloadReport(id: string): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['reports', 'one', id] }),
      client.invalidateQueries({ queryKey: ['reports', 'list'] }),
      client.invalidateQueries({ queryKey: ['workbench'] }),
    ])
  }, [client, id])
}
