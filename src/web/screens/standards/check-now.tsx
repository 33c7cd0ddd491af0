import { SyncOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useCan } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useLastCheck } from './queries.ts'
import { useStandardTexts } from './use-standard-texts.ts'

/** Starts a check of a standard, or of one table of it, and shows how far it is. */
export function CheckNow({ standard, table }: { readonly standard: string; readonly table?: string }) {
  const t = useStandardTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const canManage = useCan()('standards.manage')
  const { data: run } = useLastCheck(standard)
  const [isAsking, setAsking] = useState(false)
  const isBusy = run !== null && run !== undefined && run.endedAt === null
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !isBusy && run?.state === 'done') void message.success(t('check.done'))
    wasBusy.current = isBusy
  }, [isBusy, run?.state, message, t])

  async function check() {
    setAsking(true)
    try {
      await api.post(`/standards/${standard}/check`, table ? { tables: [table] } : {})
      await client.invalidateQueries({ queryKey: ['standards', standard, 'check'] })
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setAsking(false)
    }
  }

  return (
    <>
      <span role="status" className="check-state">
        {isBusy &&
          (run.done === null
            ? t('check.waiting')
            : t('check.running', { done: run.done, total: run.total ?? run.done }))}
        {run?.state === 'failed' && run.error && t('check.failed', { why: run.error[lang] })}
      </span>
      {canManage && (
        <Button
          type="primary"
          icon={<SyncOutlined spin={isBusy} />}
          loading={isAsking}
          disabled={isBusy}
          onClick={() => void check()}
        >
          {t('check.now')}
        </Button>
      )}
    </>
  )
}
