import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireClass } from '../wire.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** The classes that somebody teaches or learns in, with what waits for them. */
export function Coursework() {
  const t = useCourseworkTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'classes'],
    queryFn: ({ signal }) => api.get<WireClass[]>('/coursework/classes', signal),
  })
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      {!data && !error && <Loading />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('none-title')} hint={t('none-hint')} />}
      {(['teacher', 'student'] as const).map((as) => {
        const own = data?.filter((one) => one.as === as) ?? []
        if (own.length === 0) return null
        return (
          <section key={as} className="card">
            <h2>{t(as === 'teacher' ? 'teaching' : 'learning')}</h2>
            <ul className="work-list">
              {own.map((one) => (
                <li key={one.teachingClass}>
                  <span>
                    <Link to={`/coursework/classes/${encodeURIComponent(one.teachingClass)}`}>{one.courseName}</Link>
                    <small>
                      {one.classNames.join('、')} ·{' '}
                      {t('lessons-of', { n: one.lessons, from: one.firstOn, until: one.lastOn })}
                    </small>
                  </span>
                  {one.waiting > 0 && <b className="work-waiting">{t(`waiting.${as}`, { n: one.waiting })}</b>}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
