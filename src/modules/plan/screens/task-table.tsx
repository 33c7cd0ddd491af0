import { useNavigate } from 'react-router'
import { type Column, DataTable } from '../../../web/kit/data-table.tsx'
import { Light } from './light.tsx'
import { tenThousand } from './ten-thousand.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import type { ShownTask } from './visible-tasks.ts'

interface TaskTableProps {
  readonly rows: readonly ShownTask[]
  readonly hasMoney: boolean
  readonly onToggle: (id: string) => void
}

const INDENT = 18
const percent = (value: string | null) => (value === null ? '—' : `${value}%`)
const number = (text: string) => <span className="field-number">{text}</span>

/** The tree as a table: one row per task, children below their parent; cards on a phone. */
export function TaskTable({ rows, hasMoney, onToggle }: TaskTableProps) {
  const t = usePlanTexts()
  const navigate = useNavigate()
  const toggle = ({ task, hasChildren, isOpen }: ShownTask) => (
    <span className="plan-tree-toggle">
      {hasChildren && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'task.close' : 'task.open', { name: task.name })}
          onClick={(event) => {
            event.stopPropagation()
            onToggle(task.id)
          }}
        >
          {isOpen ? '▾' : '▸'}
        </button>
      )}
    </span>
  )
  const name = (row: ShownTask) => (
    <span className={`plan-tree-name plan-kind-${row.task.kind}`} style={{ paddingLeft: row.depth * INDENT }}>
      {toggle(row)}
      <span title={`${row.task.number} ${row.task.name}`}>
        {row.task.name} <small>{row.task.number}</small>
      </span>
    </span>
  )
  const progress = ({ task }: ShownTask) =>
    task.kind === 'leaf'
      ? percent(task.progress)
      : `${percent(task.progress)} · ${t('task.of', { n: task.completed, all: task.leaves })}`
  const money = (amount: 'budget' | 'arrived' | 'spent'): Column<ShownTask> => ({
    key: amount,
    title: t('task.ten-thousand', { label: t(`task.${amount}`) }),
    width: 110,
    align: 'right',
    render: ({ task }) => number(task.money ? tenThousand(task.money[amount]) : ''),
  })
  const columns: Column<ShownTask>[] = [
    { key: 'name', title: t('task.name'), width: 260, render: name },
    { key: 'light', title: t('task.light'), width: 220, render: ({ task }) => <Light light={task.light} /> },
    { key: 'progress', title: t('task.progress'), width: 130, align: 'right', render: (row) => number(progress(row)) },
    {
      key: 'achieved',
      title: t('task.achieved'),
      width: 90,
      align: 'right',
      render: ({ task }) => number(task.targets === 0 ? '' : percent(task.achieved)),
    },
    { key: 'unit', title: t('task.unit'), width: 120, render: ({ task }) => task.unit.name },
    { key: 'owner', title: t('task.owner'), width: 80, render: ({ task }) => task.owner?.name ?? '—' },
    { key: 'due', title: t('task.due'), width: 100, render: ({ task }) => number(task.to) },
    ...(hasMoney ? [money('budget'), money('arrived'), money('spent')] : []),
  ]
  const renderCard = (row: ShownTask) => (
    <>
      <span className="data-card-title">
        {name(row)}
        <span className="field-number">{progress(row)}</span>
      </span>
      <Light light={row.task.light} />
      <small>
        {[row.task.unit.name, row.task.owner?.name, row.task.to].filter(Boolean).join(' · ')}
        {row.task.money && row.task.money.budget !== '0.00'
          ? ` · ${t('task.money-line', { budget: tenThousand(row.task.money.budget), spent: tenThousand(row.task.money.spent) })}`
          : ''}
      </small>
    </>
  )
  return (
    <DataTable
      label={t('task.name')}
      rows={rows}
      rowKey={({ task }) => task.id}
      columns={columns}
      card={renderCard}
      onOpen={(row) => {
        // A phone has no room for a button within a card: there a tap opens what is below first.
        if (matchMedia('(max-width: 640px)').matches && row.hasChildren) onToggle(row.task.id)
        else void navigate(`/registers/plan-tasks/${row.task.id}`)
      }}
      isTall
    />
  )
}
