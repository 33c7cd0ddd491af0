import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WirePost, WireTopic } from '../wire.ts'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** A discussion of a class. */
export function TopicPage() {
  const t = useCourseworkTexts()
  const { topic: id = '' } = useParams()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [text, setText] = useState('')
  const [replyTo, setReplyTo] = useState<WirePost>()
  const [hiding, setHiding] = useState<WirePost>()
  const [problem, setProblem] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'topic', id],
    queryFn: ({ signal }) => api.get<WireTopic>(`/coursework/topics/${id}`, signal),
    refetchInterval: 15_000,
  })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isTeacher = data.as === 'teacher'
  async function send(path: string, body: object) {
    client.setQueryData(['coursework', 'topic', id], await api.post<WireTopic>(`/coursework/topics/${id}${path}`, body))
  }
  async function post() {
    try {
      await send('/posts', { text, replyTo: replyTo?.id ?? null })
      setText('')
      setReplyTo(undefined)
      setProblem(undefined)
    } catch (refused) {
      setProblem(errorText(refused))
    }
  }
  const nameOf = (post: WirePost | undefined) => post?.by ?? ''
  return (
    <div className="work-own">
      <PageHeader
        title={data.title}
        back={{ to: `/coursework/classes/${encodeURIComponent(data.teachingClass)}`, text: data.courseName }}
        tags={data.isClosed && <span className="work-tag">{t('closed-topic')}</span>}
        actions={
          isTeacher && !data.isClosed && <Button onClick={() => void send('/close', {})}>{t('close-topic')}</Button>
        }
      />
      {data.text && <section className="card work-text">{data.text}</section>}
      <ol className="work-posts">
        {data.posts.map((one) => (
          <li key={one.id} className={`card${one.isTeacher ? ' work-post-teacher' : ''}`}>
            <p>
              <b>{one.by}</b> {one.isTeacher && <span className="work-tag work-good">{t('teacher')}</span>}{' '}
              <small>
                {momentText(one.at)}
                {one.replyTo &&
                  ` · ${t('replying', { name: nameOf(data.posts.find(({ id: of }) => of === one.replyTo)) })}`}
              </small>
            </p>
            {one.hiddenReason !== null && (
              <p className="form-problem">{t('hidden-post', { reason: one.hiddenReason })}</p>
            )}
            {one.text && <p className="work-text">{one.text}</p>}
            {!data.isClosed && (
              <Button size="small" type="text" onClick={() => setReplyTo(one)}>
                {t('reply')}
              </Button>
            )}
            {isTeacher && !one.isTeacher && one.hiddenReason === null && (
              <Button size="small" type="text" onClick={() => setHiding(one)}>
                {t('hide')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!data.isClosed && (
        <section className="card work-hand-in">
          {replyTo && (
            <p>
              {t('replying', { name: replyTo.by })}{' '}
              <Button size="small" type="text" onClick={() => setReplyTo(undefined)}>
                {t('cancel')}
              </Button>
            </p>
          )}
          <Input.TextArea
            aria-label={t('post-placeholder')}
            placeholder={t('post-placeholder')}
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={4000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          {problem && <Alert type="error" showIcon title={problem} />}
          <div className="work-actions">
            <Button type="primary" disabled={text.trim() === ''} onClick={() => void post()}>
              {t('post')}
            </Button>
          </div>
        </section>
      )}
      {hiding && (
        <ConfirmComment
          title={t('hide')}
          comment="required"
          okText={t('hide')}
          onConfirm={(reason) => send(`/posts/${hiding.id}/hide`, { reason })}
          onClose={() => setHiding(undefined)}
        />
      )}
    </div>
  )
}
