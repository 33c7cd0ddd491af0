import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { WirePage, WireRecord } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireRuleReview } from '../wire.ts'
import { RuleTrial } from './rule-trial.tsx'
import { useBankTexts } from './use-bank-texts.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Rules, each with a trial; where they clash, and what no rule takes. */
export function RulesDesk() {
  const t = useBankTexts()
  const [tried, setTried] = useState<WireRecord>()
  const review = useQuery({
    queryKey: ['credit-bank', 'review'],
    queryFn: ({ signal }) => api.get<WireRuleReview>('/credit-bank/rules/review', signal),
  })
  const rules = useQuery({
    queryKey: ['credit-bank', 'rules'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/conversion-rules?limit=200&sort=-updatedAt', signal),
  })
  return (
    <>
      <div className="bank-bar">
        <Link to="/registers/conversion-rules/new">{t('rules.new')}</Link>
        <Link to="/registers/conversion-rules">{t('rules.all')}</Link>
        <Link to="/registers/conversion-limits">{t('rules.limits')}</Link>
      </div>
      {review.error && <ErrorState error={review.error} onRetry={() => void review.refetch()} />}
      {review.data && <Review review={review.data} />}
      {rules.error && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <Loading />}
      {rules.data && (
        <div className="bank-wide">
          <table className="plain-table">
            <caption>{t('rules.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('rules.rule')}</th>
                <th scope="col">{t('rules.at')}</th>
                <th scope="col" className="bank-number">
                  {t('rules.gives')}
                </th>
                <th scope="col">{t('rules.state')}</th>
                <th scope="col">{t('rules.try')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.data.rows.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">
                    <Link to={`/registers/conversion-rules/${rule.id}`}>{text(rule.values['name'])}</Link>{' '}
                    <small>{text(rule.values['number'])}</small>
                  </th>
                  <td>{rule.titles['institution']}</td>
                  <td className="bank-number">{text(rule.values['credits'])}</td>
                  <td>
                    <StatusTag state={rule.state} />
                  </td>
                  <td>
                    <Button
                      size="small"
                      aria-label={t('rules.try-of', { rule: text(rule.values['name']) })}
                      onClick={() => setTried(rule)}
                    >
                      {t('rules.try')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {tried && (
        <RuleTrial
          id={tried.id}
          name={text(tried.values['name'])}
          isApproved={tried.state === 'approved'}
          onClose={() => setTried(undefined)}
        />
      )}
    </>
  )
}

function Review({ review: { conflicts, gaps } }: { readonly review: WireRuleReview }) {
  const t = useBankTexts()
  const { lang } = useLang()
  return (
    <div className="bank-review">
      <section className="bank-card">
        <h2>{conflicts.length > 0 ? t('rules.conflicts', { n: conflicts.length }) : t('rules.no-conflicts')}</h2>
        <ul>
          {conflicts.map(({ rules, label }) => (
            <li key={`${rules.join(' ')} ${label.en}`}>
              <Link to={`/registers/conversion-rules/${rules[1]}`}>{label[lang]}</Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="bank-card">
        <h2>{gaps.length > 0 ? t('rules.gaps', { n: gaps.length }) : t('rules.no-gaps')}</h2>
        <ul>
          {gaps.map(({ label, outcomes }) => (
            <li key={label.en}>
              {label[lang]} <small>{t('rules.of-outcomes', { n: outcomes })}</small>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
