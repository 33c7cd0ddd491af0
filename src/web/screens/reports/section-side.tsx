import { Button, Drawer, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { FigureReference } from '../../../language/document.ts'
import type { WireReport, WireSectionComment, WireSectionContent } from '../../../language/wire-reports.ts'
import { usePhone } from '../../kit/use-media.ts'
import type { Anchor } from './comment-anchor.ts'
import { CommentsPanel } from './comments-panel.tsx'
import { SectionInfo } from './section-info.tsx'
import { UsedFigures } from './used-figures.tsx'
import { useReportTexts } from './use-report-texts.ts'
import { VersionsPanel } from './versions-panel.tsx'

interface SectionSideProps {
  readonly report: WireReport
  readonly section: WireSectionContent
  readonly used: readonly FigureReference[]
  readonly onFigure: (reference: FigureReference) => void
  readonly comments: {
    readonly mayComment: boolean
    readonly anchor: Anchor | undefined
    readonly onAnchor: (anchor: Anchor | undefined) => void
    readonly picked: string | undefined
    readonly onFind: (comment: WireSectionComment) => void
    readonly onAccept: ((comment: WireSectionComment) => boolean) | undefined
  }
}

const TABS = ['info', 'comments', 'figures', 'versions'] as const
type Tab = (typeof TABS)[number]

/** Beside the text: who writes it, what is said, its figures, its versions. On a phone in a drawer. */
export function SectionSide({ report, section, used, onFigure, comments }: SectionSideProps) {
  const t = useReportTexts()
  const isPhone = usePhone()
  const [search, setSearch] = useSearchParams()
  const asked = TABS.find((tab) => tab === search.get('side'))
  const choose = (tab: Tab | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        if (tab) next.set('side', tab)
        else next.delete('side')
        return next
      },
      { replace: true },
    )
  const address = { reportId: report.id, sectionId: section.id }
  const panels: Readonly<Record<Tab, ReactNode>> = {
    info: <SectionInfo report={report} section={section} content={section.content} />,
    comments: <CommentsPanel {...address} {...comments} />,
    figures: <UsedFigures used={used} onFind={onFigure} />,
    versions: <VersionsPanel {...address} />,
  }
  const label = (tab: Tab) => {
    const count = tab === 'comments' ? section.comments : tab === 'figures' ? used.length : 0
    return count > 0 ? `${t(`side.${tab}`)} ${count}` : t(`side.${tab}`)
  }
  const tabs = (
    <Tabs
      size="small"
      tabBarGutter={18}
      activeKey={asked ?? 'info'}
      onChange={(tab) => choose(tab as Tab)}
      destroyOnHidden
      items={TABS.map((tab) => ({ key: tab, label: label(tab), children: panels[tab] }))}
    />
  )
  if (!isPhone)
    return (
      <aside className="section-side" aria-label={t('side.title')}>
        {tabs}
      </aside>
    )
  return (
    <>
      <div className="section-side-buttons">
        {TABS.map((tab) => (
          <Button key={tab} size="small" onClick={() => choose(tab)}>
            {label(tab)}
          </Button>
        ))}
      </div>
      <Drawer
        open={asked !== undefined}
        onClose={() => choose(undefined)}
        placement="bottom"
        size="70vh"
        title={t('side.title')}
      >
        {tabs}
      </Drawer>
    </>
  )
}
