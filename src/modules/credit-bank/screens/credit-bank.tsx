import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import type { WireStanding } from '../wire.ts'
import { BankStatistics } from './bank-statistics.tsx'
import { CentreDesk } from './centre-desk.tsx'
import { Desk } from './desk.tsx'
import { LearnerSearch } from './learner-search.tsx'
import { LedgerCheck } from './ledger-check.tsx'
import { OwnBank } from './own-bank.tsx'
import { OwnOpinions } from './own-opinions.tsx'
import { ProgramsDesk } from './programs-desk.tsx'
import { RulesDesk } from './rules-desk.tsx'
import { useBankTexts } from './use-bank-texts.ts'
import './bank.css'

/** The credit bank, as far as it is the person's: their own credits, the desk, learners, rules, the ledger. */
export function CreditBank() {
  const t = useBankTexts()
  const [search] = useSearchParams()
  const { data, error, refetch } = useQuery({
    queryKey: ['credit-bank', 'me'],
    queryFn: ({ signal }) => api.get<WireStanding>('/credit-bank/me', signal),
  })
  const tabs = data
    ? [
        ...(data.learner ? [{ key: 'mine', label: t('tab.mine'), content: <OwnBank door="mine" /> }] : []),
        ...(data.opinions === null
          ? []
          : [
              {
                key: 'opinions',
                label: data.opinions === 0 ? t('tab.opinions') : t('tab.opinions-n', { n: data.opinions }),
                content: <OwnOpinions />,
              },
            ]),
        ...(data.desk
          ? [
              { key: 'desk', label: t('tab.desk'), content: <Desk /> },
              { key: 'learners', label: t('tab.learners'), content: <LearnerSearch /> },
            ]
          : []),
        ...(data.rules ? [{ key: 'rules', label: t('tab.rules'), content: <RulesDesk /> }] : []),
        ...(data.centre
          ? [
              { key: 'centre', label: t('tab.centre'), content: <CentreDesk /> },
              { key: 'programs', label: t('tab.programs'), content: <ProgramsDesk /> },
            ]
          : []),
        { key: 'statistics', label: t('tab.statistics'), content: <BankStatistics college={data.college} /> },
        ...(data.ledger ? [{ key: 'ledger', label: t('tab.ledger'), content: <LedgerCheck /> }] : []),
      ]
    : []
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('hint')}
        actions={data?.learner && <Link to="/badges">{t('badges')}</Link>}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && tabs.length === 1 && !data.learner && <EmptyState title={t('none.title')} hint={t('none.hint')} />}
      {tabs.length === 1 && tabs[0]!.content}
      {tabs.length > 1 && <Tabs label={t('title')} tabs={tabs} start={search.get('tab') ?? undefined} />}
    </>
  )
}
