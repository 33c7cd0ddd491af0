import { NoticeList } from '../../app/notice-list.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useTexts } from '../../kit/use-texts.ts'

/** All notices. */
export function Notices() {
  const t = useTexts()
  return (
    <div className="narrow">
      <PageHeader title={t('nav.notices')} />
      <NoticeList />
    </div>
  )
}
