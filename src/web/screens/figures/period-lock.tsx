import { LockOutlined, UnlockOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useReloadFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Closes an edition against any further change, or opens it again; for whoever keeps the register of periods. */
export function PeriodLock({ period }: { readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const client = useQueryClient()
  const reload = useReloadFigures()
  const [isAsked, setAsked] = useState(false)
  if (period.can.length === 0) return null
  const text = t(period.locked ? 'period.unlock' : 'period.lock')
  return (
    <>
      <Button icon={period.locked ? <UnlockOutlined /> : <LockOutlined />} onClick={() => setAsked(true)}>
        {text}
      </Button>
      {isAsked && (
        <ConfirmComment
          title={t('act.title', { action: text, name: period.name })}
          comment="required"
          okText={text}
          isDangerous={!period.locked}
          onClose={() => setAsked(false)}
          onConfirm={async (comment) => {
            await api.post(`/periods/${encodeURIComponent(period.code)}/lock`, { locked: !period.locked, comment })
            await client.invalidateQueries({ queryKey: ['periods'] })
            await reload()
          }}
        >
          <p className="accept-hint">{t(period.locked ? 'period.unlock-hint' : 'period.lock-hint')}</p>
        </ConfirmComment>
      )}
    </>
  )
}
