import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireRisk } from '../wire.ts'
import { Preparing } from './preparing.tsx'
import { usePrepared } from './use-prepared.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'
import './teaching.css'

/** Students whom somebody should look after, with the reasons, for those who help. */
export function StudentsToHelp() {
  const t = useTeachingTexts()
  const { lang } = useLang()
  // Every look is written down: one when the page is opened, none by itself.
  const { data, preparing, error, refetch } = usePrepared<readonly WireRisk[]>(
    ['teaching', 'students'],
    '/teaching/students',
    { staleTime: Infinity },
  )
  return (
    <>
      <PageHeader
        title={t('students.title')}
        subtitle={t('students.hint')}
        back={{ to: '/teaching', text: t('class.back') }}
        {...(data ? { tags: <span>{t('students.count', { n: data.length })}</span> } : {})}
      />
      {error && <ErrorState error={error} what={t('students.title')} onRetry={() => void refetch()} />}
      {!data && !error && <Preparing preparing={preparing} rows={6} />}
      {data?.length === 0 && <EmptyState title={t('students.none')} />}
      {data && data.length > 0 && (
        <ul className="help-list">
          {data.map((student) => (
            <li key={`${student.studentId} ${student.teachingClass}`}>
              <div>
                <strong>{student.name}</strong> <span>{student.number}</span> <span>{student.className}</span>
                <small>
                  {student.courseName} · {student.teachingClass}
                </small>
              </div>
              <ul>
                {student.reasons.map(({ reason, text, rows }) => (
                  <li key={reason} className={`help-${reason}`}>
                    {text[lang]}
                    <details>
                      <summary>{t('students.rows')}</summary>
                      {rows.map((row) => row[lang]).join('、')}
                    </details>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
