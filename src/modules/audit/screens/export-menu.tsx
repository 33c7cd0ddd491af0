import { Button, Dropdown } from 'antd'
import { useAuditTexts } from './use-audit-texts.ts'

/** The findings as a file: Word with comments, a workbook, JSON. */
export function ExportMenu({
  isWord,
  onExport,
}: {
  /** Whether the document is a Word file itself, so that the comments go into it as it is. */
  readonly isWord: boolean
  readonly onExport: (as: 'docx' | 'xlsx' | 'json') => void
}) {
  const t = useAuditTexts()
  const items = (['docx', 'xlsx', 'json'] as const).map((as) => ({
    key: as,
    label: t(as === 'docx' && isWord ? 'export.original' : `export.${as}`),
    onClick: () => onExport(as),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="primary">{t('page.export')}</Button>
    </Dropdown>
  )
}
