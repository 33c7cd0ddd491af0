import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireHome } from '../wire.ts'
import { AdviceInbox } from './advice-inbox.tsx'
import { classPath } from './in-unit.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'
import './teaching.css'

/** The classes of the teacher and the advice about them; ways to what others may see. */
export function Teaching() {
  const t = useTeachingTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching', 'mine'],
    queryFn: ({ signal }) => api.get<WireHome>('/teaching/mine', signal),
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('hint')}
        actions={
          <>
            {data?.canHelp && <Link to="/teaching/students">{t('to-students')}</Link>}
            {data?.canSupervise && <Link to="/teaching/supervision">{t('to-supervision')}</Link>}
            <Link to="/teaching/purposes">{t('to-purposes')}</Link>
          </>
        }
      />
      {error && <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.classes.length === 0 && <EmptyState title={t('classes.none')} hint={t('classes.none-hint')} />}
      {data && data.classes.length > 0 && (
        <div className="teaching">
          <section>
            <h2>{t('classes')}</h2>
            <ul className="teaching-classes">
              {data.classes.map((one) => (
                <li key={`${one.courseId} ${one.teachingClass}`}>
                  <Link to={classPath(one)}>
                    <strong>{one.courseName}</strong>
                    <span>{one.classNames.join('、')}</span>
                    <small>
                      {t('classes.facts', { lessons: one.lessons, students: one.students, day: one.lastOn })}
                    </small>
                    {one.openAdvice > 0 && <em>{t('advice.open', { n: one.openAdvice })}</em>}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <AdviceInbox />
        </div>
      )}
    </>
  )
}
