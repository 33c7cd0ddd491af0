import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import type { WireResults, WireUnitState } from '../cmi5/wire.ts'
import { coursewareTexts } from './courseware-texts.ts'
import { wordsIn } from './words-in.ts'

/** How somebody stands with a unit: the best that was reached, and the score. */
export function UnitState({ state }: { readonly state: WireUnitState }) {
  const t = useTexts(coursewareTexts)
  const reached = [
    ...(state.waivedAt ? [t('waived')] : []),
    ...(state.completedAt ? [t('completed')] : []),
    ...(state.passedAt ? [t('passed')] : state.failedAt ? [t('failed')] : []),
  ]
  // Nothing is asked, and nothing came.
  if (state.isSatisfied && reached.length === 0) return null
  const isFailed = state.failedAt !== null && state.passedAt === null
  return (
    <span className="courseware-state">
      <StatusTag
        state={state.isSatisfied ? 'done' : isFailed ? 'failed' : reached.length > 0 ? 'running' : 'new'}
        text={reached.length > 0 ? reached.join(' · ') : t('open')}
      />
      {state.score !== null && <small>{t('score', { score: state.score })}</small>}
    </span>
  )
}

interface Waiving {
  readonly learner: string
  readonly name: string
  readonly unit: number
  readonly title: string
}

/** Everybody who started, and how far each is with every unit. */
export function CoursewareResults({ id }: { readonly id: string }) {
  const t = useTexts(coursewareTexts)
  const { lang } = useLang()
  const cache = useQueryClient()
  const [waiving, setWaiving] = useState<Waiving>()
  const { data, error, refetch } = useQuery({
    queryKey: ['courseware', id, 'results'],
    queryFn: ({ signal }) => api.get<WireResults>(`/courseware/${id}/results`, signal),
  })
  if (error) return <ErrorState error={error} what={t('tab.results')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={4} />
  if (data.learners.length === 0) return <EmptyState title={t('results.none')} />
  return (
    <div className="courseware-results" role="region" aria-label={t('tab.results')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('learner')}</th>
            <th scope="col">{t('whole')}</th>
            {data.units.map(({ number, title }) => (
              <th key={number} scope="col">
                {wordsIn(title, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.learners.map((one) => (
            <tr key={one.learner}>
              <th scope="row">
                {one.name}
                <small>
                  {t('since')} {formatTime(one.since)}
                </small>
              </th>
              <td>
                <StatusTag
                  state={one.satisfiedAt ? 'done' : 'running'}
                  text={t(one.satisfiedAt ? 'state.satisfied' : 'state.started')}
                />
              </td>
              {data.units.map(({ number, title }) => (
                <td key={number}>
                  <UnitState state={one.units[number]!} />
                  {!one.units[number]!.isSatisfied && (
                    <Button
                      size="small"
                      onClick={() =>
                        setWaiving({
                          learner: one.learner,
                          name: one.name,
                          unit: number,
                          title: wordsIn(title, lang) ?? '',
                        })
                      }
                    >
                      {t('waive')}
                    </Button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {waiving && (
        <ConfirmComment
          title={t('waive.title', { name: waiving.name, unit: waiving.title })}
          comment="required"
          okText={t('waive')}
          onConfirm={async (reason) => {
            await api.post(`/courseware/${id}/waive`, { learner: waiving.learner, unit: waiving.unit, reason })
            await cache.invalidateQueries({ queryKey: ['courseware', id] })
          }}
          onClose={() => setWaiving(undefined)}
        >
          <p>{t('waive.hint')}</p>
        </ConfirmComment>
      )}
    </div>
  )
}
