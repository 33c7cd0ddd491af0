import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import type { WireOwnReview, WireOwnTask } from '../wire.ts'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'

/** Hand-ins of unnamed others that a student reviews. */
export function OwnReviews({ task }: { readonly task: WireOwnTask }) {
  const t = useCourseworkTexts()
  return (
    <section>
      <h2>
        {t('your-reviews')}
        {task.peersDueAt && <small> {t('due', { at: momentText(task.peersDueAt) })}</small>}
      </h2>
      <p>{t('review-hint')}</p>
      {task.reviews.map((review) => (
        <Review key={review.place} task={task} review={review} />
      ))}
    </section>
  )
}

function Review({ task, review }: { readonly task: WireOwnTask; readonly review: WireOwnReview }) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [scores, setScores] = useState<Readonly<Record<string, string>>>(review.scores ?? {})
  const [comment, setComment] = useState(review.comment)
  const [problem, setProblem] = useState<string>()
  async function save() {
    try {
      const done = await api.put<WireOwnTask>(`/coursework/tasks/${task.id}/reviews/${review.place}`, {
        scores,
        comment,
      })
      setProblem(undefined)
      client.setQueryData(['coursework', 'own', task.id], done)
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <section className="card">
      <h3>
        {t('review-n', { n: review.place })}{' '}
        {review.isDone && <span className="work-tag work-good">{t('review-done')}</span>}
      </h3>
      {review.text && <p className="work-text">{review.text}</p>}
      <ul className="work-files">
        {review.files.map((file, i) => (
          <li key={file.sha256}>
            <a href={`/api/coursework/tasks/${task.id}/reviews/${review.place}/files/${i}`}>{file.name}</a>
          </li>
        ))}
      </ul>
      <ul className="work-criteria">
        {task.rubric.map(({ id, name, points, levels }) => (
          <li key={id}>
            <label htmlFor={`review-${review.place}-${id}`}>{name}</label>
            <span className="work-levels">
              {levels.map((level) => (
                <button
                  key={level.label}
                  type="button"
                  aria-pressed={scores[id] === level.points}
                  onClick={() => setScores({ ...scores, [id]: level.points })}
                >
                  {level.label} {level.points}
                </button>
              ))}
            </span>
            <Input
              id={`review-${review.place}-${id}`}
              className="work-score"
              inputMode="decimal"
              suffix={`/ ${points}`}
              value={scores[id] ?? ''}
              onChange={({ target }) => setScores({ ...scores, [id]: target.value.trim() })}
            />
          </li>
        ))}
      </ul>
      <Input.TextArea
        aria-label={t('review-comment')}
        placeholder={t('review-comment')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      {problem && <Alert type="error" showIcon title={problem} />}
      <div className="work-actions">
        <Button type="primary" onClick={() => void save()}>
          {t('review-save')}
        </Button>
      </div>
    </section>
  )
}
