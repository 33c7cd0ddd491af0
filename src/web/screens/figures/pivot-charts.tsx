import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import { groupDigits } from '../../../fields/views.ts'
import { Chart } from '../../kit/chart.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

interface PivotChartsProps {
  readonly figures: readonly WireFigure[]
  readonly codes: readonly string[]
}

const MOST = 6

/** One small chart per indicator: measures of different units never share an axis. */
export function PivotCharts({ figures, codes }: PivotChartsProps) {
  const t = useFigureTexts()
  return (
    <section className="pivot-charts" aria-label={t('pivot.chart')}>
      {codes.slice(0, MOST).map((code) => {
        const own = figures.filter((one) => one.code === code && one.value !== null && !one.empty)
        return own.length > 1 && <OneChart key={code} figures={own} />
      })}
    </section>
  )
}

function OneChart({ figures }: { readonly figures: readonly WireFigure[] }) {
  const { lang } = useLang()
  const label = figures[0]?.label[lang] ?? ''
  const unit = figures[0]?.unit[lang] ?? ''
  const option = useMemo<EChartsCoreOption>(() => {
    const periods = [...new Set(figures.map((one) => one.period))].toSorted()
    const units = [...new Map(figures.map((one) => [one.unitId, one.unitName]))]
    return {
      grid: { left: 8, right: 12, top: units.length > 1 ? 34 : 20, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => (value === null ? '—' : `${groupDigits(String(value))} ${unit}`),
      },
      ...(units.length > 1 ? { legend: { type: 'scroll', top: 0, itemHeight: 9, itemWidth: 14 } } : {}),
      xAxis: { type: 'category', data: periods, axisTick: { show: false } },
      yAxis: { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: '#edf1f2' } } },
      series: units.map(([id, name]) => ({
        name,
        type: periods.length > 3 ? 'line' : 'bar',
        barMaxWidth: 36,
        data: periods.map((period) => figures.find((one) => one.unitId === id && one.period === period)?.text ?? null),
      })),
    }
  }, [figures, unit])
  return (
    <figure className="card">
      <figcaption>
        {label} {unit !== '' && <small>{unit}</small>}
      </figcaption>
      <Chart
        height={190}
        option={option}
        label={`${label}: ${figures.map((one) => `${one.unitName} ${one.period} ${one.text}`).join(', ')}`}
      />
    </figure>
  )
}
