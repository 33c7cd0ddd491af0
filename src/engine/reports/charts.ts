import { createRequire } from 'node:module'
import { Decimal } from 'decimal.js'
import type * as Charting from 'echarts'
import { inLanguage } from '../../language/document.ts'
import type { Language, ResolvedChart } from '../../language/document.ts'
import { cleanText } from './clean-text.ts'
import { displayWidth } from './layout-table.ts'
import { recent } from './recent.ts'
import { ReportError } from './report-error.ts'

export type ChartSize = { lang?: Language; width?: number; height?: number; idPrefix?: string }

const palette = ['#2f6f8f', '#c58a3d', '#6b9a7b', '#a3605a', '#6d7a94', '#8b6a94', '#8f8a5c', '#4f8f95']
const ink = '#33404a'
// No quotation marks: the list goes into style attributes. The browser finds a system font, PDF and PNG the bundled one.
const fonts = 'Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif'

let loaded: typeof Charting | undefined
// The single-file build loads five times faster than the module graph, and only when a chart is drawn.
function charting(): typeof Charting {
  loaded ??= createRequire(import.meta.url)('echarts') as typeof Charting
  return loaded
}

/**
 * Draws a chart as SVG, sizes in CSS pixels. The unit stands in the name of the value axis and every value is written
 * out, because print has no hover. The same chart gives the same text every time. Throws `ReportError` when a series
 * does not have one value per category or a value is not a number.
 */
export function renderChart(chart: ResolvedChart, size: ChartSize = {}): string {
  const { lang = 'zh', width = 640, height = chartHeight(chart), idPrefix = 'chart' } = size
  const key = `${lang} ${width} ${height} ${JSON.stringify(chart)}`
  const svg = drawn.find(key) ?? drawn.keep(key, drawChart(chart, lang, width, height))
  return svg.replaceAll(namePrefix, idPrefix)
}

// Web page, Word and PDF draw the same charts, and so does the next preview: most of its figures are the same.
const drawn = recent<string>(240)
const namePrefix = 'jiangxin-chart-name'

function drawChart(chart: ResolvedChart, lang: Language, width: number, height: number): string {
  checkChart(chart, lang)
  const drawing = charting().init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    drawing.setOption(chart.kind === 'pie' ? pieOption(chart, lang, width) : axisOption(chart, lang, width))
    return stableNames(drawing.renderToSVGString())
  } finally {
    drawing.dispose()
  }
}

/** The height a chart needs at 640 px width: one line per bar when the bars lie. */
export function chartHeight(chart: ResolvedChart): number {
  if (chart.kind === 'horizontal-bar') return Math.max(220, 90 + chart.categories.length * chart.series.length * 26)
  return chart.kind === 'pie' ? 320 : 340
}

/** The chart in words, for readers who do not see it. */
export function chartDescription(chart: ResolvedChart, lang: Language): string {
  const colon = lang === 'zh' ? '：' : ': '
  const unit = chart.unit === null ? '' : inLanguage(chart.unit, lang)
  const series = chart.series.map(({ label, values }) => {
    const points = chart.categories.map((category, index) => `${inLanguage(category, lang)} ${values[index] ?? '—'}`)
    return `${inLanguage(label, lang)}${unit === '' ? '' : ` (${unit})`}${colon}${points.join(lang === 'zh' ? '，' : ', ')}`
  })
  return cleanText(`${inLanguage(chart.caption, lang)}${colon}${series.join(lang === 'zh' ? '；' : '; ')}`)
}

function checkChart(chart: ResolvedChart, lang: Language) {
  const name = inLanguage(chart.caption, lang)
  for (const { label, values } of chart.series) {
    if (values.length !== chart.categories.length) {
      throw new ReportError(
        `Chart "${name}", series "${label.zh}": ${values.length} values for ${chart.categories.length} categories. ` +
          'Give one per category, null where there is none',
      )
    }
    for (const value of values) {
      if (value !== null && !/^-?\d+(\.\d+)?$/.test(value)) {
        throw new ReportError(
          `Chart "${name}", series "${label.zh}": "${value}" is not a plain decimal. Write it like 12.50`,
        )
      }
    }
  }
}

type Point = { value: number | null; label?: { formatter: string } }

// Only the geometry is binary; what is written beside a bar is the decimal text itself.
function points(values: readonly (string | null)[]): Point[] {
  return values.map((value) => (value === null ? { value } : { value: Number(value), label: { formatter: value } }))
}

