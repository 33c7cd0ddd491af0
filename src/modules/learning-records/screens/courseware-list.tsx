import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import type { WireCourseware, WireCoursewareList } from '../cmi5/wire.ts'
import { coursewareTexts } from './courseware-texts.ts'
import { wordsIn } from './words-in.ts'
import './learning.css'

/** What there is to learn from, and how far one is; whoever teaches brings more. */
export function CoursewareList() {
  const t = useTexts(coursewareTexts)
  const { data, error, refetch } = useQuery({
    queryKey: ['courseware'],
    queryFn: ({ signal }) => api.get<WireCoursewareList>('/courseware', signal),
  })
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      {error && <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />}
      {!error && !data && <Loading rows={4} />}
      {data && (
        <div className="learning">
          {data.mayBring && <Bring />}
          {data.courseware.length === 0 ? (
            <EmptyState title={t('none.title')} hint={t(data.mayBring ? 'none.bring' : 'none.wait')} />
          ) : (
            <ul className="courseware-list">
              {data.courseware.map((one) => (
                <Card key={one.id} one={one} />
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}

/** Where one stands with a courseware, as a tag. */
export function CoursewareState({ one }: { readonly one: WireCourseware }) {
  const t = useTexts(coursewareTexts)
  if (one.isWithdrawn) return <StatusTag state="withdrawn" text={t('state.withdrawn')} />
  if (one.isSatisfied) return <StatusTag state="done" text={t('state.satisfied')} />
  return one.done === null ? (
    <StatusTag state="new" text={t('state.new')} />
  ) : (
    <StatusTag state="running" text={t('state.started')} />
  )
}

function Card({ one }: { readonly one: WireCourseware }) {
  const t = useTexts(coursewareTexts)
  const { lang } = useLang()
  return (
    <li>
      <h2>
        <Link to={`/courseware/${one.id}`}>{wordsIn(one.title, lang) ?? one.id}</Link>
      </h2>
      <CoursewareState one={one} />
      <p>{wordsIn(one.description, lang)}</p>
      <small>
        {one.done === null
          ? t('units.of', { units: String(one.units) })
          : t('done.of', { done: String(one.done), units: String(one.units) })}
      </small>
    </li>
  )
}

function Bring() {
  const t = useTexts(coursewareTexts)
  const go = useNavigate()
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  async function bring(file: File) {
    setProblem(undefined)
    setBusy(true)
    try {
      const form = new FormData()
      form.append('file', file)
      const { id } = await api.post<{ id: string }>('/courseware', form)
      await go(`/courseware/${id}`)
    } catch (failure) {
      setProblem(errorText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      {isBusy ? (
        <p role="status">{t('bring.busy')}</p>
      ) : (
        <DropZone text={t('bring')} hint={t('bring.hint')} accept=".zip,.xml" onFile={(file) => void bring(file)} />
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
