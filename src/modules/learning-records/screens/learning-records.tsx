import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { Dashboard, useOverview } from './dashboard.tsx'
import { Programs } from './programs.tsx'
import { learningTexts } from './texts.ts'
import './learning.css'

/** What is learned, as programs and the college's own rooms report it: how much, of what, by how many; and who may send. */
export function LearningRecords() {
  const t = useTexts(learningTexts)
  // Who sees single statements also looks after the programs; for all others the sums are the whole page.
  const { data } = useOverview(30)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      {data?.maySeeStatements ? (
        <Tabs
          label={t('parts')}
          tabs={[
            { key: 'overview', label: t('tab.overview'), content: <Dashboard /> },
            { key: 'programs', label: t('tab.programs'), content: <Programs /> },
          ]}
        />
      ) : (
        <Dashboard />
      )}
    </>
  )
}
