import { Button, Modal } from 'antd'
import { useMemo } from 'react'
import type { DocumentNode } from '../../../language/document.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { compareTexts } from './word-difference.ts'
import { useReportTexts } from './use-report-texts.ts'
import { WordChanges } from './word-changes.tsx'

interface CompareDialogProps {
  readonly title: string
  readonly hint: string
  /** What the server holds. */
  readonly theirs: DocumentNode
  /** What was written here. */
  readonly mine: DocumentNode
  readonly onTheirs: () => void
  readonly onMine: () => void
  readonly onClose: () => void
}

/** Two texts of one section, what differs, and which of them goes on. Nothing is lost: every saved text is a version. */
export function CompareDialog({ title, hint, theirs, mine, onTheirs, onMine, onClose }: CompareDialogProps) {
  const t = useReportTexts()
  const common = useTexts()
  const words = useMemo(() => compareTexts(theirs, mine), [theirs, mine])
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={760}
      footer={
        <>
          <Button onClick={onClose}>{common('common.cancel')}</Button>
          <Button onClick={onTheirs}>{t('compare.theirs')}</Button>
          <Button type="primary" onClick={onMine}>
            {t('compare.mine')}
          </Button>
        </>
      }
    >
      <p className="dialog-hint">{hint}</p>
      <p className="compare-legend">
        <ins>{t('compare.only-mine')}</ins> <del>{t('compare.only-theirs')}</del>
      </p>
      <div className="compare-words" tabIndex={0} role="region" aria-label={title}>
        <WordChanges words={words} />
      </div>
    </Modal>
  )
}
