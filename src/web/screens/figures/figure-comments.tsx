import { queryOf } from '../../kit/api.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { CommentThread } from '../record/comment-thread.tsx'

interface FigureCommentsProps {
  readonly code: string
  readonly period: string
  readonly unit: string
}

/** What people say about a figure. */
export function FigureComments({ code, period, unit }: FigureCommentsProps) {
  const t = useTexts()
  return (
    <section className="card" aria-labelledby="figure-comments">
      <h2 id="figure-comments">{t('record.comments')}</h2>
      <CommentThread
        path={`/figures/${encodeURIComponent(code)}/comments`}
        query={queryOf({ period, unit })}
        about={{ period, unit }}
        queryKey={['figures', 'comments', code, period, unit]}
      />
    </section>
  )
}
