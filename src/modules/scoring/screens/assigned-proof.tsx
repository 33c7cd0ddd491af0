import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireAssignedProof } from '../wire.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

/** What an expert judges by: the evidence assigned with the sheet, by task. */
export function AssignedProof({ sheet }: { readonly sheet: string }) {
  const t = useScoringTexts()
  const path = `/scoring/sheets/${sheet}/proof`
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['scoring', sheet, 'proof'],
    queryFn: ({ signal }) => api.get<WireAssignedProof>(path, signal),
  })
  if (isPending) return <Loading />
  if (error) return <ErrorState error={error} what={t('proof.title')} onRetry={() => void refetch()} />
  const tasks = [...Map.groupBy([...data.files, ...data.references], ({ task }) => task)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return (
    <section aria-label={t('proof.title')}>
      <h2>{t('proof.title')}</h2>
      {tasks.length === 0 && <EmptyState title={t('proof.none')} hint={t('proof.none-hint')} />}
      {tasks.map(([task, all]) => (
        <details key={task} className="score-proof">
          <summary>
            {task} {all[0]!.taskName}（{all.length}）
          </summary>
          <ul>
            {all.map((one, i) => (
              <li key={i}>
                {one.what}{' '}
                {'sha256' in one ? (
                  <Button size="small" type="link" onClick={() => download(`${path}/${one.sha256}`)}>
                    {one.name}
                  </Button>
                ) : one.kind === 'link' ? (
                  <a href={one.address} target="_blank" rel="noreferrer">
                    {one.address}
                  </a>
                ) : (
                  <code>{one.address}</code>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
