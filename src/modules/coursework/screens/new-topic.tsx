import { useQueryClient } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** A teacher starts a discussion. */
export function NewTopic({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  async function make() {
    try {
      await api.post(`${path}/topics`, { title, text })
      await client.invalidateQueries({ queryKey: ['coursework'] })
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <Modal
      open
      title={t('new-topic')}
      okText={t('add')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <FormRow id="topic-title" label={t('topic-title')} isRequired>
        <Input id="topic-title" value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </FormRow>
      <FormRow id="topic-text" label={t('topic-text')}>
        <Input.TextArea
          id="topic-text"
          value={text}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={({ target }) => setText(target.value)}
        />
      </FormRow>
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}
