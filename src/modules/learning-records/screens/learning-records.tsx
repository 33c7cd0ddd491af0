import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/kit/api.ts'
import { Chart } from '../../../web/kit/chart.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import type { WireOverview } from '../wire.ts'
import { Programs } from './programs.tsx'
import { learningTexts } from './texts.ts'
import './learning.css'

/** What programs outside send of learning: how much comes, of what, and which programs may send. */
export function LearningRecords() {
  const t = useTexts(learningTexts)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      <Tabs
        label={t('parts')}
        tabs={[
          { key: 'overview', label: t('tab.overview'), content: <Overview /> },
          { key: 'programs', label: t('tab.programs'), content: <Programs /> },
        ]}
      />
    </>
  )
}

const grouped = (value: number) => value.toLocaleString('en')

function Overview() {
  const t = useTexts(learningTexts)
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['learning-records', 'overview'],
    queryFn: ({ signal }) => api.get<WireOverview>('/learning-records/overview', signal),
  })
  if (error) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  if (data.statements === 0) return <EmptyState title={t('none.title')} hint={t('none.hint')} />
  const nameIn = (name: Readonly<Record<string, string>> | null) => {
    const [best] = Object.entries(name ?? {}).toSorted(
      ([a], [b]) => Number(b.startsWith(lang)) - Number(a.startsWith(lang)),
    )
    return best?.[1]
  }
  return (
    <div className="learning">
      <dl className="learning-totals">
        {(['statements', 'succeeded', 'failed'] as const).map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{grouped(data[name])}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{t('days')}</h2>
        <Chart
          label={t('days')}
          height={220}
          option={{
            tooltip: { trigger: 'axis' },
            grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
            xAxis: { type: 'category', data: data.days.map(({ day }) => day.slice(5)) },
            yAxis: { type: 'value', minInterval: 1 },
            series: [{ type: 'bar', barMaxWidth: 40, data: data.days.map(({ statements }) => statements) }],
          }}
        />
      </section>
      <Bars
        title={t('verbs')}
        rows={data.verbs.map(({ verb, statements }) => ({
          id: verb,
          name: verb.split('/').at(-1) ?? verb,
          n: statements,
        }))}
      />
      <Bars
        title={t('activities')}
        rows={data.activities.map(({ activity, name, statements }) => ({
          id: activity,
          name: nameIn(name) ?? activity,
          n: statements,
        }))}
      />
    </div>
  )
}

interface BarsProps {
  readonly title: string
  readonly rows: readonly { readonly id: string; readonly name: string; readonly n: number }[]
}

/** Longest first; the address behind a name is told to whoever points at it. */
function Bars({ title, rows }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ n }) => n))
  return (
    <section>
      <h2>{title}</h2>
      <ul className="learning-bars">
        {rows.map(({ id, name, n }) => (
          <li key={id} title={id}>
            <span>{name}</span>
            <span className="learning-bar" style={{ inlineSize: `${(n / most) * 100}%` }} />
            <b>{grouped(n)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
