import { useQuery } from '@tanstack/react-query'
import { Alert, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireOwnGrades } from '../wire-gradebook.ts'
import { entryTitle, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** A student's own grades, what they follow from, and what they would be with other scores. */
export function OwnGrades() {
  const t = useCourseworkTexts()
  const { class: teachingClass = '' } = useParams()
  const path = `/coursework/classes/${encodeURIComponent(teachingClass)}`
  const errorText = useErrorText()
  const [scores, setScores] = useState<Readonly<Record<string, string>>>({})
  const asked = Object.fromEntries(Object.entries(scores).filter(([, score]) => score !== ''))
  const own = useQuery({
    queryKey: ['coursework', 'own-grades', teachingClass],
    queryFn: ({ signal }) => api.get<WireOwnGrades>(`${path}/own-grades`, signal),
  })
  const supposed = useQuery({
    queryKey: ['coursework', 'what-if', teachingClass, asked],
    queryFn: ({ signal }) => api.post<WireOwnGrades>(`${path}/own-grades`, { scores: asked }, signal),
    enabled: Object.keys(asked).length > 0,
    retry: false,
  })
  if (own.error) return <ErrorState error={own.error} onRetry={() => void own.refetch()} />
  if (!own.data) return <Loading />
  const { final, courseName } = own.data
  return (
    <div className="work-own">
      <PageHeader title={t('my-grades')} back={{ to: path, text: courseName }} subtitle={t('book-rule')} />
      {!final && <EmptyState title={t('grades-closed')} />}
      {final && (
        <>
          <section className="card work-result">
            {final.score === null ? (
              t('grades-none')
            ) : (
              <>
                <small>{t('grades-so-far')}</small> <b>{final.score}</b>
              </>
            )}
            {Object.keys(asked).length > 0 && supposed.data?.supposed && (
              <p className="work-waiting">{t('what-if-total', { n: supposed.data.supposed.score ?? '—' })}</p>
            )}
            {supposed.error && <Alert type="error" showIcon title={errorText(supposed.error)} />}
          </section>
          <p>{t('what-if-hint')}</p>
          {final.categories.map((category) => (
            <section key={category.id} className="card">
              <h2>
                {category.name}{' '}
                <small>
                  {category.share === null
                    ? t('category-pending')
                    : t('category-line', { share: category.share, percent: category.percent ?? '' })}
                </small>
              </h2>
              <ul className="work-criteria">
                {category.entries.map((entry) => (
                  <li key={entry.id} className={`work-use-${entry.use}`}>
                    <span>
                      {entryTitle(t, entry)} {entry.use === 'dropped' && <small>{t('use.dropped')}</small>}
                    </span>
                    <b>
                      {entry.mark.kind === 'score'
                        ? t('earned-of', { score: entry.mark.score, max: entry.maxScore })
                        : t(`mark.${entry.mark.kind}`)}
                    </b>
                    <Input
                      className="work-score"
                      inputMode="decimal"
                      aria-label={`${t('what-if')} ${entryTitle(t, entry)}`}
                      placeholder={t('what-if')}
                      suffix={`/ ${entry.maxScore}`}
                      value={scores[entry.id] ?? ''}
                      onChange={({ target }) => setScores({ ...scores, [entry.id]: target.value.trim() })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  )
}
