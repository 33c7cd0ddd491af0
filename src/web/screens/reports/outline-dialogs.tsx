import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { Outline } from './use-outline.ts'
import { useReportTexts } from './use-report-texts.ts'

/** The dialogs of the outline: add, rename, remove. */
export function OutlineDialogs({ outline }: { readonly outline: Outline }) {
  const t = useReportTexts()
  const { question, ask } = outline
  const close = () => ask(undefined)
  if (!question) return null
  if (question.kind === 'remove')
    return (
      <ConfirmComment
        title={t('outline.remove-title', { title: question.section.title })}
        comment="optional"
        okText={t('outline.remove')}
        isDangerous
        onConfirm={(reason) => outline.remove(question.section, reason)}
        onClose={close}
      >
        <p className="dialog-hint">{t('outline.remove-hint')}</p>
      </ConfirmComment>
    )
  if (question.kind === 'rename')
    return (
      <TitleDialog
        title={t('outline.rename')}
        start={question.section.title}
        onSave={(title) => outline.rename(question.section, title)}
        onClose={close}
      />
    )
  return (
    <TitleDialog
      title={t('outline.add')}
      {...(question.after ? { hint: t('outline.add-behind', { title: question.after.title }) } : {})}
      start=""
      onSave={(title) => outline.add(question.after?.id ?? null, question.level, title)}
      onClose={close}
    />
  )
}

interface TitleDialogProps {
  readonly title: string
  readonly hint?: string
  readonly start: string
  readonly onSave: (title: string) => Promise<void>
  readonly onClose: () => void
}

function TitleDialog({ title, hint, start, onSave, onClose }: TitleDialogProps) {
  const t = useReportTexts()
  const common = useTexts()
  const id = useId()
  const errorText = useErrorText()
  const [text, setText] = useState(start)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  async function save() {
    if (text.trim() === '') {
      setProblem(t('outline.needs-title'))
      return
    }
    setBusy(true)
    try {
      await onSave(text.trim())
      onClose()
    } catch (error) {
      setProblem(errorText(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={common('common.save')}
      cancelText={common('common.cancel')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={440}
    >
      <FormRow id={id} label={t('outline.title')} isRequired help={hint} problem={problem}>
        <Input
          id={id}
          value={text}
          maxLength={200}
          // The dialog has one question.
          autoFocus
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => void save()}
          {...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem`, status: 'error' as const } : {})}
        />
      </FormRow>
    </Modal>
  )
}
