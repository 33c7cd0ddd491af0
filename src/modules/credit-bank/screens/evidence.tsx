import { useMemo } from 'react'
import { filesView } from '../../../fields/files/view.tsx'
import { FieldServicesContext, useFieldServices } from '../../../fields/view.tsx'
import type { FileRef } from '../../../language/fields.ts'
import { upload } from '../../../web/kit/api.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { MOST_FILES, MOST_MEGABYTES } from '../wire.ts'

/** As the register has it, and what a learner's own door takes. */
const FIELD = {
  kind: 'files',
  label: { zh: '佐证材料', en: 'Evidence' },
  maxFiles: MOST_FILES,
  maxMegabytes: MOST_MEGABYTES,
  accept: ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx', '.ofd'],
} as const

/** Who looks: a learner by their own door, or, without one, somebody who works at the bank. */
type Door = 'self' | 'mine' | undefined

const addressOf = (door: Door, { sha256, name }: FileRef) =>
  `/api/${door ? `credit-bank/${door}/` : ''}files/${sha256}/${encodeURIComponent(name)}`

interface EvidenceInputProps {
  readonly id: string
  readonly door: 'self' | 'mine'
  readonly value: readonly FileRef[]
  readonly onChange: (files: readonly FileRef[]) => void
}

/** Files that prove an outcome, sent by the learner's own door. */
export function EvidenceInput({ id, door, value, onChange }: EvidenceInputProps) {
  const { lang } = useLang()
  const usual = useFieldServices()
  const services = useMemo(
    () => ({
      ...usual,
      upload: (file: File, onProgress: (share: number) => void) =>
        upload<FileRef>(`/credit-bank/${door}/files`, file, onProgress),
      fileAddress: (file: FileRef) => addressOf(door, file),
    }),
    [usual, door],
  )
  return (
    <FieldServicesContext value={services}>
      <filesView.Input
        id={id}
        field={FIELD}
        lang={lang}
        value={value.length > 0 ? value : null}
        onChange={(files) => onChange(files ?? [])}
      />
    </FieldServicesContext>
  )
}

/** What was handed in to prove an outcome. */
export function EvidenceLinks({
  files,
  door,
  opinion,
}: {
  readonly files: readonly FileRef[]
  readonly door?: Door
  /** The question by which an expert sees them. */
  readonly opinion?: string
}) {
  if (files.length === 0) return null
  return (
    <span className="bank-evidence">
      {files.map((file) => (
        <a
          key={file.sha256}
          href={opinion ? `/api/credit-bank/opinions/${opinion}/files/${file.sha256}` : addressOf(door, file)}
          target="_blank"
          rel="noreferrer"
        >
          {file.name}
        </a>
      ))}
    </span>
  )
}
