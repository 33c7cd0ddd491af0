import type { Editor } from '@tiptap/react'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { FormRow } from '../../kit/form-row.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { isAllowedLink } from './document-schema.ts'
import { useReportTexts } from './use-report-texts.ts'

/** Sets, changes or takes away the link of the selected words. */
export function LinkForm({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useReportTexts()
  const common = useTexts()
  const id = useId()
  const old = editor.getAttributes('link')['href'] as string | undefined
  const [address, setAddress] = useState(old ?? '')
  const [problem, setProblem] = useState<string>()
  function save() {
    const href = address.trim()
    if (!isAllowedLink(href)) {
      setProblem(t('link.wrong'))
      return
    }
    const chain = editor.chain().focus()
    if (editor.state.selection.empty && !old)
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.extendMarkRange('link').setLink({ href }).run()
    onClose()
  }
  return (
    <Modal
      open
      title={t('tool.link')}
      onCancel={onClose}
      width={440}
      footer={
        <>
          {old && (
            <Button
              danger
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                onClose()
              }}
            >
              {t('link.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{common('common.cancel')}</Button>
          <Button type="primary" onClick={save}>
            {common('common.save')}
          </Button>
        </>
      }
    >
      <FormRow id={id} label={t('link.address')} isRequired problem={problem}>
        <Input
          id={id}
          // The dialog has one question.
          autoFocus
          value={address}
          placeholder="https://"
          onChange={(event) => setAddress(event.target.value)}
          onPressEnter={save}
        />
      </FormRow>
    </Modal>
  )
}
