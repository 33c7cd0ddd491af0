import { Button, Select } from 'antd'
import { useState } from 'react'
import { Chart } from '../../../web/kit/chart.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { DIMENSION_NAMES, dimensionOf, type DimensionName } from '../model/evaluation-model.ts'
import type { WireLessonValues } from '../wire.ts'
import { inUnit } from './in-unit.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'

interface LessonTrendProps {
  readonly lessons: readonly WireLessonValues[]
  readonly onOpen: (dimension: DimensionName, session: string) => void
}

/** One dimension from lesson to lesson, as a line with its intervals and as a table. */
export function LessonTrend({ lessons, onOpen }: LessonTrendProps) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const known = DIMENSION_NAMES.filter((name) => lessons.some(({ values }) => values[name]?.value))
  const [chosen, setChosen] = useState<DimensionName>('breadth')
  const name = known.includes(chosen) ? chosen : known[0]
  if (!name) return null
  const { label } = dimensionOf(name)
  const rows = lessons.map(({ values, ...lesson }) => ({ ...lesson, of: values[name] }))
  const number = (text: string | undefined | null) => (text === undefined || text === null ? null : Number(text))
  return (
    <section>
      <div className="teaching-head">
        <h2>{t('trend.title')}</h2>
        <Select<DimensionName>
          aria-label={t('trend.dimension')}
          value={name}
          onChange={setChosen}
          popupMatchSelectWidth={false}
          options={known.map((value) => ({ value, label: dimensionOf(value).label[lang] }))}
        />
      </div>
      <Chart
        label={t('trend.label', { name: label[lang] })}
        height={220}
        onPick={(index) => rows[index] && onOpen(name, rows[index].sessionId)}
        option={{
          tooltip: { trigger: 'axis' },
          grid: { left: 8, right: 12, top: 16, bottom: 4, containLabel: true },
          xAxis: { type: 'category', data: rows.map(({ heldOn }) => heldOn.slice(5)) },
          yAxis: { type: 'value', ...(dimensionOf(name).unit === '%' ? { min: 0, max: 100 } : {}) },
          series: [
            { name: label[lang], type: 'line', symbolSize: 8, data: rows.map(({ of }) => number(of?.value)) },
            ...(['low', 'high'] as const).map((end) => ({
              name: `${t('trend.interval')} ${end === 'low' ? '−' : '+'}`,
              type: 'line',
              symbol: 'none',
              lineStyle: { type: 'dotted', width: 1 },
              itemStyle: { color: '#7a6a58' },
              data: rows.map(({ of }) => number(of?.interval?.[end])),
            })),
          ],
        }}
      />
      <table className="plain-table teaching-table">
        <thead>
          <tr>
            <th scope="col">{t('trend.day')}</th>
            <th scope="col">{t('trend.value')}</th>
            <th scope="col">{t('trend.interval')}</th>
            <th scope="col">{t('trend.n')}</th>
            <th scope="col">{t('trend.filled')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sessionId, heldOn, isFilled, of }) => (
            <tr key={sessionId}>
              <th scope="row">{heldOn}</th>
              <td>
                {of?.value ? (
                  <Button type="link" size="small" onClick={() => onOpen(name, sessionId)}>
                    {inUnit(name, of.value, lang)}
                  </Button>
                ) : (
                  t('trend.few')
                )}
              </td>
              <td>{of?.interval && `${of.interval.low} – ${of.interval.high}`}</td>
              <td>{of?.units ?? 0}</td>
              <td>{t(isFilled ? 'trend.yes' : 'trend.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
