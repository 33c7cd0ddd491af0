import { Button, Input, Modal, Progress } from 'antd'
import { useId, useRef, useState } from 'react'
import type { FileRef } from '../../../language/index.ts'
import { upload } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useReportTexts } from './use-report-texts.ts'

export interface Picture {
  /** SHA-256 of its bytes. */
  readonly file: string
  readonly alt: string
  readonly caption: string
}

interface PictureFormProps {
  /** The picture whose words are changed; absent for a new one. */
  readonly start?: Picture
  readonly onSave: (picture: Picture) => void
  readonly onClose: () => void
}

/** Uploads a picture and asks what it shows: a caption for readers, a description for those who do not see it. */
export function PictureForm({ start, onSave, onClose }: PictureFormProps) {
  const t = useReportTexts()
  const common = useTexts()
  const id = useId()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [words, setWords] = useState({ alt: start?.alt ?? '', caption: start?.caption ?? '' })
  const [isAsked, setAsked] = useState(false)
  const [share, setShare] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const missing = {
    file: !start && !file,
    caption: words.caption.trim() === '',
    alt: words.alt.trim() === '',
  }

  async function save() {
    setAsked(true)
    if (missing.file || missing.caption || missing.alt) return
    try {
      let sha256 = start?.file ?? ''
      if (file) {
        setShare(0)
        sha256 = (await upload<FileRef>('/files', file, setShare)).sha256
      }
      onSave({ file: sha256, alt: words.alt.trim(), caption: words.caption.trim() })
      onClose()
    } catch (error) {
      setShare(undefined)
      setProblem(errorText(error))
    }
  }

  return (
    <Modal
      open
      title={t(start ? 'picture.edit' : 'picture.insert')}
      okText={start ? common('common.save') : t('insert.insert')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: share !== undefined }}
      onOk={() => void save()}
      onCancel={onClose}
      width={480}
    >
      {!start && (
        <FormRow
          id={`${id}-file`}
          label={t('picture.file')}
          isRequired
          help={t('picture.file-hint')}
          problem={isAsked && missing.file ? t('picture.needs-file') : undefined}
        >
          {/* The browser's own button speaks the browser's language. */}
          <span className="picture-choose">
            <Button onClick={() => input.current?.click()}>{t('picture.choose')}</Button>
            <span>{file?.name}</span>
            <input
              ref={input}
              id={`${id}-file`}
              className="sr-only"
              tabIndex={-1}
              type="file"
              accept="image/png,image/jpeg,image/gif"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          </span>
        </FormRow>
      )}
      <FormRow
        id={`${id}-caption`}
        label={t('picture.caption')}
        isRequired
        help={t('picture.caption-hint')}
        problem={isAsked && missing.caption ? t('picture.needs-caption') : undefined}
      >
        <Input
          id={`${id}-caption`}
          value={words.caption}
          maxLength={200}
          onChange={(event) => setWords({ ...words, caption: event.target.value })}
        />
      </FormRow>
      <FormRow
        id={`${id}-alt`}
        label={t('picture.alt')}
        isRequired
        help={t('picture.alt-hint')}
        problem={isAsked && missing.alt ? t('picture.needs-alt') : undefined}
      >
        <Input.TextArea
          id={`${id}-alt`}
          value={words.alt}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          onChange={(event) => setWords({ ...words, alt: event.target.value })}
        />
      </FormRow>
      {share !== undefined && <Progress percent={Math.round(share * 100)} size="small" />}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}
