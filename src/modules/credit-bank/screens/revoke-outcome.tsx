import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireConsequences } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

/** Takes an outcome back with all that was made of it, after showing what that is. */
export function RevokeOutcome({ id }: { readonly id: string }) {
  const t = useBankTexts()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['credit-bank', 'consequences', id],
    queryFn: ({ signal }) => api.get<WireConsequences>(`/credit-bank/outcomes/${id}/consequences`, signal),
    enabled: isOpen,
  })
  return (
    <>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {t('revoke.ask')}
      </Button>
      {isOpen && (
        <ConfirmComment
          title={t('revoke.ask')}
          okText={t('revoke.sure')}
          comment="required"
          isDangerous
          onConfirm={async (reason) => {
            await api.post(`/credit-bank/outcomes/${id}/revoke`, { version: data?.version, reason })
            await client.invalidateQueries({ queryKey: ['credit-bank'] })
          }}
          onClose={() => setOpen(false)}
        >
          {error && <ErrorState error={error} />}
          {!data && !error && <Loading rows={2} />}
          {data && (
            <ul className="bank-plain">
              {data.conversions.map((one) => (
                <li key={one.id}>
                  {t(one.state === 'approved' ? 'revoke.reverses' : 'revoke.refuses', {
                    at: one.institution,
                    target: one.target,
                    credits: one.credits,
                  })}
                </li>
              ))}
              <li>{t('revoke.takes', { outcome: data.name, credits: data.credits })}</li>
            </ul>
          )}
        </ConfirmComment>
      )}
    </>
  )
}
