import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import type { PlanStep, WireLessonPage, WirePlan } from '../wire.ts'
import { TaskList } from './class-page.tsx'
import { Materials, PointsSelect } from './materials.tsx'
import { useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

const NO_PLAN: WirePlan = { aims: '', keyPoints: '', steps: [], knowledgePoints: [], afterthought: '', revision: 0 }

/** A lesson that is prepared: what was left open, the plan, materials and previews, and who has prepared. */
export function LessonPage() {
  const t = useCourseworkTexts()
  const { lesson: id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'lesson', id],
    queryFn: ({ signal }) => api.get<WireLessonPage>(`/coursework/lessons/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const path = `/coursework/classes/${encodeURIComponent(data.of.teachingClass)}`
  const { preview } = data
  const isWhole = (one: (typeof preview.students)[number]) =>
    one.opened >= preview.materials && one.handedIn >= preview.tasks
  return (
    <>
      <PageHeader
        title={`${data.of.courseName} · ${data.lesson.heldOn}`}
        back={{ to: path, text: data.of.courseName }}
        subtitle={`${data.of.classNames.join('、')} · ${data.lesson.startsAt.slice(0, 5)} · ${data.lesson.place}`}
      />
      <div className="work-lesson">
        <Plan key={data.plan?.revision ?? 0} id={id} plan={data.plan ?? NO_PLAN} courseId={data.of.courseId} />
        <div>
          <LeftOpen of={data.leftOpen} />
          <section className="card">
            <h2>{t('prepared')}</h2>
            {preview.materials + preview.tasks === 0 ? (
              <p>{t('prepared-none')}</p>
            ) : (
              <>
                <p>
                  {t('prepared-sum', {
                    n: preview.students.filter(isWhole).length,
                    none: preview.students.filter(({ opened, handedIn }) => opened + handedIn === 0).length,
                  })}
                </p>
                <details>
                  <summary>{t('students', { n: preview.students.length })}</summary>
                  <ul className="work-people">
                    {preview.students.map((one) => (
                      <li key={one.studentId} className={isWhole(one) ? 'work-good' : undefined}>
                        {one.name}{' '}
                        <small>
                          {t('prepared-row', {
                            opened: one.opened,
                            materials: preview.materials,
                            handed: one.handedIn,
                            tasks: preview.tasks,
                          })}
                        </small>
                      </li>
                    ))}
                  </ul>
                </details>
              </>
            )}
          </section>
          <section>
            <h2>{t('materials')}</h2>
            <Materials materials={data.materials} path={path} lessonId={id} courseId={data.of.courseId} canChange />
          </section>
          <section>
            <h2>{t('tasks')}</h2>
            <div className="list-tools">
              <Link to={`${path}/tasks/new${queryOf({ kind: 'preview', lesson: id })}`}>{t('new-preview')}</Link>
            </div>
            {data.tasks.length > 0 && <TaskList tasks={data.tasks} students={preview.students.length} isTeacher />}
          </section>
        </div>
      </div>
    </>
  )
}

function LeftOpen({ of }: { readonly of: WireLessonPage['leftOpen'] }) {
  const t = useCourseworkTexts()
  const lines = [
    ...(of.afterthought ? [<li key="note">{of.afterthought}</li>] : []),
    ...(of.unusedActivities.length > 0
      ? [<li key="unused">{t('left-unused', { list: of.unusedActivities.join('、') })}</li>]
      : []),
    ...of.weakPoints.map((point) => (
      <li key={point.id}>{t('left-weak', { name: point.name, right: point.right, answers: point.answers })}</li>
    )),
    ...of.tasks.map((task) => (
      <li key={task.id}>
        <Link to={`/coursework/tasks/${task.id}`}>{task.title}</Link>{' '}
        {t('left-missing', { missing: task.missing, ungraded: task.ungraded })}
      </li>
    )),
    ...of.unanswered.map(({ topicId, title, posts }) => (
      <li key={topicId}>
        <Link to={`/coursework/topics/${topicId}`}>{t('left-posts', { title, n: posts })}</Link>
      </li>
    )),
  ]
  return (
    <section className="card">
      <h2>
        {t('left-open')}
        {of.heldOn && <small> {of.heldOn}</small>}
      </h2>
      {lines.length === 0 ? <p>{t('left-none')}</p> : <ul className="work-lines">{lines}</ul>}
    </section>
  )
}

function Plan({ id, plan, courseId }: { readonly id: string; readonly plan: WirePlan; readonly courseId: string }) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const [draft, setDraft] = useState(plan)
  const [isDirty, setDirty] = useState(false)
  const [problem, setProblem] = useState<string>()
  useUnsavedWarning(isDirty)
  const set = (change: Partial<WirePlan>) => {
    setDraft((before) => ({ ...before, ...change }))
    setDirty(true)
  }
  const setStep = (i: number, change: Partial<PlanStep>) =>
    set({ steps: draft.steps.with(i, { ...draft.steps[i]!, ...change }) })
  async function save() {
    try {
      const saved = await api.put<WireLessonPage>(`/coursework/lessons/${id}/plan`, draft)
      setDirty(false)
      setProblem(undefined)
      void message.success(t('saved'))
      client.setQueryData(['coursework', 'lesson', id], saved)
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  const area = (name: 'aims' | 'keyPoints' | 'afterthought', label: string, help?: string) => (
    <FormRow id={`plan-${name}`} label={label} {...(help ? { help } : {})}>
      <Input.TextArea
        id={`plan-${name}`}
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={draft[name]}
        onChange={({ target }) => set({ [name]: target.value })}
      />
    </FormRow>
  )
  return (
    <section className="card work-plan">
      <h2>{t('plan')}</h2>
      {area('aims', t('aims'))}
      {area('keyPoints', t('key-points'))}
      <FormRow id="plan-points" label={t('points')}>
        <PointsSelect
          id="plan-points"
          courseId={courseId}
          value={draft.knowledgePoints}
          onChange={(knowledgePoints) => set({ knowledgePoints })}
        />
      </FormRow>
      <FormRow id="plan-steps" label={t('steps')}>
        <ol className="work-steps" id="plan-steps">
          {draft.steps.map((step, i) => (
            <li key={i}>
              <InputNumber
                aria-label={t('step-minutes')}
                min={0}
                max={600}
                value={step.minutes}
                onChange={(minutes) => setStep(i, { minutes: minutes ?? 0 })}
              />
              <Input
                aria-label={t('step-title')}
                placeholder={t('step-title')}
                value={step.title}
                onChange={({ target }) => setStep(i, { title: target.value })}
              />
              <Input.TextArea
                aria-label={t('step-what')}
                placeholder={t('step-what')}
                autoSize
                value={step.what}
                onChange={({ target }) => setStep(i, { what: target.value })}
              />
              <Button type="text" onClick={() => set({ steps: draft.steps.toSpliced(i, 1) })}>
                {t('remove')}
              </Button>
            </li>
          ))}
        </ol>
        <Button onClick={() => set({ steps: [...draft.steps, { minutes: 10, title: '', what: '' }] })}>
          {t('step-add')}
        </Button>{' '}
        <small>{t('step-sum', { n: draft.steps.reduce((sum, { minutes }) => sum + minutes, 0) })}</small>
      </FormRow>
      {area('afterthought', t('afterthought'), t('afterthought-help'))}
      {problem && <Alert type="error" showIcon title={problem} />}
      <Button type="primary" disabled={!isDirty} onClick={() => void save()}>
        {t('save')}
      </Button>
    </section>
  )
}
