import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { api } from '../../../../web/kit/api.ts'
import { download } from '../../../../web/kit/download.ts'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import type { WirePackage } from '../../wire-proof.ts'
import { useProofTexts } from './use-proof-texts.ts'

/** Milliseconds between two looks at what is being made. */
const LOOK = 2000

/** The packages of a plan: made in the background, fetched when they are ready. */
export function PackageList({ plan }: { readonly plan: string }) {
  const t = useProofTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const path = `/plans/${encodeURIComponent(plan)}/packages`
  const key = ['plans', plan, 'packages']
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<WirePackage[]>(path, signal),
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'waiting') ? LOOK : false),
  })
  const after = {
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: (failure: Error) => void message.error(errorText(failure)),
  }
  const make = useMutation({ mutationFn: () => api.post(path, {}), ...after })
  const cancel = useMutation({ mutationFn: (id: string) => api.post(`/plan-packages/${id}/cancel`, {}), ...after })
  return (
    <section className="proof-section" aria-label={t('pack.title')}>
      <h2>{t('pack.title')}</h2>
      <p>{t('pack.hint')}</p>
      <Button onClick={() => make.mutate()} loading={make.isPending}>
        {t('pack.make')}
      </Button>
      {isPending && <Loading />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p>{t('pack.none')}</p>}
      <ul className="proof-packages">
        {data?.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.name}</strong> <small>{t('pack.asked', { day: one.askedOn })}</small>
              <Said one={one} />
            </div>
            {one.state === 'waiting' && (
              <Button size="small" onClick={() => cancel.mutate(one.id)}>
                {t('pack.cancel')}
              </Button>
            )}
            {one.state === 'ready' && (
              <Button size="small" type="primary" onClick={() => download(`/plan-packages/${one.id}/file`)}>
                {t('pack.get')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ one }: { readonly one: WirePackage }) {
  const t = useProofTexts()
  switch (one.state) {
    case 'ready':
      return (
        <p>
          {t('pack.ready', {
            files: one.files ?? 0,
            size: sizeOf(Number(one.bytes ?? 0)),
            problems: one.problems ?? 0,
          })}
          <br />
          <code className="proof-hash">SHA-256 {one.digest}</code>
        </p>
      )
    case 'cancelled':
      return <p>{t('pack.cancelled')}</p>
    case 'failed':
      return <p role="alert">{t('pack.failed', { error: one.error ?? '' })}</p>
    default:
      return one.total ? (
        <>
          <p>{t('pack.waiting', { done: one.done ?? 0, total: one.total })}</p>
          <Progress percent={Math.floor((100 * (one.done ?? 0)) / one.total)} size="small" />
        </>
      ) : (
        <p>{t('pack.queued')}</p>
      )
  }
}

const sizeOf = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
