import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api, queryOf } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { TASK_KINDS, type WireClassPage, type WireTaskRow } from '../wire.ts'
import { CourseRating } from './course-rating.tsx'
import { Materials } from './materials.tsx'
import { NewTopic } from './new-topic.tsx'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** One class: for its teacher lessons, tasks and discussions; for a student what there is to do. */
export function ClassPage() {
  const t = useCourseworkTexts()
  const { class: teachingClass = '' } = useParams()
  const path = `/coursework/classes/${encodeURIComponent(teachingClass)}`
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'class', teachingClass],
    queryFn: ({ signal }) => api.get<WireClassPage>(path, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isTeacher = data.of.as === 'teacher'
  const tasks = { key: 'tasks', label: t('tasks'), content: <Tasks page={data} path={path} /> }
  const topics = { key: 'topics', label: t('topics'), content: <Topics page={data} path={path} /> }
  const materials = {
    key: 'materials',
    label: t('materials'),
    content: (
      <Materials
        materials={data.materials}
        path={path}
        lessonId={null}
        courseId={data.of.courseId}
        canChange={isTeacher}
      />
    ),
  }
  const lessons = { key: 'lessons', label: t('lessons'), content: <Lessons page={data} /> }
  return (
    <>
      <PageHeader
        title={data.of.courseName}
        back={{ to: '/coursework', text: t('back') }}
        subtitle={`${data.of.classNames.join('、')} · ${t('students', { n: data.students })}`}
        actions={
          <Link to={`${path}/${isTeacher ? 'gradebook' : 'me'}`}>{t(isTeacher ? 'gradebook' : 'my-grades')}</Link>
        }
      />
      <CourseRating rating={data.rating} path={path} isTeacher={isTeacher} />
      <Tabs
        label={data.of.courseName}
        tabs={isTeacher ? [lessons, tasks, materials, topics] : [tasks, materials, topics]}
      />
    </>
  )
}

function Lessons({ page }: { readonly page: WireClassPage }) {
  const t = useCourseworkTexts()
  return (
    <ul className="work-list card">
      {page.lessons.map((lesson) => (
        <li key={lesson.id}>
          <span>
            <Link to={`/coursework/lessons/${lesson.id}`}>
              {lesson.heldOn} {lesson.startsAt.slice(0, 5)}
            </Link>
            <small>
              {lesson.place}
              {lesson.materials > 0 && ` · ${t('n-materials', { n: lesson.materials })}`}
              {lesson.previews > 0 && ` · ${t('n-previews', { n: lesson.previews })}`}
            </small>
          </span>
          <span className={`work-tag${lesson.isPlanned ? ' work-good' : ''}`}>
            {t(lesson.cancelled ? 'cancelled' : lesson.isPlanned ? 'planned' : 'not-planned')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Tasks({ page, path }: { readonly page: WireClassPage; readonly path: string }) {
  const t = useCourseworkTexts()
  const navigate = useNavigate()
  const isTeacher = page.of.as === 'teacher'
  return (
    <>
      {isTeacher && (
        <div className="list-tools">
          <Dropdown
            trigger={['click']}
            menu={{
              items: TASK_KINDS.map((kind) => ({ key: kind, label: t(`kind.${kind}`) })),
              onClick: ({ key }) => void navigate(`${path}/tasks/new${queryOf({ kind: key })}`),
            }}
          >
            <Button type="primary">{t('new-task')}</Button>
          </Dropdown>
        </div>
      )}
      {page.tasks.length === 0 ? (
        <EmptyState title={t('no-tasks')} {...(isTeacher ? { hint: t('no-tasks-hint') } : {})} />
      ) : (
        <TaskList tasks={page.tasks} students={page.students} isTeacher={isTeacher} />
      )}
    </>
  )
}

/** Tasks, each with how it stands for whoever looks. */
export function TaskList({
  tasks,
  students,
  isTeacher,
}: {
  readonly tasks: readonly WireTaskRow[]
  readonly students: number
  readonly isTeacher: boolean
}) {
  const t = useCourseworkTexts()
  return (
    <ul className="work-list card">
      {tasks.map((task) => (
        <li key={task.id}>
          <span>
            <Link to={`/coursework/tasks/${task.id}${isTeacher ? '' : '/me'}`}>{task.title}</Link>
            <small>
              {t(`kind.${task.kind}`)} · {t('due', { at: momentText(task.dueAt) })}
              {isTeacher && task.state !== 'draft' && ` · ${t('handed-of', { n: task.handedIn, all: students })}`}
              {task.isReleased && ` · ${t('released')}`}
            </small>
          </span>
          <span className="work-tags">
            {task.waiting > 0 && <b className="work-waiting">{t('to-grade', { n: task.waiting })}</b>}
            {task.reviewsToDo > 0 && <b className="work-waiting">{t('reviews-to-do', { n: task.reviewsToDo })}</b>}
            {task.own ? (
              <span className={`work-tag work-own-${task.own}`}>{t(`own.${task.own}`)}</span>
            ) : (
              <span className="work-tag">{t(`task.${task.state}`)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Topics({ page, path }: { readonly page: WireClassPage; readonly path: string }) {
  const t = useCourseworkTexts()
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      {page.of.as === 'teacher' && (
        <div className="list-tools">
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('new-topic')}
          </Button>
        </div>
      )}
      {page.topics.length === 0 && <EmptyState title={t('no-topics')} />}
      {page.topics.length > 0 && (
        <ul className="work-list card">
          {page.topics.map((topic) => (
            <li key={topic.id}>
              <span>
                <Link to={`/coursework/topics/${topic.id}`}>{topic.title}</Link>
                <small>
                  {t('n-posts', { n: topic.posts })}
                  {topic.lastAt && ` · ${momentText(topic.lastAt)}`}
                </small>
              </span>
              {topic.isClosed && <span className="work-tag">{t('closed-topic')}</span>}
            </li>
          ))}
        </ul>
      )}
      {isMaking && <NewTopic path={path} onClose={() => setMaking(false)} />}
    </>
  )
}
