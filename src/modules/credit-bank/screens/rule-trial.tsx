import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireTrial } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

interface RuleTrialProps {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

/** What learners would get by a rule: asked before it is approved, and answered without writing anything. */
export function RuleTrial({ id, name, onClose }: RuleTrialProps) {
  const t = useBankTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'trial', id],
    queryFn: ({ signal }) => api.post<WireTrial>(`/credit-bank/rules/${id}/trial`, {}, signal),
    gcTime: 0,
  })
  const ok = data?.rows.filter(({ becomes }) => becomes !== null).length ?? 0
  return (
    <Modal open title={t('trial.title', { rule: name })} footer={null} onCancel={onClose} width={820}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.conflicts.map((label) => (
            <p key={label.en} className="bank-not" role="alert">
              {label[lang]}
            </p>
          ))}
          <p>
            {data.tried === 0 ? t('trial.none') : t('trial.about', { n: data.tried, ok, not: data.rows.length - ok })}
          </p>
          {data.rows.length > 0 && (
            <div className="bank-wide">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('trial.learner')}</th>
                    <th scope="col">{t('trial.outcome')}</th>
                    <th scope="col">{t('trial.result')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.rows.map((row, index) => (
                    <tr key={index}>
                      <th scope="row">
                        <Link to={`/credit-bank/learners/${row.learner}`}>{row.learnerName}</Link>
                      </th>
                      <td>
                        {row.outcome} <small>{[row.level[lang], row.grade[lang]].join(' · ')}</small>
                      </td>
                      <td className={row.becomes ? 'bank-ok' : 'bank-not'}>
                        {row.becomes
                          ? t('trial.gets', row.becomes)
                          : row.why.map((label) => label[lang]).join(lang === 'zh' ? '；' : '; ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Modal>
  )
}
