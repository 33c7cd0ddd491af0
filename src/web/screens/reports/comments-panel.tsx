import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { WireSectionComment } from '../../../language/wire-reports.ts'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { Anchor } from './comment-anchor.ts'
import { readAnchor, writeAnchor } from './comment-anchor.ts'
import { sectionPath, useReloadReport, useSectionComments } from './queries.ts'
import { FIGURE_SIGN } from './accept-suggestion.ts'
import { PIECE } from './text-runs.ts'
import { useReportTexts } from './use-report-texts.ts'

interface CommentsPanelProps {
  readonly reportId: string
  readonly sectionId: string
  readonly mayComment: boolean
  /** The words that a new comment is about; absent when it is about the whole section. */
  readonly anchor: Anchor | undefined
  readonly onAnchor: (anchor: Anchor | undefined) => void
  /** The comment that was picked in the text. */
  readonly picked: string | undefined
  /** Leads to the words in the text. */
  readonly onFind: (comment: WireSectionComment) => void
  /** Puts a suggestion into the text; false when the words are no longer there. Absent where the text is closed. */
  readonly onAccept: ((comment: WireSectionComment) => boolean) | undefined
}

/** What people say about a section: on words of it, with better words where they have some. */
export function CommentsPanel(props: CommentsPanelProps) {
  const t = useReportTexts()
  const { reportId, sectionId, picked } = props
  const [hasSettled, setSettled] = useState(false)
  const { data, error, isPending, refetch } = useSectionComments(reportId, sectionId)
  useEffect(() => {
    if (picked) document.getElementById(`comment-${picked}`)?.scrollIntoView({ block: 'center' })
  }, [picked])
  if (isPending) return <Loading rows={3} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const settled = data.filter((one) => one.resolvedAt !== null)
  const shown = hasSettled ? data : data.filter((one) => one.resolvedAt === null)
  return (
    <div className="section-comments">
      {props.mayComment && <NewComment key={props.anchor?.quote ?? ''} {...props} />}
      {shown.length === 0 && <EmptyState title={t('comments.none')} hint={t('comments.none-hint')} />}
      <ol>
        {shown.map((comment) => (
          <Comment key={comment.id} comment={comment} {...props} />
        ))}
      </ol>
      {settled.length > 0 && (
        <Checkbox checked={hasSettled} onChange={(event) => setSettled(event.target.checked)}>
          {t('comments.settled', { count: settled.length })}
        </Checkbox>
      )}
    </div>
  )
}

function useReloadComments(reportId: string, sectionId: string): (now: readonly WireSectionComment[]) => void {
  const client = useQueryClient()
  const reload = useReloadReport(reportId)
  return (now) => {
    client.setQueryData(['reports', 'comments', reportId, sectionId], now)
    void reload()
  }
}

interface CommentProps extends CommentsPanelProps {
  readonly comment: WireSectionComment
}

function Comment({ comment, reportId, sectionId, picked, onFind, onAccept }: CommentProps) {
  const t = useReportTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const reload = useReloadComments(reportId, sectionId)
  const [isBusy, setBusy] = useState(false)
  const anchor = readAnchor(comment.anchor)
  const isOpen = comment.resolvedAt === null

  async function settle() {
    setBusy(true)
    try {
      reload(await api.post(`${sectionPath(reportId, sectionId)}/comments/${comment.id}/resolve`))
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  function accept() {
    if (onAccept?.(comment)) void settle()
    else void message.warning(t('comments.words-gone'))
  }

  return (
    <li
      id={`comment-${comment.id}`}
      className={`${picked === comment.id ? 'comment-picked' : ''}${isOpen ? '' : ' comment-settled'}`}
    >
      <div className="version-head">
        <strong>{comment.byName}</strong>
        <time dateTime={comment.at}>{formatTime(comment.at)}</time>
      </div>
      {anchor && (
        <button type="button" className="comment-quote" onClick={() => onFind(comment)} title={t('comments.find')}>
          {readable(anchor.quote)}
        </button>
      )}
      {comment.text !== '' && <p>{comment.text}</p>}
      {comment.suggestion && (
        <p className="comment-suggestion">
          <small>{t('comments.suggestion')}</small>
          <ins>{comment.suggestion}</ins>
        </p>
      )}
      {isOpen ? (
        <div className="comment-tools">
          {comment.suggestion && anchor && onAccept && (
            <Button size="small" type="primary" loading={isBusy} onClick={accept}>
              {t('comments.accept')}
            </Button>
          )}
          <Button size="small" loading={isBusy} onClick={() => void settle()}>
            {t('comments.settle')}
          </Button>
        </div>
      ) : (
        <small>{t('comments.settled-at', { time: formatTime(comment.resolvedAt) })}</small>
      )}
    </li>
  )
}

/** Figures stand in a quote as one sign. */
const readable = (quote: string) => quote.replaceAll(PIECE, FIGURE_SIGN)

function NewComment({ reportId, sectionId, anchor, onAnchor }: CommentsPanelProps) {
  const t = useReportTexts()
  const common = useTexts()
  const id = useId()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const reload = useReloadComments(reportId, sectionId)
  const [text, setText] = useState('')
  const [suggestion, setSuggestion] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isEmpty = text.trim() === '' && (suggestion ?? '').trim() === ''

  async function send() {
    if (isEmpty) return
    setBusy(true)
    try {
      const now = await api.post<readonly WireSectionComment[]>(`${sectionPath(reportId, sectionId)}/comments`, {
        text: text.trim(),
        ...(anchor ? { anchor: writeAnchor(anchor) } : {}),
        ...(suggestion?.trim() ? { suggestion: suggestion.trim() } : {}),
      })
      setText('')
      setSuggestion(undefined)
      onAnchor(undefined)
      reload(now)
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="comment-new">
      {anchor ? (
        <p className="comment-quote">
          {readable(anchor.quote)}
          <Button type="text" size="small" onClick={() => onAnchor(undefined)}>
            {common('common.remove')}
          </Button>
        </p>
      ) : (
        <p className="side-hint">{t('comments.select-first')}</p>
      )}
      <Input.TextArea
        aria-label={t('comments.write')}
        placeholder={t('comments.write')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      {anchor && suggestion === undefined && (
        <Button type="link" size="small" onClick={() => setSuggestion(readable(anchor.quote))}>
          {t('comments.suggest')}
        </Button>
      )}
      {suggestion !== undefined && (
        <>
          <label htmlFor={`${id}-suggestion`}>{t('comments.suggestion')}</label>
          <Input.TextArea
            id={`${id}-suggestion`}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={suggestion}
            onChange={(event) => setSuggestion(event.target.value)}
          />
          {suggestion.includes(FIGURE_SIGN) && <small>{t('comments.figure-sign')}</small>}
        </>
      )}
      <Button type="primary" size="small" disabled={isEmpty} loading={isBusy} onClick={() => void send()}>
        {t('comments.send')}
      </Button>
    </div>
  )
}
