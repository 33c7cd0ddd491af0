import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Label } from '../../language/index.ts'
import { api } from '../kit/api.ts'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorState } from '../kit/error-state.tsx'
import { formatAgo } from '../kit/format-date.ts'
import { Loading } from '../kit/loading.tsx'
import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'

interface Notice {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly text: Label
  readonly link: string | null
  readonly readAt: string | null
}

/** The newest notices and how many are unread. */
export function findNotices(): Promise<{ readonly rows: readonly Notice[]; readonly unread: number }> {
  return api.get('/notices')
}

/** Notices, newest first; opening one marks it as read. */
export function NoticeList({ limit = 200 }: { readonly limit?: number }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['notices'], queryFn: () => findNotices() })
  async function markRead(what: readonly string[] | 'all') {
    await api.post('/notices/read', { ids: what }).catch(() => {})
    await client.invalidateQueries({ queryKey: ['notices'] })
  }
  if (isPending) return <Loading rows={3} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.rows.length === 0) return <EmptyState title={t('notices.none')} hint={t('notices.none-hint')} />
  return (
    <div className="notice-list">
      <ul>
        {data.rows.slice(0, limit).map((notice) => (
          <li key={notice.id} className={notice.readAt ? undefined : 'notice-unread'}>
            {notice.link ? (
              <Link to={notice.link} onClick={() => void markRead([notice.id])}>
                {notice.text[lang]}
              </Link>
            ) : (
              <span>{notice.text[lang]}</span>
            )}
            <time dateTime={notice.at}>{formatAgo(notice.at, lang)}</time>
          </li>
        ))}
      </ul>
      {data.unread > 0 && (
        <Button type="link" onClick={() => void markRead('all')}>
          {t('notices.read-all')}
        </Button>
      )}
    </div>
  )
}
