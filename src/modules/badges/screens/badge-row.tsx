import { App, Button } from 'antd'
import { useState } from 'react'
import { formatTime } from '../../../web/kit/format-date.ts'
import type { WireBadge } from '../wire.ts'
import { useBadgeTexts } from './use-badge-texts.ts'

const FORMS = ['png', 'pdf', 'json'] as const

/** Below the address that the browser uses, whatever the server calls itself. */
const pathOf = (address: string) => new URL(address).pathname

interface BadgeRowProps {
  readonly badge: WireBadge
  /** Of whoever looks at their own. */
  readonly door: 'self' | 'mine' | undefined
  readonly onShare: ((isShared: boolean) => Promise<void>) | undefined
  readonly onRevoke: (() => void) | undefined
}

/** One certificate: its picture, its files, and for its holder whether others see it on its page. */
export function BadgeRow({ badge, door, onShare, onRevoke }: BadgeRowProps) {
  const t = useBadgeTexts()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const stands = badge.revokedAt === null
  const file = (form: (typeof FORMS)[number]) =>
    door ? `/api/badges/${door}/${badge.id}/certificate.${form}` : `${pathOf(badge.address)}.${form}`
  // Staff take it from its public address, which its holder may have closed.
  const isThere = door !== undefined || badge.isShared
  async function copy() {
    await navigator.clipboard.writeText(badge.page)
    message.success(t('share.copied'))
  }
  async function share(isShared: boolean) {
    setBusy(true)
    await onShare?.(isShared).finally(() => setBusy(false))
  }
  return (
    <li>
      <span>
        <strong>{badge.name}</strong>
        <br />
        <small>
          {t('badges.at', { at: formatTime(badge.issuedAt) })}
          {!stands && ` · ${t('badges.revoked', { reason: badge.reason ?? '' })}`}
          {!badge.isShared && ` · ${t('share.withheld')}`}
        </small>
      </span>
      <span className="verify-bar">
        {badge.isShared && <a href={pathOf(badge.page)}>{t('badges.page')}</a>}
        {stands &&
          isThere &&
          FORMS.map((form) => (
            <a key={form} href={file(form)} download>
              {form.toUpperCase()}
            </a>
          ))}
        {onRevoke && stands && (
          <Button size="small" danger onClick={onRevoke}>
            {t('badges.revoke')}
          </Button>
        )}
      </span>
      {onShare && (
        <span className="verify-bar badge-share">
          {stands && (
            <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? 'share.hide-picture' : 'share.picture')}
            </Button>
          )}
          {badge.isShared && (
            <Button size="small" onClick={() => void copy()}>
              {t('share.copy')}
            </Button>
          )}
          <Button size="small" loading={isBusy} onClick={() => void share(!badge.isShared)}>
            {t(badge.isShared ? 'share.stop' : 'share.again')}
          </Button>
          {badge.isShared && <small className="badge-address">{badge.page}</small>}
        </span>
      )}
      {isOpen && stands && <img className="badge-picture" src={file('png')} alt={badge.name} />}
    </li>
  )
}
