import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireReconciliation } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

const ACCOUNTS = ['held', 'converted', 'lapsed'] as const

/** Proves, when asked, that ledger and registers agree; names what does not. */
export function LedgerCheck() {
  const t = useBankTexts()
  const { lang } = useLang()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['credit-bank', 'reconciliation'],
    queryFn: ({ signal }) => api.get<WireReconciliation>('/credit-bank/reconciliation', signal),
    enabled: false,
  })
  return (
    <section className="bank-card">
      <p>{t('ledger.about')}</p>
      <Button type="primary" loading={isFetching} onClick={() => void refetch()}>
        {t('ledger.run')}
      </Button>
      {error && <ErrorState error={error} />}
      {data && (
        <div role="status">
          <p className={data.differences.length === 0 ? 'bank-ok' : 'bank-not'}>
            {data.differences.length === 0
              ? t('ledger.equal', { n: data.entries })
              : t('ledger.differs', { n: data.entries, d: data.differences.length })}
          </p>
          <dl className="bank-balances">
            {ACCOUNTS.map((account) => (
              <div key={account}>
                <dt>{t(`balance.${account}`)}</dt>
                <dd>{data.balances[account]}</dd>
              </div>
            ))}
          </dl>
          <ul>
            {data.differences.map((label) => (
              <li key={label.en}>{label[lang]}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
