import type { EChartsCoreOption } from 'echarts/core'
import type { Language, ResolvedChart } from '../../../language/document.ts'
import { inLanguage } from '../../../language/document.ts'

// Drawing needs numbers; what is printed and kept stays decimal text.
const drawn = (value: string | null) => (value === null ? null : Number(value))

/** A report's chart as ECharts draws it. */
export function chartOption(chart: ResolvedChart, lang: Language): EChartsCoreOption {
  const names = chart.categories.map((category) => inLanguage(category, lang))
  const unit = chart.unit ? inLanguage(chart.unit, lang) : ''
  if (chart.kind === 'pie') {
    const values = chart.series[0]?.values ?? []
    return {
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'pie',
          radius: ['30%', '68%'],
          label: { formatter: '{b}\n{c}', fontSize: 11 },
          data: names.map((name, index) => ({ name, value: drawn(values[index] ?? null) ?? 0 })),
        },
      ],
    }
  }
  const isLying = chart.kind === 'horizontal-bar'
  const categories = {
    type: 'category',
    data: names,
    ...(isLying ? { inverse: true } : {}),
    axisLabel: { fontSize: 11, interval: 0, ...(isLying || names.length < 6 ? {} : { rotate: 30 }) },
  }
  const values = { type: 'value', name: unit, axisLabel: { fontSize: 11 } }
  return {
    tooltip: { trigger: 'axis' },
    ...(chart.series.length > 1 ? { legend: { bottom: 0 } } : {}),
    grid: { left: 8, right: 16, top: 28, bottom: chart.series.length > 1 ? 32 : 8, containLabel: true },
    xAxis: isLying ? values : categories,
    yAxis: isLying ? categories : values,
    series: chart.series.map((one) => ({
      name: inLanguage(one.label, lang),
      type: chart.kind === 'line' ? 'line' : 'bar',
      ...(chart.kind === 'stacked-bar' ? { stack: 'all' } : {}),
      barMaxWidth: 36,
      label: { show: chart.series.length === 1, position: isLying ? 'right' : 'top', fontSize: 11 },
      data: one.values.map(drawn),
    })),
  }
}
