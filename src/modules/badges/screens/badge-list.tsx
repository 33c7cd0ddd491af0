import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireBadge, WireBadges } from '../wire.ts'
import { BadgeRow } from './badge-row.tsx'
import { useBadgeTexts } from './use-badge-texts.ts'
import './badges.css'

/** Whose certificates: of an account that somebody works with, or one's own, by the door one came in. */
type Whose = { readonly learner: string; readonly door?: never } | { readonly door: 'self' | 'mine' }

/** The certificates of a learner: issued here, downloaded, shown to others or not, revoked by the office. */
export function BadgeList(whose: Whose) {
  const t = useBadgeTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [busy, setBusy] = useState<string>()
  const [revoked, setRevoked] = useState<WireBadge>()
  const { door } = whose
  const key = ['badges', door ?? ('learner' in whose ? whose.learner : '')]
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<WireBadges>('learner' in whose ? `/badges?learner=${whose.learner}` : `/badges/${door}`, signal),
  })
  async function done(work: Promise<unknown>, says: string) {
    try {
      await work
      await client.invalidateQueries({ queryKey: key })
      message.success(says)
    } catch (problem) {
      message.error(errorText(problem))
    }
  }
  async function issue(outcome?: string) {
    setBusy(outcome ?? 'all')
    const order = outcome ? { outcome } : 'learner' in whose ? { learner: whose.learner } : {}
    await done(api.post<WireBadge>(door ? `/badges/${door}` : '/badges', order), t('badges.issued'))
    setBusy(undefined)
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { outcomes } = data
  const certified = new Set(
    data.rows.flatMap((badge) => (badge.kind === 'outcome' && badge.revokedAt === null ? badge.outcomes : [])),
  )
  const open = outcomes.filter(({ id }) => !certified.has(id))
  return (
    <section className="badges">
      <PageHeader
        title={t('badges.title')}
        subtitle={t('badges.of', { name: data.learner.name, number: data.learner.number })}
        back={{ to: door === 'self' ? '/learn' : '/credit-bank', text: t('badges.back') }}
      />
      {data.rows.length === 0 && <p>{t('badges.none')}</p>}
      {door && data.rows.length > 0 && <p>{t('share.hint')}</p>}
      <ul className="badge-list">
        {data.rows.map((badge) => (
          <BadgeRow
            key={badge.id}
            badge={badge}
            door={door}
            onShare={
              door &&
              ((isShared) =>
                done(
                  api.post(`/badges/${door}/${badge.id}/sharing`, { isShared }),
                  t(isShared ? 'share.shared' : 'share.stopped'),
                ))
            }
            onRevoke={data.canRevoke ? () => setRevoked(badge) : undefined}
          />
        ))}
      </ul>
      <p className="verify-bar">
        {outcomes.length > 0 && (
          <Button loading={busy === 'all'} onClick={() => void issue()}>
            {t('badges.transcript')}
          </Button>
        )}
        {open.map(({ id, name }) => (
          <Button key={id} loading={busy === id} onClick={() => void issue(id)}>
            {t('badges.of-outcome', { name })}
          </Button>
        ))}
      </p>
      {revoked && (
        <ConfirmComment
          title={t('badges.revoke')}
          okText={t('badges.revoke')}
          comment="required"
          onConfirm={async (reason) => {
            await api.post(`/badges/${revoked.id}/revoke`, { reason })
            await client.invalidateQueries({ queryKey: key })
          }}
          onClose={() => setRevoked(undefined)}
        >
          <p>{t('badges.revoke-sure')}</p>
        </ConfirmComment>
      )}
    </section>
  )
}
