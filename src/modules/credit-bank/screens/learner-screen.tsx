import { Link, useParams } from 'react-router'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { LearnerView } from './learner-view.tsx'
import { useBankTexts } from './use-bank-texts.ts'
import './bank.css'

/** A learner's page for those who work at the credit bank. */
export function LearnerScreen() {
  const t = useBankTexts()
  const { id = '' } = useParams()
  return (
    <>
      <PageHeader
        title={t('tab.learners')}
        back={{ to: '/credit-bank', text: t('title') }}
        actions={
          <>
            <Link to={`/registers/credit-learners/${id}`}>{t('learner.proof')}</Link>
            <Link to={`/badges/${id}`}>{t('badges')}</Link>
          </>
        }
      />
      <LearnerView id={id} />
    </>
  )
}
