import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { groupDigits } from '../../../fields/views.ts'
import { useCan } from '../../app/session.tsx'
import { Chart } from '../../kit/chart.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** The figure over the editions; a point leads to its edition. */
export function TrendCard({ page }: { readonly page: WireFigurePage }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const seesAll = useCan()('figures.read-unapproved')
  const [, setSearch] = useSearchParams()
  const points = page.trend.filter((one) => one.value !== null)
  const unit = page.figure.unit[lang]
  const option = useMemo<EChartsCoreOption>(() => {
    const isFew = points.length < 4
    return {
      grid: { left: 8, right: 16, top: 28, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${groupDigits(String(value))} ${unit}` },
      xAxis: { type: 'category', data: points.map((one) => one.period), axisTick: { show: false } },
      yAxis: { type: 'value', scale: !isFew, splitNumber: 4, splitLine: { lineStyle: { color: '#edf1f2' } } },
      series: [
        {
          type: isFew ? 'bar' : 'line',
          barMaxWidth: 44,
          data: points.map((one) => one.text),
          label: {
            show: points.length <= 8,
            position: 'top',
            formatter: ({ value }: { value: unknown }) => groupDigits(String(value)),
          },
          symbolSize: 7,
        },
      ],
    }
  }, [points, unit])
  return (
    <section className="card" aria-labelledby="figure-trend">
      <h2 id="figure-trend">
        {t('page.trend')} {unit !== '' && <span className="count">{unit}</span>}
      </h2>
      {points.length < 2 ? (
        <p className="state-small">
          {points.length === 1 ? t('page.trend-one') : t(seesAll ? 'page.no-value' : 'figures.hidden')}
        </p>
      ) : (
        <Chart
          height={190}
          option={option}
          label={`${t('page.trend')}: ${points.map((one) => `${one.period} ${one.text} ${unit}`).join(', ')}`}
          onPick={(index) => {
            const code = points[index]?.period
            if (code)
              setSearch((old) => {
                const next = new URLSearchParams(old)
                next.set('period', code)
                return next
              })
          }}
        />
      )}
    </section>
  )
}
