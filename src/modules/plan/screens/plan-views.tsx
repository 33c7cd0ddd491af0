import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WirePlanFigures, WirePlanTasks } from '../wire.ts'
import type { WirePlanParts } from '../wire-views.ts'
import { ChangesView } from './changes/changes-view.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { TaskFilters } from './task-filters.tsx'
import { TaskTable } from './task-table.tsx'
import { usePlanTexts } from './use-plan-texts.ts'
import { BoardView } from './views/board-view.tsx'
import { CalendarView } from './views/calendar-view.tsx'
import { DutiesView } from './views/duties-view.tsx'
import { GanttView } from './views/gantt-view.tsx'
import { TableView } from './views/table-view.tsx'
import { TaskDrawer } from './views/task-drawer.tsx'
import { isView, type View, ViewTabs } from './views/view-tabs.tsx'
import { WishBar } from './views/wish-bar.tsx'
import { type RevisedRequest, useWishes, type Wish } from './views/wishes.ts'
import { type ShownTask, type TaskFilter, visibleTasks } from './visible-tasks.ts'

/** What the views of a plan show beside its tasks. */
export function usePlanParts(plan: string) {
  return useQuery({
    queryKey: ['plans', plan, 'parts'],
    queryFn: ({ signal }) => api.get<WirePlanParts>(`/plans/${encodeURIComponent(plan)}/parts`, signal),
  })
}

interface PlanViewsProps {
  readonly figures: WirePlanFigures
  readonly data: WirePlanTasks
  readonly parts: ReturnType<typeof usePlanParts>
}

/** The ways to look at a plan. What is looked for stands in the address: it can be shared, and the back button undoes it. */
export function PlanViews({ figures, data, parts }: PlanViewsProps) {
  const t = usePlanTexts()
  const [search, setSearch] = useSearchParams()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [task, setTask] = useState<string>()
  const wishes = useWishes()
  const wanted = search.get('view')
  const view: View = isView(wanted) ? wanted : 'tree'
  const filter: TaskFilter = {
    q: search.get('q') ?? '',
    level: search.get('level') ?? '',
    unit: search.get('unit') ?? '',
    light: search.get('light') ?? '',
    isOpenOnly: search.get('open') === '1',
  }
  const address = (more: Readonly<Record<string, string>>) => {
    const all = { ...Object.fromEntries(search), ...more }
    setSearch(
      Object.entries(all).filter(([, value]) => value !== ''),
      { replace: more['view'] === undefined },
    )
  }
  const change = ({ isOpenOnly, ...more }: Partial<TaskFilter>) =>
    address({ ...more, ...(isOpenOnly === undefined ? {} : { open: isOpenOnly ? '1' : '' }) })
  const everything = new Set(data.tasks.map(({ id }) => id))
  const isTree = view === 'tree' || view === 'gantt'
  const { rows, found } = visibleTasks(data.tasks, filter, isTree ? opened : everything)
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  const drawn = task === undefined ? undefined : data.tasks.find(({ id }) => id === task)
  return (
    <>
      <ViewTabs view={view} onChange={(next) => address({ view: next === 'tree' ? '' : next, change: '' })} />
      {parts.data && (
        <WishBar parts={parts.data} wishes={wishes} onAsked={(asked) => address({ view: 'changes', change: asked })} />
      )}
      {view === 'tree' && <PlanSummary figures={figures} tasks={data.tasks} onFilter={change} />}
      {view !== 'changes' && view !== 'duties' && (
        <TaskFilters
          data={data}
          filter={filter}
          found={found}
          isExpanded={opened.size > 0}
          onChange={change}
          onClear={() => address({ q: '', level: '', unit: '', light: '', open: '' })}
          onExpand={isTree ? () => setOpened(opened.size > 0 ? new Set() : everything) : undefined}
        />
      )}
      {view === 'tree' &&
        (rows.length === 0 ? (
          <EmptyState title={t('filter.none')} hint={t('filter.none-hint')} />
        ) : (
          <TaskTable rows={rows} hasMoney={figures.money !== null} onToggle={toggle} />
        ))}
      {view !== 'tree' && (
        <OtherView
          view={view}
          rows={rows}
          data={data}
          parts={parts}
          wishes={wishes}
          change={search.get('change') ?? undefined}
          onToggle={toggle}
          onOpen={setTask}
          onChange={(next) => address({ view: 'changes', change: next ?? '' })}
          onRevise={(request, asked) => {
            wishes.takeUp(request, asked)
            address({ view: 'table', change: '' })
          }}
        />
      )}
      {drawn && parts.data && (
        <TaskDrawer task={drawn} parts={parts.data} wishes={wishes} onClose={() => setTask(undefined)} />
      )}
    </>
  )
}

interface OtherViewProps {
  readonly view: Exclude<View, 'tree'>
  readonly rows: readonly ShownTask[]
  readonly data: WirePlanTasks
  readonly parts: ReturnType<typeof usePlanParts>
  readonly wishes: ReturnType<typeof useWishes>
  readonly change: string | undefined
  readonly onToggle: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onChange: (change: string | undefined) => void
  readonly onRevise: (request: RevisedRequest, wishes: readonly Wish[]) => void
}

function OtherView(props: OtherViewProps) {
  const { view, rows, data, parts, wishes, change, onToggle, onOpen, onChange, onRevise } = props
  const t = usePlanTexts()
  if (parts.error) return <ErrorState error={parts.error} onRetry={() => void parts.refetch()} />
  if (!parts.data) return <Loading />
  if (view === 'changes')
    return <ChangesView plan={parts.data.plan} change={change} onOpen={onChange} onRevise={onRevise} />
  if (view === 'duties') return <DutiesView tasks={data.tasks} parts={parts.data} onOpen={onOpen} />
  if (rows.length === 0) return <EmptyState title={t('filter.none')} hint={t('filter.none-hint')} />
  const found = rows.map(({ task }) => task)
  // What was done to a draft cannot be undone once it is in force.
  if (view === 'table')
    return <TableView key={parts.data.plan.state} parts={parts.data} rows={rows} wishes={wishes} onOpen={onOpen} />
  if (view === 'board') return <BoardView tasks={found} asOf={data.plan.asOf} onOpen={onOpen} />
  if (view === 'gantt')
    return <GanttView plan={data.plan} rows={rows} links={parts.data.links} onToggle={onToggle} onOpen={onOpen} />
  const shown = new Set(found.map(({ id }) => id))
  return (
    <CalendarView
      tasks={found}
      milestones={parts.data.milestones.filter(({ task }) => shown.has(task))}
      asOf={data.plan.asOf}
      onOpen={onOpen}
    />
  )
}
