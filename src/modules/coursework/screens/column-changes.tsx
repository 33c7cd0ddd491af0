import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireColumn, WireColumnChange, WireGradebook } from '../wire-gradebook.ts'
import { momentText, useCourseworkTexts } from './use-coursework-texts.ts'

/** What became of the columns that are filled by hand: who did what when, and why; a removed one may come back. */
export function ColumnChanges({
  book,
  path,
  onKept,
  onClose,
}: {
  readonly book: WireGradebook
  readonly path: string
  readonly onKept: (book: WireGradebook) => void
  readonly onClose: () => void
}) {
  const t = useCourseworkTexts()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const queryKey = ['coursework', 'book-changes', book.teachingClass]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<WireColumnChange[]>(`${path}/gradebook/changes`, signal),
  })
  const words = (column: Omit<WireColumn, 'id'>) =>
    `${column.title} / ${column.maxScore} · ${book.categories.find(({ id }) => id === column.categoryId)?.name ?? '—'}`
  async function restore(columnId: string) {
    try {
      onKept(await api.post<WireGradebook>(`${path}/gradebook/columns/${columnId}/restore`))
      await client.invalidateQueries({ queryKey })
    } catch (refused) {
      setProblem(errorText(refused))
    }
  }
  return (
    <Modal open title={t('book-changes')} footer={null} onCancel={onClose}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.length === 0 && <p>{t('book-changes-none')}</p>}
      {problem && <Alert type="error" showIcon title={problem} />}
      <ul className="work-changes">
        {data?.map(({ id, columnId, at, by, action, before, after, reason, canRestore }) => (
          <li key={id}>
            <b>{t(`column.${action}`)}</b> {[before, after].flatMap((one) => (one ? words(one) : [])).join(' → ')}
            {reason && <p>{reason}</p>}
            <small>
              {by} · {momentText(at)}
            </small>
            {canRestore && (
              <Button size="small" onClick={() => void restore(columnId)}>
                {t('book-restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
