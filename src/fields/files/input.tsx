import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { FileRef } from '../../language/fields.ts'
import { viewTexts } from '../view-texts.ts'
import type { InputProps } from '../view.tsx'
import { useFieldServices } from '../view.tsx'
import { sizeText } from './size-text.ts'

interface Sending {
  readonly key: string
  readonly name: string
  readonly share: number
  readonly problem?: string
}

export function FilesInput({ value, onChange, field, lang, id, problem, disabled }: InputProps<'files'>) {
  const services = useFieldServices()
  const [sending, setSending] = useState<readonly Sending[]>([])
  // Several uploads end in any order: each adds to what is there then, not to what it saw at its start.
  const latest = useRef<readonly FileRef[]>(value ?? [])
  useEffect(() => {
    latest.current = value ?? []
  }, [value])
  const keep = (files: readonly FileRef[]) => {
    latest.current = files
    onChange(files.length > 0 ? files : null)
  }
  const change = (key: string, next: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)))

  async function send(file: File) {
    const key = `${file.name}-${file.lastModified}-${file.size}`
    const refusal =
      file.size > (field.maxMegabytes ?? 50) * 1024 ** 2
        ? viewTexts.tooLarge[lang]
        : field.maxFiles !== undefined && latest.current.length >= field.maxFiles
          ? viewTexts.tooMany[lang]
          : undefined
    setSending((all) => [
      ...all.filter((one) => one.key !== key),
      { key, name: file.name, share: 0, ...(refusal ? { problem: refusal } : {}) },
    ])
    if (refusal) return
    try {
      const sent = await services.upload(file, (share) => change(key, { share }))
      keep([...latest.current.filter((one) => one.sha256 !== sent.sha256), sent])
      setSending((all) => all.filter((one) => one.key !== key))
    } catch (error) {
      const label =
        error instanceof Error && 'label' in error ? (error.label as Record<string, string>)[lang] : undefined
      change(key, { problem: label ?? viewTexts.uploadFailed[lang] })
    }
  }

  return (
    <div className="field-files-input">
      {(value ?? []).map((file) => (
        <div key={file.sha256} className="field-file">
          <a href={services.fileAddress(file)} download={file.name}>
            <PaperClipOutlined aria-hidden /> {file.name} <small>{sizeText(file.size)}</small>
          </a>
          {!disabled && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${viewTexts.remove[lang]} ${file.name}`}
              onClick={() => keep(latest.current.filter((one) => one.sha256 !== file.sha256))}
            />
          )}
        </div>
      ))}
      {sending.map((one) => (
        <div key={one.key} className="field-file" role="status">
          <span>{one.name}</span>
          {one.problem ? (
            <span className="field-file-problem">{one.problem}</span>
          ) : (
            <Progress
              percent={Math.round(one.share * 100)}
              size="small"
              aria-label={`${viewTexts.uploading[lang]} ${one.name}`}
            />
          )}
        </div>
      ))}
      {!disabled && (
        <Upload
          id={id}
          multiple
          showUploadList={false}
          accept={field.accept?.join(',') ?? ''}
          beforeUpload={(file) => {
            void send(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />} danger={problem ?? false}>
            {viewTexts.chooseFiles[lang]}
          </Button>
        </Upload>
      )}
    </div>
  )
}
