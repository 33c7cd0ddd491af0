import { Button } from 'antd'
import { useState } from 'react'
import { usePhone } from '../../../../web/kit/use-media.ts'
import type { WirePlanTask } from '../../wire.ts'
import type { WireMilestone } from '../../wire-views.ts'
import { monthAfter, weeksOf } from './calendar-month.ts'
import { useViewTexts } from './use-view-texts.ts'

interface CalendarViewProps {
  readonly tasks: readonly WirePlanTask[]
  readonly milestones: readonly WireMilestone[]
  readonly asOf: string
  readonly onOpen: (task: string) => void
}

interface Due {
  readonly key: string
  readonly task: string
  readonly kind: 'task' | 'milestone'
  readonly text: string
  readonly colour: string
}

const SHOWN = 4
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What is due in a month: leaf tasks and milestones on their days; a list on a phone. */
export function CalendarView({ tasks, milestones, asOf, onOpen }: CalendarViewProps) {
  const t = useViewTexts()
  const isPhone = usePhone()
  const [month, setMonth] = useState(asOf.slice(0, 7))
  const [opened, setOpened] = useState<string>()
  const due = dueIn(month, tasks, milestones, t('calendar.reached'))
  const count = (kind: Due['kind']) => [...due.values()].flat().filter((one) => one.kind === kind).length
  const go = (to: string) => {
    setMonth(to)
    setOpened(undefined)
  }
  const list = (day: string, all: readonly Due[]) => {
    const isOpen = isPhone || opened === day
    return (
      <ul>
        {(isOpen ? all : all.slice(0, SHOWN)).map((one) => (
          <li key={one.key}>
            <button
              type="button"
              className={`plan-plain calendar-${one.kind} calendar-${one.colour}`}
              title={`${t(`calendar.${one.kind}`)}  ${one.text}`}
              onClick={() => onOpen(one.task)}
            >
              {one.text}
            </button>
          </li>
        ))}
        {!isOpen && all.length > SHOWN && (
          <li>
            <Button type="link" size="small" onClick={() => setOpened(day)}>
              {t('calendar.more', { n: all.length - SHOWN })}
            </Button>
          </li>
        )}
      </ul>
    )
  }
  return (
    <>
      <p className="plan-view-bar">
        <Button aria-label={t('calendar.previous')} onClick={() => go(monthAfter(month, -1))}>
          ‹
        </Button>
        <strong role="status">
          {t('calendar.month', { year: month.slice(0, 4), month: String(Number(month.slice(5))) })}
        </strong>
        <Button aria-label={t('calendar.next')} onClick={() => go(monthAfter(month, 1))}>
          ›
        </Button>
        <Button onClick={() => go(asOf.slice(0, 7))}>{t('calendar.today')}</Button>
        <small>
          {due.size === 0
            ? t('calendar.none')
            : t('calendar.count', { tasks: count('task'), milestones: count('milestone') })}
        </small>
      </p>
      {isPhone ? (
        <dl className="calendar-days">
          {[...due].map(([day, all]) => (
            <div key={day}>
              <dt>{day}</dt>
              <dd>{list(day, all)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <table className="calendar">
          <thead>
            <tr>
              {DAYS.map((day) => (
                <th key={day} scope="col">
                  {t(`day.${day}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, index) => (
              <tr key={index}>
                {week.map((day, place) => (
                  <td key={place} className={day === asOf ? 'calendar-as-of' : undefined}>
                    {day && <span className="calendar-day">{Number(day.slice(8))}</span>}
                    {day && list(day, due.get(day) ?? [])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What is due in a month, by day, in the order of days. */
function dueIn(
  month: string,
  tasks: readonly WirePlanTask[],
  milestones: readonly WireMilestone[],
  reached: string,
): ReadonlyMap<string, readonly Due[]> {
  const all: (Due & { readonly day: string })[] = [
    ...milestones
      .filter(({ dueOn }) => dueOn.startsWith(month))
      .map(({ id, task, what, dueOn, reachedOn }) => ({
        key: id,
        day: dueOn,
        task,
        kind: 'milestone' as const,
        text: reachedOn === null ? what : `${what}（${reached}）`,
        colour: reachedOn === null ? 'open' : 'done',
      })),
    ...tasks
      .filter(({ kind, to }) => kind === 'leaf' && to.startsWith(month))
      .map(({ id, name, to, light }) => ({
        key: id,
        day: to,
        task: id,
        kind: 'task' as const,
        text: name,
        colour: light.colour,
      })),
  ]
  return Map.groupBy(
    all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    ({ day }) => day,
  )
}
