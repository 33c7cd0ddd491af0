import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import type { WireOwnTask } from '../wire.ts'
import { AnswerField } from './answer-field.tsx'
import { OwnReviews } from './own-reviews.tsx'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** A task on a student's phone: what is asked, handing in, and the result once it is open. */
export function OwnTask() {
  const t = useCourseworkTexts()
  const { task: id = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'own', id],
    queryFn: ({ signal }) => api.get<WireOwnTask>(`/coursework/tasks/${id}/own`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { result, late } = data
  const rule = late.kind === 'minus' ? { percent: late.percent, days: late.days } : {}
  return (
    <div className="work-own">
      <PageHeader
        title={data.title}
        back={{ to: `/coursework/classes/${encodeURIComponent(data.teachingClass)}`, text: data.courseName }}
        tags={<span className={`work-tag work-own-${result.state}`}>{t(`own.${result.state}`)}</span>}
        subtitle={`${t(`kind.${data.kind}`)} · ${t('due', { at: momentText(result.dueAt) })} · ${t(`lateness.${late.kind}`, rule)}`}
      />
      {result.extensionReason && (
        <Alert
          type="info"
          showIcon
          title={t('extended', { at: momentText(result.dueAt), reason: result.extensionReason })}
        />
      )}
      {result.score !== null && (
        <section className="card work-result">
          <b>{t('earned-of', { score: result.score, max: data.maxScore })}</b>
          {result.earned !== result.score && result.earned !== null && (
            <small>{t('late-cut', { n: result.earned })}</small>
          )}
        </section>
      )}
      {result.feedback && <section className="card work-text">{result.feedback}</section>}
      {data.comments.length > 0 && (
        <section className="card">
          <h2>{t('peer-comments')}</h2>
          <ul className="work-lines">
            {data.comments.map((comment, i) => (
              <li key={i}>{comment}</li>
            ))}
          </ul>
        </section>
      )}
      {data.instructions && <section className="card work-text">{data.instructions}</section>}
      <HandIn key={result.attempt} task={data} />
      {data.reviews.length > 0 && <OwnReviews task={data} />}
    </div>
  )
}

function HandIn({ task }: { readonly task: WireOwnTask }) {
  const t = useCourseworkTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const errorText = useErrorText()
  const { result, canHandIn } = task
  const [answers, setAnswers] = useState<readonly unknown[]>(task.asked.map((_, i) => task.given?.answers[i] ?? null))
  const [text, setText] = useState(task.given?.text ?? '')
  const [files, setFiles] = useState<readonly FileRef[]>(task.given?.files ?? [])
  const [isDirty, setDirty] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useUnsavedWarning(isDirty)

  async function addFiles(chosen: readonly File[]) {
    setBusy(true)
    try {
      for (const file of chosen) {
        const kept = await upload<FileRef>('/files', file)
        setFiles((before) => [...before, kept])
        setDirty(true)
      }
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  async function handIn() {
    setBusy(true)
    setProblem(undefined)
    try {
      const done = await api.post<WireOwnTask>(`/coursework/tasks/${task.id}/own`, {
        // An order that was left as it came is an answer too.
        answers: task.asked.map((item, i) => (item.kind === 'order' ? (answers[i] ?? item.entries) : answers[i])),
        text,
        files,
        attempt: result.attempt,
      })
      setDirty(false)
      client.setQueryData(['coursework', 'own', task.id], done)
      void message.success(t('own.handed-in'))
      await client.invalidateQueries({ queryKey: ['coursework', 'classes'] })
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="card work-hand-in">
      {task.asked.length > 0 && (
        <ol className="work-asked">
          {task.asked.map((item, i) => {
            const outcome = task.perItem?.[i]
            return (
              <li key={i}>
                <p className="work-stem">
                  {item.stem} <small>（{item.points}）</small>
                </p>
                <AnswerField
                  item={item}
                  value={answers[i]}
                  disabled={!canHandIn}
                  onChange={(value) => {
                    setAnswers(answers.with(i, value))
                    setDirty(true)
                  }}
                />
                {outcome && (
                  <p className="work-outcome">
                    {outcome.score !== null && <b>{t('earned-of', { score: outcome.score, max: outcome.maxScore })}</b>}{' '}
                    {outcome.solution !== null && t('solution', { text: outcome.solution })} {outcome.explanation}
                  </p>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {task.rubric.length > 0 && (
        <ul className="work-criteria">
          {task.rubric.map(({ id, name, points, levels }) => (
            <li key={id}>
              <span>{name}</span>
              <small>{levels.map((level) => `${level.label} ${level.points}`).join('；')}</small>
              <b>{t('earned-of', { score: task.rubricScores?.[id] ?? '—', max: points })}</b>
            </li>
          ))}
        </ul>
      )}
      {task.accepts.text && (
        <Input.TextArea
          aria-label={t('your-text')}
          placeholder={t('your-text')}
          autoSize={{ minRows: 4, maxRows: 20 }}
          disabled={!canHandIn}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setDirty(true)
          }}
        />
      )}
      {task.accepts.files && (
        <>
          <ul className="work-files">
            {files.map((file, i) => (
              <li key={`${file.sha256} ${i}`}>
                {file.name}{' '}
                {canHandIn && (
                  <Button
                    size="small"
                    type="text"
                    onClick={() => {
                      setFiles(files.toSpliced(i, 1))
                      setDirty(true)
                    }}
                  >
                    {t('remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {canHandIn && (
            <label className="work-add-file">
              {t('add-file')}
              <input
                type="file"
                multiple
                accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.zip,.txt,.mp4"
                onChange={({ target }) => {
                  void addFiles([...(target.files ?? [])])
                  target.value = ''
                }}
              />
            </label>
          )}
        </>
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
      <footer className="work-actions">
        {canHandIn ? (
          <>
            <Button type="primary" size="large" loading={isBusy} onClick={() => void handIn()}>
              {t(result.attempt > 0 ? 'hand-in-again' : 'hand-in')}
            </Button>
            <small>
              {result.state === 'late'
                ? t('hand-in-late')
                : t('attempts-left', { n: result.attempt + 1, all: task.attempts })}
            </small>
          </>
        ) : (
          <small>{result.handedInAt ? t('handed-at', { at: momentText(result.handedInAt) }) : t('closed')}</small>
        )}
      </footer>
    </section>
  )
}
