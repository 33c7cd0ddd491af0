import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireHandIn, WireTask } from '../wire.ts'
import { ExtendTask } from './extend-task.tsx'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'

interface PanelProps {
  readonly task: WireTask
  readonly studentId: string
  readonly onNext: () => void
  readonly onMove: (by: number) => void
}

/** One hand-in: what was given, and boxes for scores that the keyboard goes through. */
export function GradePanel({ task, studentId, onNext, onMove }: PanelProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'hand-in', task.id, studentId],
    queryFn: ({ signal }) => api.get<WireHandIn>(`/coursework/tasks/${task.id}/students/${studentId}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Panel key={data.gradeRevision} task={task} of={data} onNext={onNext} onMove={onMove} />
}

function Panel({
  task,
  of,
  onNext,
  onMove,
}: {
  readonly task: WireTask
  readonly of: WireHandIn
} & Pick<PanelProps, 'onNext' | 'onMove'>) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const { student } = of
  const [itemScores, setItemScores] = useState(of.answers.map(({ score }) => score ?? ''))
  const [rubric, setRubric] = useState(of.rubricScores)
  const [feedback, setFeedback] = useState(student.feedback)
  const [excuse, setExcuse] = useState(student.excuse)
  const [isExcusing, setExcusing] = useState(student.state === 'excused')
  const [isExtending, setExtending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function save(then: () => void) {
    setBusy(true)
    try {
      await api.put(`/coursework/tasks/${task.id}/students/${student.studentId}/grade`, {
        itemScores: itemScores.map((score) => score.trim() || null),
        rubricScores: Object.fromEntries(Object.entries(rubric).filter(([, score]) => score.trim() !== '')),
        feedback,
        excused: isExcusing,
        excuse: isExcusing ? excuse : '',
        revision: of.gradeRevision,
      })
      setProblem(undefined)
      then()
      await client.invalidateQueries({ queryKey: ['coursework'] })
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(onNext)
      else if (event.altKey && event.key === 'ArrowDown') onMove(1)
      else if (event.altKey && event.key === 'ArrowUp') onMove(-1)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  })

  const { peer } = student
  return (
    <section className="card work-panel" aria-label={student.name}>
      <header>
        <h2>
          {student.name} <small>{student.number}</small>
        </h2>
        <span>
          {student.handedInAt ? t('handed-at', { at: momentText(student.handedInAt) }) : t('not-handed')}
          {student.daysLate > 0 && <b className="work-waiting"> {t('days-late', { n: student.daysLate })}</b>}
        </span>
        <span className="work-panel-score">
          {student.score !== null && t('earned-of', { score: student.score, max: task.maxScore })}
          {student.score !== student.earned && student.earned !== null && (
            <small> {t('late-cut', { n: student.earned })}</small>
          )}
        </span>
      </header>
      {student.extensionReason && (
        <p>{t('extended', { at: momentText(student.dueAt), reason: student.extensionReason })}</p>
      )}
      {student.isNewer && <Alert type="warning" showIcon title={t('newer')} />}
      {of.text && <p className="work-text">{of.text}</p>}
      {of.files.length > 0 && (
        <ul className="work-files">
          {of.files.map((file, i) => (
            <li key={file.sha256}>
              <a href={`/api/coursework/tasks/${task.id}/students/${student.studentId}/files/${i}`}>{file.name}</a>
            </li>
          ))}
        </ul>
      )}
      {of.answers.length > 0 && (
        <ol className="work-answers">
          {of.answers.map((answer, i) => {
            const { item } = task.items[i]!
            return (
              <li key={i}>
                <p>{item.stem}</p>
                <p>
                  <small>{t('answer-given')}</small> {answer.given || '—'} <small>{t('answer-right')}</small>{' '}
                  {answer.solution}
                  {answer.suggested !== null && <em> {t('answer-suggested', { n: answer.suggested })}</em>}
                </p>
                <Input
                  className="work-score"
                  aria-label={`${t('score')} ${i + 1}`}
                  inputMode="decimal"
                  placeholder={answer.auto ?? answer.suggested ?? ''}
                  suffix={`/ ${item.points}`}
                  value={itemScores[i]}
                  onChange={({ target }) => setItemScores(itemScores.with(i, target.value))}
                />
              </li>
            )
          })}
        </ol>
      )}
      {task.rubric.length > 0 && (
        <ul className="work-criteria">
          {task.rubric.map(({ id, name, points, levels }) => (
            <li key={id}>
              <label htmlFor={`criterion-${id}`}>{name}</label>
              <span className="work-levels">
                {levels.map((level) => (
                  <button
                    key={level.label}
                    type="button"
                    aria-pressed={rubric[id] === level.points}
                    onClick={() => setRubric({ ...rubric, [id]: level.points })}
                  >
                    {level.label} {level.points}
                  </button>
                ))}
              </span>
              <Input
                id={`criterion-${id}`}
                className="work-score"
                inputMode="decimal"
                suffix={`/ ${points}`}
                value={rubric[id] ?? ''}
                onChange={({ target }) => setRubric({ ...rubric, [id]: target.value })}
              />
            </li>
          ))}
        </ul>
      )}
      {peer && peer.asked > 0 && (
        <div className="work-peer">
          <b>{t('peer')}</b>{' '}
          {peer.suggested === null
            ? t('peer-few', { done: peer.done, asked: peer.asked })
            : t('peer-suggested', { done: peer.done, asked: peer.asked, n: peer.suggested })}{' '}
          {peer.criteria && (
            <Button size="small" onClick={() => setRubric({ ...rubric, ...peer.criteria })}>
              {t('peer-take')}
            </Button>
          )}
          <ul>
            {of.reviews
              .filter(({ isDone }) => isDone)
              .map((review, i) => (
                <li key={i}>
                  <small>{review.reviewer}</small> {Object.values(review.scores ?? {}).join(' + ')} {review.comment}
                </li>
              ))}
          </ul>
        </div>
      )}
      <Input.TextArea
        aria-label={t('feedback')}
        placeholder={t('feedback')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={feedback}
        onChange={({ target }) => setFeedback(target.value)}
      />
      {isExcusing && (
        <Input
          aria-label={t('excuse-why')}
          placeholder={t('excuse-why')}
          value={excuse}
          onChange={({ target }) => setExcuse(target.value)}
        />
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
      <div className="work-actions">
        <Button type="primary" loading={isBusy} onClick={() => void save(onNext)}>
          {t('save-next')}
        </Button>
        <Button loading={isBusy} onClick={() => void save(() => {})}>
          {t('save')}
        </Button>
        <Button onClick={() => setExtending(true)}>{t('extend')}</Button>
        <Button aria-pressed={isExcusing} onClick={() => setExcusing(!isExcusing)}>
          {t('excuse')}
        </Button>
        <small>{t('grade-hint')}</small>
      </div>
      {isExtending && <ExtendTask task={task} student={student} onClose={() => setExtending(false)} />}
    </section>
  )
}
