import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import type { WireBlock, WireCoursewarePage, WireUnit } from '../cmi5/wire.ts'
import { CoursewareState } from './courseware-list.tsx'
import { CoursewareResults, UnitState } from './courseware-results.tsx'
import { coursewareTexts } from './courseware-texts.ts'
import { wordsIn } from './words-in.ts'
import './learning.css'

/** One courseware: its units to launch and how far one is with each; for who oversees it, everybody's results. */
export function CoursewarePage() {
  const t = useTexts(coursewareTexts)
  const { lang } = useLang()
  const cache = useQueryClient()
  const { id = '' } = useParams()
  const [isEnding, setEnding] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['courseware', id],
    queryFn: ({ signal }) => api.get<WireCoursewarePage>(`/courseware/${id}`, signal),
    // Whoever comes back from a unit sees at once what it reported.
    refetchOnWindowFocus: true,
  })
  if (error) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  const units = <Units page={data} />
  return (
    <>
      <PageHeader
        title={wordsIn(data.title, lang) ?? t('title')}
        subtitle={wordsIn(data.description, lang)}
        back={{ to: '/courseware', text: t('title') }}
        tags={<CoursewareState one={data} />}
        actions={
          data.mayOversee && !data.isWithdrawn ? (
            <Button danger onClick={() => setEnding(true)}>
              {t('withdraw')}
            </Button>
          ) : undefined
        }
      />
      {data.mayOversee ? (
        <Tabs
          label={t('parts')}
          tabs={[
            { key: 'learn', label: t('tab.learn'), content: units },
            { key: 'results', label: t('tab.results'), content: <CoursewareResults id={id} /> },
          ]}
        />
      ) : (
        units
      )}
      {isEnding && (
        <ConfirmComment
          title={t('withdraw')}
          comment="none"
          okText={t('withdraw')}
          isDangerous
          onConfirm={async () => {
            await api.post(`/courseware/${id}/withdraw`, {})
            await cache.invalidateQueries({ queryKey: ['courseware'] })
          }}
          onClose={() => setEnding(false)}
        >
          <p>{t('withdraw.hint')}</p>
        </ConfirmComment>
      )}
    </>
  )
}

function Units({ page }: { readonly page: WireCoursewarePage }) {
  const t = useTexts(coursewareTexts)
  const { lang } = useLang()
  const errorText = useErrorText()
  const [opening, setOpening] = useState<number>()
  const [problem, setProblem] = useState<string>()
  async function open(unit: number, mode: 'Normal' | 'Browse') {
    setProblem(undefined)
    setOpening(unit)
    try {
      const { url } = await api.post<{ url: string }>(`/courseware/${page.id}/launch`, { unit, mode })
      // In this window: phones have but one, and the unit leads back here when it ends.
      globalThis.location.assign(url)
    } catch (failure) {
      setProblem(errorText(failure))
      setOpening(undefined)
    }
  }
  return (
    <div className="learning">
      {page.objectives.length > 0 && (
        <section>
          <h2>{t('objectives')}</h2>
          <ul className="courseware-objectives">
            {page.objectives.map(({ id, title }) => (
              <li key={id}>{wordsIn(title, lang)}</li>
            ))}
          </ul>
        </section>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <Children page={page} parts={page.children} opening={opening} onOpen={(unit, mode) => void open(unit, mode)} />
    </div>
  )
}

interface ChildrenProps {
  readonly page: WireCoursewarePage
  readonly parts: readonly (WireBlock | WireUnit)[]
  readonly opening: number | undefined
  readonly onOpen: (unit: number, mode: 'Normal' | 'Browse') => void
}

function Children({ page, parts, opening, onOpen }: ChildrenProps) {
  const t = useTexts(coursewareTexts)
  const { lang } = useLang()
  return (
    <ol className="courseware-parts">
      {parts.map((part) =>
        part.kind === 'block' ? (
          <li key={`block ${part.number}`} className="courseware-block">
            <h2>
              {wordsIn(part.title, lang)} {part.isSatisfied && <small>✓ {t('state.satisfied')}</small>}
            </h2>
            <Children page={page} parts={part.children} opening={opening} onOpen={onOpen} />
          </li>
        ) : (
          <li key={`unit ${part.number}`} className="courseware-unit">
            <div>
              <strong>{wordsIn(part.title, lang)}</strong>
              <p>{wordsIn(part.description, lang)}</p>
              <small>
                {t(`moveOn.${part.moveOn}`)}
                {part.masteryScore !== null && <> · {t('mastery', { score: part.masteryScore })}</>}
              </small>
            </div>
            <UnitState state={part.state} />
            {!page.isWithdrawn && (
              <div className="courseware-doors">
                <Button
                  type={part.state.isSatisfied ? 'default' : 'primary'}
                  loading={opening === part.number}
                  disabled={opening !== undefined}
                  onClick={() => onOpen(part.number, 'Normal')}
                >
                  {opening === part.number ? t('opening') : t(page.done === null ? 'start' : 'again')}
                </Button>
                {page.mayOversee && (
                  <Button disabled={opening !== undefined} onClick={() => onOpen(part.number, 'Browse')}>
                    {t('preview')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ),
      )}
    </ol>
  )
}
