import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Loading } from './loading.tsx'

interface ChartProps {
  readonly option: EChartsCoreOption
  readonly height?: number
  /** What the chart shows, in words: it is all a screen reader gets. */
  readonly label: string
  /** Called with the index of the datum that was clicked. */
  readonly onPick?: (dataIndex: number, seriesIndex: number) => void
}

/** Ink and teal first; the others are told apart by the colour-blind too. */
export const chartColours = ['#11676a', '#c47f17', '#4a6fa5', '#a8352a', '#6b8e4e', '#7a6a58', '#2f3e46']

const base: EChartsCoreOption = {
  color: chartColours,
  animationDuration: 200,
  textStyle: { fontFamily: 'inherit', color: '#1d2d35' },
}

/** A chart; ECharts arrives with the first one. */
export function Chart({ option, height = 260, label, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const [draw, setDraw] = useState<(option: EChartsCoreOption) => void>()
  const pick = useEffectEvent((dataIndex: number, seriesIndex: number) => onPick?.(dataIndex, seriesIndex))
  useEffect(() => {
    const element = box.current
    if (!element) return
    let dispose = () => {}
    let isGone = false
    void import('./chart-engine.ts').then(({ openChart }) => {
      if (isGone) return
      const chart = openChart(element)
      chart.on('click', (event) => pick(event.dataIndex ?? 0, event.seriesIndex ?? 0))
      const watch = new ResizeObserver(() => chart.resize())
      watch.observe(element)
      dispose = () => {
        watch.disconnect()
        chart.dispose()
      }
      setDraw(() => (next: EChartsCoreOption) => chart.setOption({ ...base, ...next }, true))
    })
    return () => {
      isGone = true
      setDraw(undefined)
      dispose()
    }
  }, [])
  useEffect(() => draw?.(option), [draw, option])
  return (
    <div className="chart">
      {!draw && <Loading rows={3} />}
      <div ref={box} role="img" aria-label={label} style={{ height: draw ? height : 0 }} />
    </div>
  )
}
