import { EditOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { ApiError, api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useErrorText } from '../../kit/error-state.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'

interface Action {
  readonly name: string
  readonly text: string
  readonly needsComment: boolean
}

interface RecordActionsProps {
  readonly register: AnyRegister
  readonly record: WireRecord
  readonly title: string
  readonly onDone: (record: WireRecord, said: string) => void
  readonly onEdit: () => void
  readonly isBusy: boolean
  readonly setBusy: (isBusy: boolean) => void
}

/** Exactly what the server says this person may do now. */
export function RecordActions({ register, record, title, onDone, onEdit, isBusy, setBusy }: RecordActionsProps) {
  const t = useTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [asked, setAsked] = useState<Action>()
  const { can } = record

  async function act(action: Action, comment: string) {
    const path = `/registers/${register.name}/${record.id}/actions/${action.name}`
    const next = await api.post<WireRecord>(path, { version: record.version, ...(comment === '' ? {} : { comment }) })
    onDone(next, t('record.did', { action: action.text }))
  }

  async function start(action: Action) {
    if (action.needsComment) return setAsked(action)
    setBusy(true)
    try {
      await act(action, '')
    } catch (error) {
      if (error instanceof ApiError && error.current) onDone(error.current, t('record.refreshed'))
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  const actions = can.actions.map((action) => ({
    name: action.name,
    text: action.label[lang],
    needsComment: action.comment,
  }))
  return (
    <>
      {can.delete && (
        <Button
          danger
          type="text"
          onClick={() => setAsked({ name: 'delete', text: t('action.delete'), needsComment: true })}
        >
          {t('action.delete')}
        </Button>
      )}
      {can.restore && (
        <Button onClick={() => void start({ name: 'restore', text: t('action.restore'), needsComment: false })}>
          {t('action.restore')}
        </Button>
      )}
      {can.update && (
        <Button icon={<EditOutlined />} onClick={onEdit}>
          {t('record.edit')}
        </Button>
      )}
      {actions.map((action, index) => (
        <Button
          key={action.name}
          type={index === 0 ? 'primary' : 'default'}
          loading={isBusy && index === 0}
          onClick={() => void start(action)}
        >
          {action.text}
        </Button>
      ))}
      {asked && (
        <ConfirmComment
          title={`${asked.text}: ${title}`}
          comment="required"
          okText={asked.text}
          isDangerous={asked.name === 'delete'}
          onConfirm={(comment) => act(asked, comment)}
          onClose={() => setAsked(undefined)}
        >
          {asked.name === 'delete' && <p>{t('record.delete-hint')}</p>}
        </ConfirmComment>
      )}
    </>
  )
}
