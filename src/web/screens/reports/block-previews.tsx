import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ResolvedChart } from '../../../language/document.ts'
import type { WireFigurePage, WireTable } from '../../../language/wire-figures.ts'
import type { WireReport } from '../../../language/wire-reports.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { api, queryOf } from '../../kit/api.ts'
import { Chart } from '../../kit/chart.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import { chartOption } from './chart-option.ts'
import { useShownFigures } from './figures-context.tsx'
import { useReportChart, useReportTable } from './queries.ts'
import { ResolvedTableView } from './resolved-table.tsx'
import { StandingTag } from './standing-tag.tsx'
import { useReportTexts } from './use-report-texts.ts'

interface PreviewProps {
  readonly report: WireReport
  readonly name: string
}

const SHOWN = 14

/** An indicator table with its present figures, shortened. */
export function FigureTablePreview({ report, name }: PreviewProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const figures = useShownFigures()
  const { data, error, isPending } = useQuery({
    queryKey: ['figures', 'table', name, report.period],
    queryFn: ({ signal }) => api.get<WireTable>(`/tables/${name}${queryOf({ period: report.period })}`, signal),
    staleTime: 30_000,
  })
  if (isPending) return <Loading rows={3} />
  if (error) return <Unavailable />
  const rows = data.table.rows
  return (
    <>
      <table className="doc-table">
        <thead>
          <tr>
            <th scope="col">{t('block.indicator')}</th>
            <th scope="col">{t('block.unit')}</th>
            <th scope="col" className="doc-number">
              {t('block.value')}
            </th>
            <th scope="col">{t('block.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => {
            const shown = figures.find({ code: row.indicator })
            return (
              <tr key={`${row.indicator}-${index}`}>
                <td style={{ paddingLeft: 8 + row.level * 16 }}>{row.label[lang]}</td>
                <td>{figuresCatalogue.indicators.get(row.indicator)?.unit[lang]}</td>
                <td className="doc-number">{shown.text}</td>
                <td>
                  <StandingTag standing={shown.standing} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="doc-more">{t('block.more-rows', { count: rows.length - SHOWN })}</p>}
    </>
  )
}

/** A table of records as the report prints it, shortened. */
export function RecordTablePreview({ report, name, group }: PreviewProps & { readonly group?: string | undefined }) {
  const t = useReportTexts()
  const { data, error, isPending } = useReportTable(report.id, name, group)
  if (isPending) return <Loading rows={3} />
  if (error) return <Unavailable />
  if (data.rows.length === 0) return <p className="doc-more">{t('block.no-rows')}</p>
  return <ResolvedTableView table={data} more={t('block.more-rows', { count: data.rows.length })} />
}

/** A chart drawn from what the figures now say. */
export function ChartPreview({ report, name }: PreviewProps) {
  const template = figuresCatalogue.reports.get(report.name)?.charts.find((one) => one.name === name)
  if (template && 'indicators' in template.data)
    return <IndicatorChart report={report} name={name} codes={template.data.indicators} />
  if (template && 'trend' in template.data)
    return <TrendChart report={report} name={name} code={template.data.trend} periods={template.data.periods} />
  return <ServerChart report={report} name={name} />
}

type Sourceless = Omit<ResolvedChart, 'caption' | 'kind'>

function IndicatorChart({ report, name, codes }: PreviewProps & { readonly codes: readonly string[] }) {
  const { all } = useShownFigures()
  const data = useMemo<Sourceless>(() => {
    const own = codes.flatMap((code) => all.find((figure) => figure.code === code) ?? [])
    return {
      categories: own.map((figure) => figure.label),
      series: [{ label: { zh: '' }, values: own.map((figure) => (figure.text === '' ? null : figure.text)) }],
      unit: own[0]?.unit ?? null,
    }
  }, [all, codes])
  return <DrawnChart report={report} name={name} data={data} />
}

interface TrendProps extends PreviewProps {
  readonly code: string
  readonly periods: number
}

function TrendChart({ report, name, code, periods }: TrendProps) {
  const { data: page, error } = useQuery({
    queryKey: ['figures', 'one', code, report.period, null],
    queryFn: ({ signal }) =>
      api.get<WireFigurePage>(`/figures/${encodeURIComponent(code)}${queryOf({ period: report.period })}`, signal),
    staleTime: 60_000,
  })
  const data = useMemo<Sourceless | undefined>(() => {
    const points = page?.trend.filter((one) => one.period <= report.period).slice(-periods)
    return (
      points && {
        categories: points.map((one) => ({ zh: one.period })),
        series: [{ label: { zh: '' }, values: points.map((one) => (one.text === '' ? null : one.text)) }],
        unit: page?.figure.unit ?? null,
      }
    )
  }, [page, periods, report.period])
  if (error) return <Unavailable />
  return data ? <DrawnChart report={report} name={name} data={data} /> : <Loading rows={3} />
}

function ServerChart({ report, name }: PreviewProps) {
  const { data, error, isPending } = useReportChart(report.id, name)
  if (isPending) return <Loading rows={3} />
  if (error) return <Unavailable />
  return <DrawnChart report={report} name={name} data={data} />
}

function DrawnChart({ report, name, data }: PreviewProps & { readonly data: Sourceless | ResolvedChart }) {
  const { lang } = useLang()
  const t = useReportTexts()
  const isPhone = usePhone()
  const template = figuresCatalogue.reports.get(report.name)?.charts.find((one) => one.name === name)
  const option = useMemo(() => {
    const kind = 'kind' in data ? data.kind : (template?.kind ?? 'bar')
    const isLying = kind === 'bar' && data.categories.length > 5
    return chartOption({ ...data, caption: { zh: '' }, kind: isLying ? 'horizontal-bar' : kind }, lang, isPhone)
  }, [data, template, lang, isPhone])
  if (data.categories.length === 0) return <p className="doc-more">{t('block.no-rows')}</p>
  return (
    <Chart
      option={option}
      label={template?.caption[lang] ?? name}
      height={data.categories.length > 8 ? 60 + data.categories.length * 24 : 260}
    />
  )
}

function Unavailable() {
  const t = useReportTexts()
  return <p className="doc-more">{t('block.unavailable')}</p>
}
