import { Button } from 'antd'
import { useState } from 'react'
import type { DocumentNode } from '../../../language/document.ts'
import type { WireSectionContent } from '../../../language/wire-reports.ts'
import { formatTime } from '../../kit/format-date.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { isSameDocument } from './editor-document.ts'
import type { LocalDraft } from './local-draft.ts'
import { dropDraft, findDraft } from './local-draft.ts'
import { useReportTexts } from './use-report-texts.ts'

interface DraftOfferProps {
  readonly accountId: string
  readonly section: WireSectionContent
  readonly onRestore: (content: DocumentNode) => void
}

/** Offers back what was written here and never reached the server. */
export function DraftOffer({ accountId, section, onRestore }: DraftOfferProps) {
  const t = useReportTexts()
  const [draft, setDraft] = useState(() => unsaved(accountId, section))
  const [isComparing, setComparing] = useState(false)
  if (!draft) return null
  const drop = () => {
    dropDraft(accountId, section.id)
    setDraft(undefined)
  }
  const restore = () => {
    onRestore(draft.content)
    setDraft(undefined)
  }
  return (
    <div className="section-notice section-notice-waiting" role="status">
      <span>
        {t('draft.found', { time: formatTime(draft.at) })}
        {draft.version !== section.version && ` ${t('draft.behind')}`}
      </span>
      <span className="section-notice-tools">
        <Button size="small" onClick={() => setComparing(true)}>
          {t('draft.compare')}
        </Button>
        <Button size="small" type="primary" onClick={restore}>
          {t('draft.restore')}
        </Button>
        <Button size="small" type="text" onClick={drop}>
          {t('draft.drop')}
        </Button>
      </span>
      {isComparing && (
        <CompareDialog
          title={t('draft.compare')}
          hint={t('draft.compare-hint')}
          theirs={section.content}
          mine={draft.content}
          onTheirs={drop}
          onMine={restore}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  )
}

function unsaved(accountId: string, section: WireSectionContent): LocalDraft | undefined {
  const draft = findDraft(accountId, section.id)
  return draft && !isSameDocument(draft.content, section.content) ? draft : undefined
}
