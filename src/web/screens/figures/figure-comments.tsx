import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Mentions } from 'antd'
import { useState } from 'react'
import type { WireFigureComment } from '../../../language/wire-figures.ts'
import { api, queryOf } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { findAccounts } from '../accounts/account-picker.tsx'
import type { Mentioned } from '../record/mentions.ts'
import { readMentions, writeMentions } from '../record/mentions.ts'

interface FigureCommentsProps {
  readonly code: string
  readonly period: string
  readonly unit: string
}

/** What people say about a figure; @ tells somebody. */
export function FigureComments({ code, period, unit }: FigureCommentsProps) {
  const t = useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const path = `/figures/${encodeURIComponent(code)}/comments`
  const queryKey = ['figures', 'comments', code, period, unit]
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<readonly WireFigureComment[]>(`${path}${queryOf({ period, unit })}`, signal),
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
      await api.post(path, { period, unit, text: writeMentions(text.trim(), mentioned) })
      setText('')
      setMentioned([])
      await client.invalidateQueries({ queryKey })
    } catch (failure) {
      void message.error(errorText(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="card figure-comments" aria-labelledby="figure-comments">
      <h2 id="figure-comments">{t('record.comments')}</h2>
      <ol>
        {(data ?? []).map((comment) => (
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
        options={(people.data ?? []).map((one) => ({ value: one.title, key: one.id, label: one.title }))}
        onSelect={(option) => setMentioned([...mentioned, { id: String(option.key), name: String(option.value) }])}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Button loading={isBusy} disabled={text.trim() === ''} onClick={() => void send()}>
        {t('comments.send')}
      </Button>
    </section>
  )
}
