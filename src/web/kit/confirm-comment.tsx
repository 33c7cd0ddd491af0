import { Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useErrorText } from './error-state.tsx'
import { useTexts } from './use-texts.ts'

interface ConfirmCommentProps {
  readonly title: string
  readonly children?: ReactNode
  /** 'none' asks for no words at all. */
  readonly comment: 'required' | 'optional' | 'none'
  readonly okText: string
  readonly isDangerous?: boolean
  /** The dialog stays open, and shows the refusal, when this fails. */
  readonly onConfirm: (comment: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks before something that others will see, and for the reason where one is due. */
export function ConfirmComment({
  title,
  children,
  comment,
  okText,
  isDangerous,
  onConfirm,
  onClose,
}: ConfirmCommentProps) {
  const t = useTexts()
  const id = useId()
  const errorText = useErrorText()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isClosed = useRef(false)

  /** Once: what was cancelled ends later, when the same question may already be asked again. */
  function close() {
    if (isClosed.current) return
    isClosed.current = true
    onClose()
  }

  async function confirm() {
    if (comment === 'required' && text.trim() === '') {
      setProblem(t('confirm.needs-reason'))
      return
    }
    setBusy(true)
    try {
      await onConfirm(text.trim())
      close()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: isDangerous ?? false, loading: isBusy }}
      onOk={() => void confirm()}
      onCancel={close}
      width={460}
    >
      {children}
      {comment !== 'none' && (
        <div className="form-row">
          <label htmlFor={id}>
            {t('confirm.reason')}
            {comment === 'optional' && <small> {t('common.optional')}</small>}
          </label>
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm()
            }}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            aria-required={comment === 'required'}
            {...(problem
              ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem`, status: 'error' as const }
              : {})}
          />
        </div>
      )}
      {problem && (
        <p id={`${id}-problem`} className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  )
}