function axisOption(chart: ResolvedChart, lang: Language, width: number): Charting.EChartsOption {
  const lying = chart.kind === 'horizontal-bar'
  const categories = chart.categories.map((category) => cleanText(inLanguage(category, lang)))
  const unit = chart.unit === null ? '' : cleanText(inLanguage(chart.unit, lang))
  const many = chart.series.length > 1
  const slot = (width - 100) / Math.max(1, categories.length)
  const longest = Math.max(1, ...categories.map(displayWidth)) * 6.5
  const rotate = !lying && slot < 44 && longest > slot ? 35 : 0
  // Numbers over narrow neighbouring columns run into each other; the table under the chart has them all.
  const digits = Math.max(...chart.series.flatMap(({ values }) => values.map((value) => value?.length ?? 1)), 1)
  const columns = chart.kind === 'bar' ? chart.series.length : 1
  const showValues = lying || (slot * 0.75) / columns > digits * 6.5
  const categoryAxis = {
    type: 'category' as const,
    data: categories,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#9aa5ad' } },
    axisLabel: {
      color: ink,
      fontSize: 13,
      interval: 0,
      rotate,
      ...(rotate === 0 ? { width: lying ? 170 : slot - 6, overflow: 'break' as const } : {}),
    },
  }
  const valueAxis = {
    type: 'value' as const,
    // A rate between 93 and 96 drawn from 0 is a flat line; bars must start at 0, lines need not.
    scale: chart.kind === 'line',
    name: unit === '' ? '' : lang === 'zh' ? `单位：${unit}` : `Unit: ${unit}`,
    nameTextStyle: { color: ink, fontSize: 13, align: lying ? ('right' as const) : ('left' as const) },
    nameGap: lying ? 8 : 14,
    axisLabel: { color: '#55616a', fontSize: 12, ...(lying ? { show: false } : {}) },
    splitLine: { show: !lying, lineStyle: { color: '#e3e8eb' } },
  }
  return {
    animation: false,
    color: palette,
    textStyle: { fontFamily: fonts },
    grid: { left: 14, right: lying ? 60 : 20, top: many ? 66 : 40, bottom: lying ? 14 : 12, outerBoundsMode: 'same' },
    ...(many ? { legend: { top: 2, textStyle: { color: ink, fontSize: 13 }, itemWidth: 16, itemHeight: 10 } } : {}),
    xAxis: lying ? { ...valueAxis, nameLocation: 'end', name: '' } : categoryAxis,
    yAxis: lying
      ? {
          ...categoryAxis,
          name: valueAxis.name,
          nameLocation: 'start',
          nameTextStyle: { color: ink, fontSize: 13, align: 'right' },
        }
      : valueAxis,
    series: chart.series.map(({ label, values }) => ({
      name: cleanText(inLanguage(label, lang)),
      data: points(values),
      label: {
        show: showValues,
        position: chart.kind === 'stacked-bar' ? ('inside' as const) : lying ? ('right' as const) : ('top' as const),
        color: chart.kind === 'stacked-bar' ? '#ffffff' : ink,
        ...(chart.kind === 'line' ? { textBorderColor: '#ffffff', textBorderWidth: 3, distance: 9 } : {}),
        fontSize: 12,
      },
      ...(chart.kind === 'line'
        ? { type: 'line' as const, symbol: 'circle', symbolSize: 7, lineStyle: { width: 2.5 } }
        : { type: 'bar' as const, barMaxWidth: 46, ...(chart.kind === 'stacked-bar' ? { stack: 'whole' } : {}) }),
    })) as Charting.SeriesOption[],
  }
}

function pieOption(chart: ResolvedChart, lang: Language, width: number): Charting.EChartsOption {
  const values = chart.series[0]?.values ?? []
  const total = values.reduce((sum, value) => sum.plus(value ?? 0), new Decimal(0))
  const data = chart.categories.flatMap((category, index) => {
    const value = values[index] ?? null
    if (value === null) return []
    const share = total.isZero() ? '0.0' : new Decimal(value).times(100).div(total).toFixed(1, Decimal.ROUND_HALF_UP)
    const name = cleanText(inLanguage(category, lang))
    return [
      {
        name,
        value: Number(value),
        label: { formatter: () => `${name}\n${value}${lang === 'zh' ? `（${share}%）` : ` (${share}%)`}` },
      },
    ]
  })
  const unit = chart.unit === null ? '' : cleanText(inLanguage(chart.unit, lang))
  return {
    animation: false,
    color: palette,
    textStyle: { fontFamily: fonts },
    ...(unit === ''
      ? {}
      : {
          title: {
            text: lang === 'zh' ? `单位：${unit}` : `Unit: ${unit}`,
            left: 8,
            top: 4,
            textStyle: { fontSize: 13, fontWeight: 'normal', color: ink },
          },
        }),
    series: [
      {
        type: 'pie',
        radius: width < 480 ? ['22%', '42%'] : ['34%', '66%'],
        center: ['50%', width < 480 ? '56%' : '53%'],
        itemStyle: { borderColor: '#ffffff', borderWidth: 2 },
        // A long name on a phone takes several lines rather than run out of the drawing.
        label:
          width < 480
            ? { color: ink, fontSize: 11.5, lineHeight: 15, width: 84, overflow: 'break' }
            : { color: ink, fontSize: 13, lineHeight: 18, overflow: 'none' },
        labelLine: { length: 12, length2: width < 480 ? 6 : 14, lineStyle: { color: '#9aa5ad' } },
        data,
      },
    ],
  }
}

// Names in the drawing count up through the life of the process; the same chart must give the same bytes.
function stableNames(svg: string): string {
  const names = new Map<string, string>()
  return svg
    .replace(/<style[\s>][\s\S]*?<\/style>\s*/g, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')
    .replace(/\bzr\d+-[a-z]+-?\d+\b/g, (name) => {
      const stable = names.get(name) ?? `${namePrefix}-${names.size + 1}`
      names.set(name, stable)
      return stable
    })
}
