import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Mentions } from 'antd'
import { useState } from 'react'
import type { WireFigureComment } from '../../../language/wire-figures.ts'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { findAccounts } from '../accounts/account-picker.tsx'
import type { Mentioned } from './mentions.ts'
import { readMentions, writeMentions } from './mentions.ts'
import './record.css'

interface CommentThreadProps {
  /** Where comments are read and, without the query, added. */
  readonly path: string
  readonly query?: string
  /** What is sent along with a new comment. */
  readonly about?: object
  readonly queryKey: readonly unknown[]
}

/** What people say about something; @ tells somebody. */
export function CommentThread({ path, query = '', about = {}, queryKey }: CommentThreadProps) {
  const t = useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<readonly WireFigureComment[]>(`${path}${query}`, signal),
  })
  const [text, setText] = useState('')
  const [typed, setTyped] = useState<string>()
  const [mentioned, setMentioned] = useState<readonly Mentioned[]>([])
  const [isBusy, setBusy] = useState(false)
  const people = useQuery({
    queryKey: ['account-options', typed],
    queryFn: ({ signal }) => findAccounts(typed ?? '', signal),
    enabled: typed !== undefined,
  })

  async function send() {
    if (text.trim() === '') return
    setBusy(true)
    try {
      await api.post(path, { ...about, text: writeMentions(text.trim(), mentioned) })
      setText('')
      setMentioned([])
      await client.invalidateQueries({ queryKey })
    } catch (failure) {
      void message.error(errorText(failure))
    } finally {
      setBusy(false)
    }
  }

  if (isPending) return <Loading rows={3} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className="comments">
      {data.length === 0 && <EmptyState title={t('comments.none')} hint={t('comments.none-hint')} />}
      <ol>
        {data.map((comment) => (
          <li key={comment.id}>
            <div className="trail-head">
              <strong>{comment.byName}</strong>
              <time dateTime={comment.at}>{formatTime(comment.at)}</time>
            </div>
            <p>
              {readMentions(comment.text).map((part, index) =>
                part.isMention ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
              )}
            </p>
          </li>
        ))}
      </ol>
      <Mentions
        aria-label={t('comments.write')}
        placeholder={t('comments.placeholder')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={setText}
        onSearch={setTyped}
        loading={people.isFetching}
        getPopupContainer={() => document.getElementById('content') ?? document.body}
        filterOption={false}
        notFoundContent={t('comments.nobody')}
        options={(people.data ?? []).map((one) => ({
          value: one.title,
          key: one.id,
          label: one.hint ? `${one.title} · ${one.hint}` : one.title,
        }))}
        onSelect={(option) => setMentioned([...mentioned, { id: String(option.key), name: String(option.value) }])}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Button type="primary" loading={isBusy} disabled={text.trim() === ''} onClick={() => void send()}>
        {t('comments.send')}
      </Button>
    </div>
  )
}
