import { useState } from 'react'
import { useAuditTexts } from './use-audit-texts.ts'

/** What a browser offers to choose from. */
export const READABLE = '.docx,.pdf,.xlsx,.html,.htm,.txt,.md'

/** Where a report is dropped, or chosen by click or keyboard. */
export function DropFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useAuditTexts()
  const [isOver, setOver] = useState(false)
  return (
    <label
      className={`audit-drop${isOver ? ' audit-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onFile(file)
      }}
    >
      <input
        type="file"
        accept={READABLE}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
        }}
      />
      <strong>{t('page.drop')}</strong>
      <span>{t('page.kinds')}</span>
    </label>
  )
}
