import { useQuery } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import type { WireNames } from '../wire.ts'
import { useAuditTexts } from './use-audit-texts.ts'

const lineOf = ({ names }: WireNames) => names.join('、')

/** Names that mean the same to this college: a group a line. */
export function NamesDialog({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const t = useAuditTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [text, setText] = useState<string>()
  const {
    data = [],
    isPending,
    refetch,
  } = useQuery({
    queryKey: ['report-audits', 'names'],
    queryFn: ({ signal }) => api.get<WireNames[]>('/report-audits/names', signal),
  })
  const shown = text ?? data.map(lineOf).join('\n')

  async function save() {
    const lines = shown.split('\n').filter((line) => line.trim() !== '')
    try {
      // A line that is as it was keeps its group; the rest are taken away or made.
      for (const group of data)
        if (!lines.includes(lineOf(group))) await api.put('/report-audits/names', { id: group.id, names: [] })
      for (const line of lines)
        if (!data.some((group) => lineOf(group) === line))
          await api.put('/report-audits/names', { names: line.split(/[、,，;；|]/) })
      await refetch()
      void message.success(t('names.saved'))
      onClose()
      onSaved()
    } catch (error) {
      void message.error(errorText(error))
    }
  }

  return (
    <Modal
      open
      title={t('page.names')}
      okText={t('names.save')}
      cancelText={t('mark.cancel')}
      onOk={save}
      onCancel={onClose}
    >
      <p className="dialog-hint">{t('names.hint')}</p>
      <Input.TextArea
        value={shown}
        disabled={isPending}
        autoSize={{ minRows: 6, maxRows: 16 }}
        aria-label={t('page.names')}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  )
}
