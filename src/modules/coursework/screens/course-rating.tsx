import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { LEAST_RATERS, LEVELS, RATING_ITEM_NAMES, RATING_ITEMS, type RatingItem } from '../rating-items.ts'
import type { WireRating } from '../wire.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** What students think of the course: asked of them in the last weeks, told to the teacher when it is over. */
export function CourseRating({
  rating,
  path,
  isTeacher,
}: {
  readonly rating: WireRating
  readonly path: string
  readonly isTeacher: boolean
}) {
  const t = useCourseworkTexts()
  const { lang } = useLang()
  if (!isTeacher) {
    if (rating.state !== 'open') return null
    return rating.isDone ? (
      <Alert type="success" showIcon className="work-rated" title={t('rating-done')} />
    ) : (
      <RatingForm path={path} until={rating.to} />
    )
  }
  if (rating.state === 'later') return null
  return (
    <section className="card">
      <h2>{t('rating-students')}</h2>
      {rating.state === 'open' && <p>{t('rating-running', { to: rating.to, n: LEAST_RATERS })}</p>}
      {rating.state === 'over' && !rating.result && <p>{t('rating-few', { n: LEAST_RATERS })}</p>}
      {rating.result && (
        <>
          <p>{t('rating-n', { n: rating.result.students })}</p>
          <table className="plain-table">
            <tbody>
              {RATING_ITEM_NAMES.map((name) => (
                <tr key={name}>
                  <th scope="row">{RATING_ITEMS[name][lang]}</th>
                  <td>{rating.result?.means[name]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function RatingForm({ path, until }: { readonly path: string; readonly until: string }) {
  const t = useCourseworkTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [scores, setScores] = useState<Readonly<Partial<Record<RatingItem, number>>>>({})
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isComplete = RATING_ITEM_NAMES.every((name) => scores[name] !== undefined)
  async function send() {
    setBusy(true)
    try {
      await api.post(`${path}/rating`, { scores })
      await client.invalidateQueries({ queryKey: ['coursework', 'class'] })
    } catch (error) {
      setProblem(errorText(error))
    }
    setBusy(false)
  }
  return (
    <section className="card">
      <h2>{t('rating')}</h2>
      <p>{t('rating-hint', { to: until, n: LEAST_RATERS })}</p>
      {RATING_ITEM_NAMES.map((name) => (
        <fieldset key={name} className="work-rating">
          <legend>{RATING_ITEMS[name][lang]}</legend>
          <Radio.Group
            value={scores[name]}
            onChange={({ target }) => setScores({ ...scores, [name]: Number(target.value) })}
            options={LEVELS.map(({ points, label }) => ({ value: points, label: label[lang] }))}
          />
        </fieldset>
      ))}
      <Button type="primary" disabled={!isComplete} loading={isBusy} onClick={() => void send()}>
        {t('rating-send')}
      </Button>
      {problem && <Alert type="error" showIcon title={problem} />}
    </section>
  )
}
