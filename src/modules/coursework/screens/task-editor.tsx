import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { ApiError, api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import type { LateRule, WireClassPage, WireTask, WireTaskPage } from '../wire.ts'
import { TASK_KINDS, type TaskKind } from '../wire.ts'
import type { WireGradebook } from '../wire-gradebook.ts'
import { PickItems } from './pick-items.tsx'
import { Rubric } from './rubric.tsx'
import { useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

type Draft = Omit<
  WireTask,
  | 'id'
  | 'teachingClass'
  | 'courseId'
  | 'items'
  | 'maxScore'
  | 'state'
  | 'peersDrawnAt'
  | 'releasedAt'
  | 'revision'
  | 'knowledgePoints'
> & { readonly items: readonly string[] }

const DAY = 86_400_000
/** The end of a day some days from now, by the clock of the place. */
function endOfDay(days: number): string {
  const at = new Date(Date.now() + days * DAY)
  at.setHours(23, 59, 0, 0)
  return at.toISOString()
}
/** For `<input type="datetime-local">`, which knows no zone. */
function localOf(at: string): string {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const newDraft = (kind: TaskKind, lessonId: string | null): Draft => ({
  kind,
  lessonId,
  title: '',
  instructions: '',
  items: [],
  rubric: [],
  accepts: { text: kind !== 'preview', files: kind === 'homework' || kind === 'journal' },
  categoryId: null,
  dueAt: endOfDay(kind === 'preview' ? 1 : 7),
  late: kind === 'homework' ? { kind: 'minus', percent: '10', days: 3 } : { kind: 'accepted' },
  attempts: kind === 'preview' ? 1 : 3,
  peers: null,
  peersDueAt: null,
})

/** A new task of a class. */
export function NewTask() {
  const { class: teachingClass = '' } = useParams()
  const [asked] = useSearchParams()
  const kind = TASK_KINDS.find((one) => one === asked.get('kind')) ?? 'homework'
  return <TaskForm teachingClass={teachingClass} start={newDraft(kind, asked.get('lesson'))} />
}

/** A task that is changed. */
export function EditTask() {
  const { task: id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'task', id],
    queryFn: ({ signal }) => api.get<WireTaskPage>(`/coursework/tasks/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { task } = data
  const start: Draft = {
    kind: task.kind,
    lessonId: task.lessonId,
    title: task.title,
    instructions: task.instructions,
    items: task.items.map(({ itemId }) => itemId),
    rubric: task.rubric,
    accepts: task.accepts,
    categoryId: task.categoryId,
    dueAt: task.dueAt,
    late: task.late,
    attempts: task.attempts,
    peers: task.peers,
    peersDueAt: task.peersDueAt,
  }
  return <TaskForm key={task.revision} teachingClass={task.teachingClass} start={start} of={task} />
}

function TaskForm({
  teachingClass,
  start,
  of,
}: {
  readonly teachingClass: string
  readonly start: Draft
  readonly of?: WireTask
}) {
  const t = useCourseworkTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [draft, setDraft] = useState(start)
  const [isDirty, setDirty] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  useUnsavedWarning(isDirty)
  const path = `/coursework/classes/${encodeURIComponent(teachingClass)}`
  const page = useQuery({
    queryKey: ['coursework', 'class', teachingClass],
    queryFn: ({ signal }) => api.get<WireClassPage>(path, signal),
  })
  const book = useQuery({
    queryKey: ['coursework', 'book', teachingClass],
    queryFn: ({ signal }) => api.get<WireGradebook>(`${path}/gradebook`, signal),
  })
  if (page.error) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />
  if (!page.data) return <Loading />
  const set = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }))
    setDirty(true)
  }
  const problemOf = (field: string) =>
    error instanceof ApiError ? error.problems.find((problem) => problem.field === field)?.message[lang] : undefined
  const setLate = (kind: LateRule['kind']) =>
    set({ late: kind === 'minus' ? { kind, percent: '10', days: 3 } : { kind } })

  async function save(isOpening: boolean) {
    setBusy(true)
    const body = { ...draft, knowledgePoints: [] }
    try {
      const saved = of
        ? await api.put<WireTaskPage>(`/coursework/tasks/${of.id}`, { ...body, revision: of.revision })
        : await api.post<WireTaskPage>(`${path}/tasks`, body)
      setDirty(false)
      if (isOpening) await api.post(`/coursework/tasks/${saved.task.id}/open`, { revision: saved.task.revision })
      await client.invalidateQueries({ queryKey: ['coursework'] })
      void navigate(`/coursework/tasks/${saved.task.id}`, { replace: true })
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <PageHeader
        title={`${t(of ? 'edit' : 'new-task')} · ${t(`kind.${draft.kind}`)}`}
        back={{ to: of ? `/coursework/tasks/${of.id}` : path, text: of?.title ?? page.data.of.courseName }}
      />
      <section className="card work-form">
        <FormRow id="task-title" label={t('task-title')} isRequired isWide>
          <Input
            id="task-title"
            autoFocus
            value={draft.title}
            maxLength={200}
            onChange={({ target }) => set({ title: target.value })}
          />
        </FormRow>
        <FormRow id="task-text" label={t('instructions')} isWide>
          <Input.TextArea
            id="task-text"
            autoSize={{ minRows: 3, maxRows: 14 }}
            value={draft.instructions}
            onChange={({ target }) => set({ instructions: target.value })}
          />
        </FormRow>
        <FormRow id="task-items" label={t('items')} help={t('items-help')} problem={problemOf('items')} isWide>
          <PickItems course={page.data.of.courseId} chosen={draft.items} onChange={(items) => set({ items })} />
        </FormRow>
        <FormRow id="task-rubric" label={t('rubric')} problem={problemOf('rubric')} isWide>
          <Rubric rubric={draft.rubric} onChange={(rubric) => set({ rubric })} />
        </FormRow>
        <FormRow id="task-accepts" label={t('accepts')} problem={problemOf('accepts')}>
          <div id="task-accepts">
            {(['text', 'files'] as const).map((what) => (
              <Checkbox
                key={what}
                checked={draft.accepts[what]}
                onChange={({ target }) => set({ accepts: { ...draft.accepts, [what]: target.checked } })}
              >
                {t(`accepts.${what}`)}
              </Checkbox>
            ))}
          </div>
        </FormRow>
        <FormRow id="task-due" label={t('due-at')} problem={problemOf('dueAt')} isRequired>
          <Input
            id="task-due"
            type="datetime-local"
            value={localOf(draft.dueAt)}
            onChange={({ target }) => target.value && set({ dueAt: new Date(target.value).toISOString() })}
          />
        </FormRow>
        <FormRow id="task-late" label={t('late')}>
          <div className="work-inline">
            <Select
              id="task-late"
              value={draft.late.kind}
              onChange={setLate}
              options={(['refused', 'accepted', 'minus'] as const).map((kind) => ({
                value: kind,
                label: t(`late.${kind}`),
              }))}
            />
            {draft.late.kind === 'minus' && (
              <>
                <Input
                  aria-label={t('late-percent')}
                  suffix="%"
                  value={draft.late.percent}
                  onChange={({ target }) =>
                    draft.late.kind === 'minus' && set({ late: { ...draft.late, percent: target.value.trim() } })
                  }
                />
                <InputNumber
                  aria-label={t('late-days')}
                  min={1}
                  max={60}
                  value={draft.late.days}
                  onChange={(days) => draft.late.kind === 'minus' && set({ late: { ...draft.late, days: days ?? 1 } })}
                />
              </>
            )}
          </div>
        </FormRow>
        <FormRow id="task-attempts" label={t('attempts')}>
          <InputNumber
            id="task-attempts"
            min={1}
            max={20}
            value={draft.attempts}
            onChange={(attempts) => set({ attempts: attempts ?? 1 })}
          />
        </FormRow>
        <FormRow id="task-peers" label={t('peers')} problem={problemOf('peers') ?? problemOf('peersDueAt')}>
          <div className="work-inline">
            <Select
              id="task-peers"
              value={draft.peers ?? 0}
              onChange={(peers) =>
                set(
                  peers === 0
                    ? { peers: null, peersDueAt: null }
                    : {
                        peers,
                        peersDueAt: draft.peersDueAt ?? new Date(Date.parse(draft.dueAt) + 3 * DAY).toISOString(),
                      },
                )
              }
              options={[0, 2, 3, 4, 5].map((n) => ({
                value: n,
                label: n === 0 ? t('peers-none') : t('peers-n', { n }),
              }))}
            />
            {draft.peersDueAt && (
              <Input
                aria-label={t('peers-due')}
                type="datetime-local"
                value={localOf(draft.peersDueAt)}
                onChange={({ target }) => target.value && set({ peersDueAt: new Date(target.value).toISOString() })}
              />
            )}
          </div>
        </FormRow>
        <FormRow id="task-lesson" label={t('lesson-of')} problem={problemOf('lessonId')}>
          <Select
            id="task-lesson"
            allowClear
            placeholder={t('lesson-none')}
            value={draft.lessonId}
            onChange={(lessonId: string | undefined) => set({ lessonId: lessonId ?? null })}
            options={page.data.lessons.map((lesson) => ({
              value: lesson.id,
              label: `${lesson.heldOn} ${lesson.startsAt.slice(0, 5)}`,
            }))}
          />
        </FormRow>
        <FormRow id="task-category" label={t('category')}>
          <Select
            id="task-category"
            allowClear
            placeholder={t('category-none')}
            value={draft.categoryId}
            onChange={(categoryId: string | undefined) => set({ categoryId: categoryId ?? null })}
            options={(book.data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormRow>
        {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
        <div className="work-actions">
          {(!of || of.state === 'draft') && (
            <Button
              type="primary"
              loading={isBusy}
              disabled={draft.title.trim() === ''}
              onClick={() => void save(true)}
            >
              {t('save-open')}
            </Button>
          )}
          <Button loading={isBusy} disabled={draft.title.trim() === ''} onClick={() => void save(false)}>
            {t(of && of.state !== 'draft' ? 'save' : 'save-draft')}
          </Button>
        </div>
      </section>
    </>
  )
}
