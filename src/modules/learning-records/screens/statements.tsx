import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useEffect, useRef } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import type { WireStatement, WireStatements } from '../wire.ts'
import type { Chosen } from './dashboard.tsx'
import { learningTexts } from './texts.ts'
import { verbWords } from './verb-words.ts'
import { lastPart, wordsIn } from './words-in.ts'

interface StatementsProps {
  readonly chosen: Chosen
  readonly onDrop: (name: keyof Chosen) => void
}

/** The statements behind what was chosen, the latest first. */
export function Statements({ chosen, onDrop }: StatementsProps) {
  const t = useTexts(learningTexts)
  const { lang } = useLang()
  const asked = new URLSearchParams()
  if (chosen.day) asked.set('day', chosen.day)
  for (const name of ['verb', 'activity', 'course'] as const) if (chosen[name]) asked.set(name, chosen[name].id)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['learning-records', 'statements', String(asked)],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(asked)
      if (pageParam) page.set('after', pageParam)
      return api.get<WireStatements>(`/learning-records/statements?${page}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const names = (Object.keys(chosen) as (keyof Chosen)[]).filter((name) => chosen[name] !== undefined)
  const wanted = asked.toString()
  const head = useRef<HTMLElement>(null)
  // Whoever chose something further up sees what came of it.
  useEffect(() => {
    if (wanted !== '') head.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const words = (name: keyof Chosen) => {
    const one = chosen[name]
    if (name === 'verb' && typeof one === 'object') return verbWords(one.id, one.name, lang)
    return typeof one === 'object' ? (wordsIn(one.name, lang) ?? lastPart(one.id)) : one
  }
  return (
    <section ref={head} aria-label={t('latest')}>
      <h2>{names.length > 0 ? t('behind') : t('latest')}</h2>
      {names.length > 0 && (
        <p className="learning-chosen">
          {names.map((name) => (
            <Tag key={name} closable onClose={() => onDrop(name)}>
              {t(`by.${name}`)}：{words(name)}
            </Tag>
          ))}
        </p>
      )}
      {error && <ErrorState error={error} what={t('latest')} onRetry={() => void refetch()} />}
      {!error && !data && <Loading rows={4} />}
      {data && data.pages[0]?.statements.length === 0 && <p className="learning-none">{t('behind.none')}</p>}
      <ul className="learning-statements">
        {data?.pages.flatMap(({ statements }) => statements.map((one) => <Line key={one.id} one={one} />))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

/** More than this between what the sender's clock said and when it came is worth a word. */
const FAR_MS = 3_600_000

function Line({ one }: { readonly one: WireStatement }) {
  const t = useTexts(learningTexts)
  const { lang } = useLang()
  const isFar = Math.abs(Date.parse(one.at) - Date.parse(one.stored)) > FAR_MS
  return (
    <li>
      <time dateTime={one.stored}>{formatTime(one.stored)}</time>
      <span>
        <strong>{one.actor}</strong> {verbWords(one.verb.id, one.verb.display, lang)}{' '}
        <span title={one.object.id}>{wordsIn(one.object.name, lang) ?? lastPart(one.object.id)}</span>
        {one.success !== null && <em> · {t(one.success ? 'success' : 'failure')}</em>}
        {one.score !== null && (
          <em>
            {' '}
            · {t('score')} {one.score}
          </em>
        )}
        {isFar && <small> · {t('happened', { at: formatTime(one.at) })}</small>}
      </span>
    </li>
  )
}
