import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireLastReconciliation, WireReconciliation } from '../../wire-money.ts'
import { useMoneyTexts } from './use-money-texts.ts'

const KEY = ['plan-money', 'reconciliation']
const PATH = '/plan-money/reconciliation'

/** Whether the ledger says what the registers of money say, and what to do when it does not. */
export function LedgerTab() {
  const t = useMoneyTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<WireLastReconciliation>(PATH, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (isPending) return <Loading />
  const { last, can } = data
  const run = async (post: boolean) => {
    queries.setQueryData(KEY, await api.post<WireLastReconciliation>(PATH, { post }))
  }
  async function now() {
    setBusy(true)
    await run(false).catch((failed: unknown) => message.error(errorText(failed)))
    setBusy(false)
  }
  return (
    <>
      <div className="money-bar">
        <strong>{last ? t('ledger.at', { at: last.at.replace('T', ' ') }) : t('ledger.never')}</strong>
        {last && (
          <span role="status">
            {last.unequal === 0 && last.records === 0
              ? t('ledger.equal', { lines: last.lines })
              : t('ledger.unequal', { lines: last.lines, unequal: last.unequal, records: last.records })}
          </span>
        )}
        {can && (
          <Button loading={isBusy} onClick={() => void now()}>
            {t('ledger.now')}
          </Button>
        )}
        {can && last !== null && last.records > 0 && (
          <Button onClick={() => setAsking(true)}>{t('ledger.post')}</Button>
        )}
        <Link to="/registers/ledger-entries">{t('ledger.entries')}</Link>
      </div>
      <p className="money-note">{t('ledger.hint')}</p>
      {last !== null && last.differences.length > 0 && <Differences last={last} />}
      {isAsking && (
        <ConfirmComment
          title={t('ledger.post')}
          comment="none"
          okText={t('ledger.post')}
          onConfirm={() => run(true)}
          onClose={() => setAsking(false)}
        >
          <p>{t('ledger.post-ask')}</p>
        </ConfirmComment>
      )}
    </>
  )
}

function Differences({ last }: { readonly last: WireReconciliation }) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const all = `/registers/ledger-differences?where=${encodeURIComponent(JSON.stringify([['reconciliation', 'is', last.id]]))}`
  return (
    <>
      <div className="money-box" role="region" tabIndex={0} aria-label={t('ledger.all')}>
        <table className="money-table">
          <thead>
            <tr>
              {(['voucher', 'account', 'task', 'source', 'in-register', 'in-ledger'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`ledger.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {last.differences.map((row) => (
              <tr key={`${row.record} ${row.account.zh} ${row.task} ${row.year} ${row.source.zh}`}>
                <th scope="row">
                  <Link to={`/registers/${row.register}/${row.record}`}>{row.voucher}</Link>
                </th>
                <td>{row.account[lang]}</td>
                <td>{row.task}</td>
                <td>
                  {row.source[lang]} {row.year}
                </td>
                <td>{row.inRegister}</td>
                <td>{row.inLedger}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Link to={all}>{t('ledger.all')}</Link>
    </>
  )
}
