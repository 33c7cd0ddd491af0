import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { ACT_KINDS } from '../act-kinds.ts'
import type { WireTimelineAct } from '../wire.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

/** What students do one by one is many; what the teacher did is the lesson's thread. */
const BY = ['teacher', 'all'] as const

/** What happened in a lesson, act by act. */
export function Timeline({ session }: { readonly session: string }) {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const [by, setBy] = useState<(typeof BY)[number]>('teacher')
  const { data, error, refetch } = useQuery({
    queryKey: ['classroom', session, 'timeline'],
    queryFn: ({ signal }) => api.get<readonly WireTimelineAct[]>(`/classroom/sessions/${session}/timeline`, signal),
  })
  const time = (at: string) =>
    new Date(at).toLocaleTimeString(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai' })
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <div className="remote-sides" role="group" aria-labelledby="timeline">
        {BY.map((one) => (
          <button key={one} type="button" aria-pressed={by === one} onClick={() => setBy(one)}>
            {t(`timeline.${one}`)}
          </button>
        ))}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <ol className="remote-timeline">
        {data
          ?.filter(({ kind }) => by === 'all' || ACT_KINDS[kind].who === 'teacher')
          .map(({ id, at, kind, student, activity, correct, words }) => (
            <li key={id}>
              <time dateTime={at}>{time(at)}</time>
              <span>
                {ACT_KINDS[kind].who === 'student' && student && <b>{student} </b>}
                {ACT_KINDS[kind].label[lang]}
                {ACT_KINDS[kind].who === 'teacher' && student && <b> {student}</b>}
                {activity && <span> · {activity in KIND_TEXTS ? t(KIND_TEXTS[activity as 'quiz']) : activity}</span>}
                {words && <small> {words}</small>}
                {correct !== null && <small> {t(correct ? 'phone.right' : 'phone.wrong')}</small>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}

/** An activity without a title goes by its kind. */
const KIND_TEXTS = {
  quiz: 'kind.quiz',
  poll: 'kind.poll',
  words: 'kind.words',
  pick: 'kind.pick',
  groups: 'kind.groups',
  board: 'kind.board',
  practice: 'kind.practice',
} as const
