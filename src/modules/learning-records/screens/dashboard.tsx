import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { Chart, chartColours } from '../../../web/kit/chart.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { type Period, PERIODS, type WireCount, type WireOverview } from '../wire.ts'
import { Statements } from './statements.tsx'
import { learningTexts } from './texts.ts'
import { verbWords } from './verb-words.ts'
import { grouped, lastPart, wordsIn } from './words-in.ts'

/** What narrows the list of statements: one of each. */
export interface Chosen {
  readonly day?: string
  readonly verb?: WireCount
  readonly activity?: WireCount
  readonly course?: WireCount
}

export const useOverview = (period: Period) =>
  useQuery({
    queryKey: ['learning-records', 'overview', period],
    queryFn: ({ signal }) => api.get<WireOverview>(`/learning-records/overview?days=${period}`, signal),
    placeholderData: (before) => before,
  })

/** Sums of the last days; a click on any of them lists the statements behind it. */
export function Dashboard() {
  const t = useTexts(learningTexts)
  const [period, setPeriod] = useState<Period>(30)
  const [chosen, setChosen] = useState<Chosen>({})
  const { data, error, refetch } = useOverview(period)
  if (error) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  const narrow = data.maySeeStatements ? (more: Chosen) => setChosen((before) => ({ ...before, ...more })) : undefined
  return (
    <div className="learning">
      <Segmented<Period>
        className="learning-periods"
        aria-label={t('period')}
        value={period}
        onChange={setPeriod}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {data.statements === 0 ? (
        <EmptyState title={t('none.title')} hint={t('none.hint')} />
      ) : (
        <Sums data={data} onNarrow={narrow} />
      )}
      {data.maySeeStatements && data.statements > 0 && (
        <Statements chosen={chosen} onDrop={(name) => setChosen(({ [name]: _gone, ...rest }) => rest)} />
      )}
    </div>
  )
}

interface SumsProps {
  readonly data: WireOverview
  /** Absent for those who see no single statement. */
  readonly onNarrow: ((more: Chosen) => void) | undefined
}

function Sums({ data, onNarrow }: SumsProps) {
  const t = useTexts(learningTexts)
  const { lang } = useLang()
  const name = (one: WireCount) => wordsIn(one.name, lang) ?? lastPart(one.id)
  const [bars, line] = chartColours
  return (
    <>
      <dl className="learning-totals">
        {(['statements', 'actors', 'succeeded', 'failed'] as const).map((total) => (
          <div key={total}>
            <dt>{t(total)}</dt>
            <dd>{grouped(data[total])}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{t('days')}</h2>
        <Chart
          label={t('days')}
          height={240}
          {...(onNarrow ? { onPick: (index: number) => onNarrow({ day: data.days[index]!.day }) } : {})}
          option={{
            tooltip: { trigger: 'axis' },
            legend: { top: 0, left: 0, itemGap: 24, data: [t('series.statements'), t('series.actors')] },
            grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
            xAxis: { type: 'category', data: data.days.map(({ day }) => day.slice(5)) },
            yAxis: [
              { type: 'value', minInterval: 1 },
              { type: 'value', minInterval: 1, splitLine: { show: false } },
            ],
            series: [
              {
                name: t('series.statements'),
                type: 'bar',
                barMaxWidth: 32,
                itemStyle: { color: bars },
                data: data.days.map(({ statements }) => statements),
              },
              {
                name: t('series.actors'),
                type: 'line',
                yAxisIndex: 1,
                itemStyle: { color: line },
                data: data.days.map(({ actors }) => actors),
              },
            ],
          }}
        />
      </section>
      <div className="learning-columns">
        <Bars
          title={t('courses')}
          none={t('courses.none')}
          rows={data.courses}
          name={name}
          onPick={onNarrow && ((course) => onNarrow({ course }))}
        />
        <Bars
          title={t('activities')}
          rows={data.activities}
          name={name}
          onPick={onNarrow && ((activity) => onNarrow({ activity }))}
        />
        <Bars
          title={t('verbs')}
          rows={data.verbs}
          name={(verb) => verbWords(verb.id, verb.name, lang)}
          onPick={onNarrow && ((verb) => onNarrow({ verb }))}
        />
      </div>
    </>
  )
}

interface BarsProps {
  readonly title: string
  readonly none?: string
  readonly rows: readonly WireCount[]
  readonly name: (one: WireCount) => string
  readonly onPick: ((one: WireCount) => void) | undefined
}

/** Longest first; the address behind a name is told to whoever points at it. */
function Bars({ title, none, rows, name, onPick }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ statements }) => statements))
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="learning-none">{none}</p>}
      <ul className="learning-bars">
        {rows.map((one) => (
          <li key={one.id} title={one.id}>
            {onPick ? (
              <button type="button" onClick={() => onPick(one)}>
                {name(one)}
              </button>
            ) : (
              <span>{name(one)}</span>
            )}
            <b>{grouped(one.statements)}</b>
            <span className="learning-bar" style={{ inlineSize: `${(one.statements / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
