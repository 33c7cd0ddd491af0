import { Tabs } from '../../../web/kit/tabs.tsx'
import { LearnerView } from './learner-view.tsx'
import { OwnAffairs } from './own-affairs.tsx'
import { useBankTexts } from './use-bank-texts.ts'

/** A learner's own account: what they hold and could make of it, and what they keep in order themselves. */
export function OwnBank({ door }: { readonly door: 'self' | 'mine' }) {
  const t = useBankTexts()
  return (
    <Tabs
      label={t('tab.mine')}
      tabs={[
        { key: 'credits', label: t('own.credits'), content: <LearnerView door={door} /> },
        { key: 'affairs', label: t('own.affairs'), content: <OwnAffairs door={door} /> },
      ]}
    />
  )
}
