import { useQuery } from '@tanstack/react-query'
import { App as AntApp, Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type ApiError, api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireDay, WireLesson } from '../wire.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'
import './classroom.css'

/** Whoever waits for a lesson to be opened sees it soon, in ms. */
const LOOK_MS = 5000

/** A teacher's lessons today, or a student's. */
export function ClassroomDay() {
  const t = useClassroomTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['classroom', 'day'],
    queryFn: ({ signal }) => api.get<WireDay>('/classroom/day', signal),
    refetchInterval: LOOK_MS,
  })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isTeacher = data.as === 'teacher'
  const isNobody = data.as === 'nobody'
  return (
    <>
      <PageHeader
        title={t('day.title')}
        subtitle={isNobody ? undefined : t(isTeacher ? 'day.teacher-hint' : 'day.student-hint', { day: data.day })}
      />
      {isNobody ? (
        <EmptyState title={t('day.nobody')} hint={t('day.nobody-hint')} />
      ) : (
        <Day day={data} isTeacher={isTeacher} />
      )}
    </>
  )
}

function Day({ day, isTeacher }: { readonly day: WireDay; readonly isTeacher: boolean }) {
  const t = useClassroomTexts()
  const { open, extra, opening } = useOpening()
  return (
    <div className="class-day">
      {day.open.length > 0 && (
        <section className="card class-open" aria-labelledby="class-open">
          <h2 id="class-open">{t('day.going-on')}</h2>
          <ul>
            {day.open.map((lesson) => (
              <LessonLine key={lesson.session!.id} lesson={lesson} day={day.day}>
                <Link className="class-go" to={`/classroom/${lesson.session!.id}${isTeacher ? '' : '/me'}`}>
                  {t(isTeacher ? 'day.go-on' : 'day.enter')}
                </Link>
              </LessonLine>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="class-today">
        <h2 id="class-today">{t('day.today')}</h2>
        {day.lessons.length === 0 && (
          <EmptyState title={t('day.none')} hint={t(isTeacher ? 'day.none-teacher' : 'day.none-student')} />
        )}
        <ul>
          {day.lessons.map((lesson) => (
            <LessonLine key={lesson.lesson} lesson={lesson}>
              {isTeacher ? (
                <TeacherLesson
                  lesson={lesson}
                  isOpening={opening === lesson.lesson}
                  onOpen={() => open(lesson.lesson)}
                />
              ) : (
                <span className="class-still">
                  {lesson.cancelled
                    ? t('day.cancelled')
                    : lesson.session
                      ? t(lesson.session.state === 'open' ? 'day.going-on' : 'day.closed')
                      : t('day.not-yet')}
                </span>
              )}
            </LessonLine>
          ))}
        </ul>
      </section>
      {day.classes.length > 0 && (
        <section className="card" aria-labelledby="class-extra">
          <h2 id="class-extra">{t('day.classes')}</h2>
          <p className="class-hint">{t('day.classes-hint')}</p>
          <ul>
            {day.classes.map((lesson) => (
              <LessonLine key={lesson.teachingClass} lesson={lesson} isClass>
                <Button onClick={() => extra(lesson)}>{t('day.extra')}</Button>
              </LessonLine>
            ))}
          </ul>
        </section>
      )}
      {day.held.length > 0 && (
        <section className="card" aria-labelledby="class-held">
          <h2 id="class-held">{t('day.held')}</h2>
          <ul>
            {day.held.map((held) => (
              <li key={held.id} className="class-line">
                <span>
                  <strong>{held.courseName}</strong>
                  <small>
                    {held.heldOn} · {held.classNames.join('、')} ·{' '}
                    {t('day.held-row', { present: held.present, acts: held.acts })}
                  </small>
                </span>
                <Link to={`/classroom/${held.id}`}>{t('day.record')}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function LessonLine({
  lesson,
  isClass = false,
  day,
  children,
}: {
  readonly lesson: WireLesson
  readonly isClass?: boolean
  /** What is held on another day than the timetable says is an extra one. */
  readonly day?: string
  readonly children: React.ReactNode
}) {
  const t = useClassroomTexts()
  const time =
    day !== undefined && day !== lesson.heldOn
      ? t('day.classes')
      : `${lesson.startsAt.slice(0, 5)}${lesson.endsAt ? `–${lesson.endsAt.slice(0, 5)}` : ''}`
  const facts = isClass
    ? [lesson.classNames.join('、'), lesson.teachingClass]
    : [time, lesson.classNames.join('、'), lesson.roomName]
  return (
    <li className="class-line">
      <span>
        <strong>{lesson.courseName}</strong>
        <small>{facts.join(' · ')}</small>
      </span>
      {children}
    </li>
  )
}

function TeacherLesson({
  lesson,
  isOpening,
  onOpen,
}: {
  readonly lesson: WireLesson
  readonly isOpening: boolean
  readonly onOpen: () => void
}) {
  const t = useClassroomTexts()
  if (lesson.cancelled) return <span className="class-still">{t('day.cancelled')}</span>
  if (lesson.session?.state === 'open')
    return (
      <Link className="class-go" to={`/classroom/${lesson.session.id}`}>
        {t('day.go-on')}
      </Link>
    )
  return (
    <span className="class-actions">
      {lesson.session && <Link to={`/classroom/${lesson.session.id}`}>{t('day.record')}</Link>}
      <Button type={lesson.session ? 'default' : 'primary'} loading={isOpening} onClick={onOpen}>
        {t(lesson.session ? 'day.reopen' : 'day.open')}
      </Button>
    </span>
  )
}

/** Opens lessons and goes there. */
function useOpening() {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const { message, modal } = AntApp.useApp()
  const navigate = useNavigate()
  const [opening, setOpening] = useState<string>()
  async function open(lesson: string, reason: string | null = null) {
    setOpening(lesson)
    try {
      const { id } = await api.post<{ id: string }>('/classroom/sessions', { lesson, extra: reason })
      await navigate(`/classroom/${id}`)
    } catch (error) {
      void message.error((error as ApiError).label[lang])
    } finally {
      setOpening(undefined)
    }
  }
  function extra({ lesson, courseName }: WireLesson) {
    let reason: string = t('extra.makeup')
    modal.confirm({
      title: t('extra.title', { course: courseName }),
      icon: null,
      content: (
        <label className="class-field">
          {t('extra.reason')}
          <Input
            autoFocus
            defaultValue={reason}
            maxLength={200}
            placeholder={t('extra.reason-example')}
            onChange={(event) => (reason = event.target.value)}
          />
        </label>
      ),
      okText: t('day.open'),
      onOk: () => open(lesson, reason.trim() || t('extra.makeup')),
    })
  }
  return { open: (lesson: string) => void open(lesson), extra, opening }
}
