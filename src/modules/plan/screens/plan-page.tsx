import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WirePlanFigures, WirePlanProblem, WirePlanTasks } from '../wire.ts'
import { PlanSummary } from './plan-summary.tsx'
import { TaskFilters } from './task-filters.tsx'
import { TaskTable } from './task-table.tsx'
import { usePlanTexts } from './use-plan-texts.ts'
import { type TaskFilter, visibleTasks } from './visible-tasks.ts'
import './plan.css'

/** One plan: the summary for leaders on top, the tree of tasks below. */
export function PlanPage() {
  const t = usePlanTexts()
  const { id = '' } = useParams()
  const path = `/plans/${encodeURIComponent(id)}`
  const figures = useQuery({
    queryKey: ['plans', id, 'figures'],
    queryFn: ({ signal }) => api.get<WirePlanFigures>(`${path}/figures`, signal),
  })
  const tasks = useQuery({
    queryKey: ['plans', id, 'tasks'],
    queryFn: ({ signal }) => api.get<WirePlanTasks>(`${path}/tasks`, signal),
  })
  const problems = useQuery({
    queryKey: ['plans', id, 'problems'],
    queryFn: ({ signal }) => api.get<WirePlanProblem[]>(`${path}/problems`, signal),
  })
  const failed = [figures, tasks].find((query) => query.error)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (!figures.data || !tasks.data) return <Loading />
  const { plan } = figures.data
  return (
    <>
      <PageHeader
        title={plan.name}
        subtitle={t('plans.span', { from: plan.from, to: plan.to, asOf: plan.asOf })}
        back={{ to: '/plans', text: t('plans.title') }}
      />
      {problems.data && problems.data.length > 0 && <Problems problems={problems.data} />}
      <Tree figures={figures.data} data={tasks.data} />
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly WirePlanProblem[] }) {
  const t = usePlanTexts()
  const { lang } = useLang()
  return (
    <details className="plan-problems">
      <summary>{t('problems.title', { n: problems.length })}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.tasks.join()}`}>{problem.message[lang]}</li>
        ))}
      </ul>
    </details>
  )
}

function Tree({ figures, data }: { readonly figures: WirePlanFigures; readonly data: WirePlanTasks }) {
  const t = usePlanTexts()
  // What is looked for stands in the address: it can be shared, and the back button undoes it.
  const [search, setSearch] = useSearchParams()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const filter: TaskFilter = {
    q: search.get('q') ?? '',
    level: search.get('level') ?? '',
    unit: search.get('unit') ?? '',
    light: search.get('light') ?? '',
    isOpenOnly: search.get('open') === '1',
  }
  const change = (more: Partial<TaskFilter>) => {
    const { q, level, unit, light, isOpenOnly } = { ...filter, ...more }
    const wanted = Object.entries({ q, level, unit, light, open: isOpenOnly ? '1' : '' })
    setSearch(
      wanted.filter(([, value]) => value !== '').map(([name, value]): [string, string] => [name, value]),
      { replace: true },
    )
  }
  const { rows, found } = visibleTasks(data.tasks, filter, opened)
  return (
    <>
      <PlanSummary figures={figures} tasks={data.tasks} onFilter={change} />
      <TaskFilters
        data={data}
        filter={filter}
        found={found}
        isExpanded={opened.size > 0}
        onChange={change}
        onClear={() => setSearch([], { replace: true })}
        onExpand={() => setOpened(opened.size > 0 ? new Set() : new Set(data.tasks.map((task) => task.id)))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('filter.none')} hint={t('filter.none-hint')} />
      ) : (
        <TaskTable
          rows={rows}
          hasMoney={figures.money !== null}
          onToggle={(id) => {
            const next = new Set(opened)
            if (!next.delete(id)) next.add(id)
            setOpened(next)
          }}
        />
      )}
    </>
  )
}
