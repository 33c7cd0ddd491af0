import { useState } from 'react'

/** Where a file is dropped, or chosen by click or keyboard. */
export function DropZone({
  text,
  hint,
  accept,
  isLarge = false,
  onFile,
}: {
  readonly text: string
  readonly hint: string
  readonly accept: string
  /** The only thing to do on the page. */
  readonly isLarge?: boolean
  readonly onFile: (file: File) => void
}) {
  const [isOver, setOver] = useState(false)
  return (
    <label
      className={`drop-zone${isLarge ? ' drop-zone-large' : ''}${isOver ? ' drop-zone-over' : ''}`}
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
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again after a correction.
          event.target.value = ''
        }}
      />
      <strong>{text}</strong>
      <span>{hint}</span>
    </label>
  )
}
