import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { download } from '../../../../web/kit/download.ts'
import type { WirePlanParts } from '../../wire-views.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { useChangeTexts } from './use-change-texts.ts'
import { WorkbookDialog } from './workbook-dialog.tsx'

interface PlanActionsProps {
  readonly parts: WirePlanParts
  readonly onRequest: (change: string) => void
}

/** What can be done with a plan as a whole: put it in force, copy it, take it out and in again as a workbook. */
export function PlanActions({ parts, onRequest }: PlanActionsProps) {
  const t = useChangeTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'enforce' | 'copy' | 'import'>()
  const { plan, head } = parts
  const canEnforce = head.can.actions.some(({ name }) => name === 'enforce')
  const isOpen = parts.canEdit || parts.canPropose
  const items = [
    { key: 'export', label: t('head.export') },
    { key: 'compare', label: t('changes.compare') },
    ...(isOpen ? [{ key: 'import', label: t('head.import') }] : []),
    ...(parts.canCopy ? [{ key: 'copy', label: t('head.copy') }] : []),
  ]
  return (
    <>
      {canEnforce && (
        <Button type="primary" onClick={() => setOpen('enforce')}>
          {t('head.enforce')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items,
          onClick: ({ key, domEvent }) => {
            // Or else Enter would be heard once more by the dialog that opens, and close it.
            domEvent.preventDefault()
            if (key === 'compare') void navigate(`/plans/${encodeURIComponent(plan.code)}/compare`)
            else if (key === 'export') download(`/plans/${encodeURIComponent(plan.code)}/workbook.xlsx`)
            else setOpen(key as 'copy' | 'import')
          },
        }}
      >
        <Button>{t('head.more')} ▾</Button>
      </Dropdown>
      {open === 'copy' && <CopyDialog plan={plan} onClose={() => setOpen(undefined)} />}
      {open === 'import' && <WorkbookDialog plan={plan} onRequest={onRequest} onClose={() => setOpen(undefined)} />}
      {open === 'enforce' && (
        <ConfirmComment
          title={t('head.enforce')}
          comment="none"
          okText={t('head.enforce')}
          onConfirm={async () => {
            await api.post(`/registers/plans/${head.id}/actions/enforce`, { version: head.version })
            void message.success(t('head.enforced'))
            await client.invalidateQueries({ queryKey: ['plans'] })
          }}
          onClose={() => setOpen(undefined)}
        >
          <p>{t('head.enforce-hint')}</p>
        </ConfirmComment>
      )}
    </>
  )
}
