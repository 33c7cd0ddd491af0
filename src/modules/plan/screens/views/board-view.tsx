import { Button, Dropdown, Segmented } from 'antd'
import { useState } from 'react'
import { Light } from '../light.tsx'
import type { WirePlanTask } from '../../wire.ts'
import { type BoardBy, boardColumns, type Column, STATES } from './board-columns.ts'
import { ReportDialog } from './report-dialog.tsx'
import { useViewTexts } from './use-view-texts.ts'

interface BoardViewProps {
  readonly tasks: readonly WirePlanTask[]
  readonly asOf: string
  readonly onOpen: (id: string) => void
}

const SHOWN = 30

/** Leaf tasks as cards by state or light. Moving a card files a report: the board never says more than was approved. */
export function BoardView({ tasks, asOf, onOpen }: BoardViewProps) {
  const t = useViewTexts()
  const [by, setBy] = useState<BoardBy>('state')
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<Column>()
  const [moving, setMoving] = useState<{ readonly task: WirePlanTask; readonly to: Column }>()
  const move = (id: string | undefined, to: Column) => {
    const task = tasks.find((one) => one.id === id)
    if (task && by === 'state') setMoving({ task, to })
  }
  return (
    <>
      <p className="plan-view-bar">
        <Segmented<BoardBy>
          aria-label={t('board.by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'state', label: t('board.by-state') },
            { value: 'light', label: t('board.by-light') },
          ]}
        />
        <small>{t(`board.hint-${by}`)}</small>
      </p>
      <div className="board">
        {boardColumns(tasks, by).map(({ column, tasks: own }) => (
          <section
            key={`${by} ${column}`}
            className={over === column ? 'board-column board-over' : 'board-column'}
            aria-label={t(`board.${column}`)}
            onDragOver={(event) => {
              if (by !== 'state' || !dragged) return
              event.preventDefault()
              setOver(column)
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => {
              event.preventDefault()
              setOver(undefined)
              if (!own.some(({ id }) => id === dragged)) move(dragged, column)
            }}
          >
            <h2>
              {t(`board.${column}`)} <small>{own.length}</small>
            </h2>
            <Cards
              tasks={own}
              column={column}
              canMove={by === 'state'}
              onMove={(task, to) => move(task.id, to)}
              onDrag={setDragged}
              onOpen={onOpen}
            />
          </section>
        ))}
      </div>
      {moving && (
        <ReportDialog
          task={moving.task}
          asOf={asOf}
          percent={moving.to === 'done' ? 100 : moving.to === 'waiting' ? 0 : null}
          onClose={() => setMoving(undefined)}
        />
      )}
    </>
  )
}

interface CardsProps {
  readonly tasks: readonly WirePlanTask[]
  readonly column: Column
  readonly canMove: boolean
  readonly onMove: (task: WirePlanTask, to: Column) => void
  readonly onDrag: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
}

function Cards({ tasks, column, canMove, onMove, onDrag, onOpen }: CardsProps) {
  const t = useViewTexts()
  const [shown, setShown] = useState(SHOWN)
  if (tasks.length === 0) return <p className="board-none">{t('board.none')}</p>
  return (
    <ul>
      {tasks.slice(0, shown).map((task) => (
        <li
          key={task.id}
          className="board-card"
          draggable={canMove}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', task.number)
            onDrag(task.id)
          }}
          onDragEnd={() => onDrag(undefined)}
        >
          <button type="button" className="plan-plain" onClick={() => onOpen(task.id)}>
            {task.name}
          </button>
          <Light light={task.light} />
          <small>
            {[task.number, task.owner?.name, task.to, task.progress === null ? null : `${task.progress}%`]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {canMove && (
            <Dropdown
              trigger={['click']}
              autoFocus
              menu={{
                items: STATES.filter((state) => state !== column).map((state) => ({
                  key: state,
                  label: t(`board.${state}`),
                })),
                onClick: ({ key, domEvent }) => {
                  // Or else Enter would be heard once more by the dialog that opens, and close it.
                  domEvent.preventDefault()
                  onMove(task, key as Column)
                },
              }}
            >
              <Button size="small" aria-label={`${t('board.move')} ${task.name}`}>
                {t('board.move')} ▾
              </Button>
            </Dropdown>
          )}
        </li>
      ))}
      {tasks.length > shown && (
        <li>
          <Button block type="dashed" onClick={() => setShown(shown + 100)}>
            {t('board.more', { n: Math.min(100, tasks.length - shown) })}
          </Button>
        </li>
      )}
    </ul>
  )
}
