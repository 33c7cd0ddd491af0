import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireTaskPage } from '../wire.ts'
import { GradePanel } from './grade-panel.tsx'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** A task for its teacher: every student on the left, the one being graded on the right. */
export function TaskPage() {
  const t = useCourseworkTexts()
  const { task: id = '' } = useParams()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [chosen, setChosen] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'task', id],
    queryFn: ({ signal }) => api.get<WireTaskPage>(`/coursework/tasks/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { task, students } = data
  const path = `/coursework/classes/${encodeURIComponent(task.teachingClass)}`
  const handedIn = students.filter(({ attempt }) => attempt > 0)
  // Who waits for a grade comes first: the next one is always the next to do.
  const order = [...students].toSorted((a, b) => rank(a.state) - rank(b.state) || (a.number < b.number ? -1 : 1))
  const current = order.find(({ studentId }) => studentId === chosen) ?? order[0]
  const at = order.findIndex((one) => one === current)
  const go = (by: number) => setChosen(order[(at + by + order.length) % order.length]?.studentId)

  async function step(name: 'open' | 'close' | 'release' | 'draw') {
    setProblem(undefined)
    try {
      const changed = await api.post<WireTaskPage>(`/coursework/tasks/${id}/${name}`, { revision: task.revision })
      client.setQueryData(['coursework', 'task', id], changed)
      await client.invalidateQueries({ queryKey: ['coursework'] })
    } catch (refused) {
      setProblem(errorText(refused))
    }
  }
  const canDraw = task.peers !== null && !task.peersDrawnAt && task.state !== 'draft'
  return (
    <>
      <PageHeader
        title={task.title}
        back={{ to: path, text: data.className }}
        tags={<span className="work-tag">{t(task.releasedAt ? 'released' : `task.${task.state}`)}</span>}
        subtitle={`${t(`kind.${task.kind}`)} · ${t('due', { at: momentText(task.dueAt) })} · ${t('handed-of', {
          n: handedIn.length,
          all: students.length,
        })}`}
        actions={
          <>
            <Link to={`/coursework/tasks/${id}/edit`}>{t('edit')}</Link>
            {task.state !== 'open' && (
              <Button type={task.state === 'draft' ? 'primary' : 'default'} onClick={() => void step('open')}>
                {t('step.open')}
              </Button>
            )}
            {task.state === 'open' && <Button onClick={() => void step('close')}>{t('step.close')}</Button>}
            {canDraw && <Button onClick={() => void step('draw')}>{t('step.draw')}</Button>}
            {task.state !== 'draft' && !task.releasedAt && (
              <Button type="primary" onClick={() => void step('release')}>
                {t('step.release')}
              </Button>
            )}
          </>
        }
      />
      {problem && <Alert type="error" showIcon closable title={problem} />}
      {task.state === 'draft' ? (
        <section className="card work-text">{task.instructions}</section>
      ) : (
        <div className="work-grading">
          <nav className="card work-students" aria-label={t('students', { n: students.length })}>
            <ul>
              {order.map((one) => (
                <li key={one.studentId}>
                  <button
                    type="button"
                    aria-current={one === current}
                    onClick={() => setChosen(one.studentId)}
                    onKeyDown={(event) => {
                      if (event.key === 'ArrowDown') go(1)
                      else if (event.key === 'ArrowUp') go(-1)
                      else return
                      event.preventDefault()
                    }}
                  >
                    <span>
                      {one.name} <small>{one.number}</small>
                    </span>
                    <span className={`work-tag work-own-${one.state}`}>
                      {one.state === 'graded' ? one.score : t(`own.${one.state}`)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          {current && (
            <GradePanel
              key={current.studentId}
              task={task}
              studentId={current.studentId}
              onNext={() => go(1)}
              onMove={go}
            />
          )}
        </div>
      )}
    </>
  )
}

const rank = (state: string) => ({ 'handed-in': 0, late: 1, 'to-do': 1, missed: 1 })[state] ?? 2
