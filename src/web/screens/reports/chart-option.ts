import type { EChartsCoreOption } from 'echarts/core'
import type { Language, ResolvedChart } from '../../../language/document.ts'
import { inLanguage } from '../../../language/document.ts'

// Drawing needs numbers; what is printed and kept stays decimal text.
const drawn = (value: string | null) => (value === null ? null : Number(value))

/** A report's chart as ECharts draws it. Narrow: on a phone names stand below the pie, not around it. */
export function chartOption(chart: ResolvedChart, lang: Language, isNarrow = false): EChartsCoreOption {
  const names = chart.categories.map((category) => inLanguage(category, lang))
  const unit = chart.unit ? inLanguage(chart.unit, lang) : ''
  if (chart.kind === 'pie') {
    const values = chart.series[0]?.values ?? []
    const amounts = new Map(names.map((name, index) => [name, values[index] ?? '—']))
    return {
      tooltip: { trigger: 'item' },
      ...(isNarrow
        ? { legend: { bottom: 0, itemHeight: 9, formatter: (name: string) => `${name} ${amounts.get(name) ?? ''}` } }
        : {}),
      series: [
        {
          type: 'pie',
          ...(isNarrow ? { center: ['50%', '28%'], radius: ['22%', '46%'] } : { radius: ['30%', '68%'] }),
          label: isNarrow ? { show: false } : { formatter: '{b}\n{c}', fontSize: 11 },
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
