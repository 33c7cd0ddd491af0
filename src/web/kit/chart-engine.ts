import {
  BarChart,
  GaugeChart,
  GraphChart,
  HeatmapChart,
  LineChart,
  PieChart,
  RadarChart,
  ScatterChart,
} from 'echarts/charts'
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GaugeChart, GraphChart, HeatmapChart, LineChart, PieChart, RadarChart, ScatterChart])
use([AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent])
use([TitleComponent, TooltipComponent, VisualMapComponent, SVGRenderer])

/** The only place that loads ECharts: as SVG, which prints sharp and stays small. */
export function openChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' })
}
