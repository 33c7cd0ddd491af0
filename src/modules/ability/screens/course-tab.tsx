import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { WirePage } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireCourse } from '../wire.ts'
import { AdviceList } from './advice-list.tsx'
import { SkillDrawer } from './skill-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** For a teacher: what of a course work asks for, what hardly anybody asks, and what belongs into it. */
export function CourseTab() {
  const t = useAbilityTexts()
  const [words, setWords] = useState('')
  const [course, setCourse] = useState<string>()
  const courses = useQuery({
    queryKey: ['ability', 'courses', words],
    queryFn: ({ signal }) => {
      const where = encodeURIComponent(JSON.stringify([['major', 'filled', true]]))
      const find = words.trim() === '' ? '' : `&q=${encodeURIComponent(words.trim())}`
      return api.get<WirePage>(`/registers/courses?limit=50&where=${where}${find}`, signal)
    },
    placeholderData: keepPreviousData,
  })
  const options = (courses.data?.rows ?? []).map(({ id, values, titles }) => ({
    value: id,
    label: [values['name'], titles?.['major']].filter(Boolean).map(String).join(' · '),
  }))
  return (
    <>
      <p>{t('course.hint')}</p>
      {courses.error && <ErrorState error={courses.error} onRetry={() => void courses.refetch()} />}
      <div className="ability-filters">
        <Select
          aria-label={t('course.choose')}
          placeholder={t('course.choose')}
          showSearch={{ filterOption: false, onSearch: setWords }}
          loading={courses.isFetching}
          options={options}
          value={course}
          onChange={setCourse}
          popupMatchSelectWidth={false}
          className="ability-wide"
        />
      </div>
      {course !== undefined && <Course key={course} id={course} />}
    </>
  )
}

function Course({ id }: { readonly id: string }) {
  const t = useAbilityTexts()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'course', id],
    queryFn: ({ signal }) => api.get<WireCourse>(`/ability/courses/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} what={t('course.title')} />
  if (!data) return <Loading />
  const nothing = data.taught.length + data.outdated.length + data.advice.length === 0
  return (
    <section aria-label={data.name}>
      <h2 className="ability-heading">{data.name}</h2>
      <p>
        {t('course.about', {
          major: data.major,
          occupations: data.occupations.map(({ name }) => name).join('、'),
          n: data.n.toLocaleString('en'),
          points: data.points,
        })}
      </p>
      {nothing && <EmptyState title={t('course.nothing')} hint={t('course.nothing.hint')} />}
      {data.taught.length > 0 && (
        <div className="ability-column ability-covered">
          <h3>{t('course.taught')}</h3>
          <ul>
            {data.taught.map(({ skill, n, share, state, where }) => (
              <li key={skill}>
                <button type="button" className="ability-link" onClick={() => setOpen(skill)}>
                  {skill}
                </button>{' '}
                <small>
                  {t('match.asked', { n: n.toLocaleString('en'), percent: share.percent })}
                  {state === 'thin' && ` · ${t('match.thin')}`}
                </small>
                <p className="ability-where">{where.join('；')}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <AdviceList advice={data.advice} onOpen={setOpen} />
      {open !== undefined && (
        <SkillDrawer
          skill={open}
          narrow={{ classes: data.occupations.map(({ key }) => key).join(',') }}
          onSkill={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
