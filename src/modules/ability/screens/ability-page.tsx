import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { Tabs } from '../../../web/kit/tabs.tsx'
import { CourseTab } from './course-tab.tsx'
import { DemandTab } from './demand-tab.tsx'
import { FitTab } from './fit-tab.tsx'
import { ImportTab } from './import-tab.tsx'
import { MatchTab } from './match-tab.tsx'
import { MissingTab } from './missing-tab.tsx'
import { TermsTab } from './terms-tab.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'
import './ability.css'

/** What work asks for; majors, their city and a course against it; what a student lacks; new terms; the way in for advertisements. */
export function AbilityPage() {
  const t = useAbilityTexts()
  const queries = useQueryClient()
  // Another tab is opened from within one by drawing the tabs anew.
  const [start, setStart] = useState<{ tab: string; times: number }>({ tab: 'demand', times: 0 })
  const { data: rights } = useQuery({
    queryKey: ['ability', 'rights'],
    queryFn: ({ signal }) => api.get<{ mayBring: boolean }>('/ability/rights', signal),
  })
  const go = (tab: string) => setStart(({ times }) => ({ tab, times: times + 1 }))
  const mayBring = rights?.mayBring === true
  return (
    <div className="ability-page">
      <PageHeader title={t('title')} subtitle={t('hint')} />
      <Tabs
        key={`${start.times}-${mayBring}`}
        label={t('tabs')}
        start={start.tab}
        tabs={[
          {
            key: 'demand',
            label: t('tab.demand'),
            content: <DemandTab onBring={mayBring ? () => go('import') : undefined} />,
          },
          { key: 'match', label: t('tab.match'), content: <MatchTab mayKeep={mayBring} /> },
          { key: 'fit', label: t('tab.fit'), content: <FitTab mayKeep={mayBring} /> },
          { key: 'course', label: t('tab.course'), content: <CourseTab /> },
          { key: 'missing', label: t('tab.missing'), content: <MissingTab /> },
          ...(mayBring
            ? [
                { key: 'terms', label: t('tab.terms'), content: <TermsTab onBring={() => go('import')} /> },
                {
                  key: 'import',
                  label: t('tab.import'),
                  content: (
                    <ImportTab onDone={() => void queries.invalidateQueries({ queryKey: ['ability', 'demand'] })} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}
