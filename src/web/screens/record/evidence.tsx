import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Field, FileRef } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { fieldServices } from '../../app/field-services.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { SideProps } from './use-side.ts'
import { useSide } from './use-side.ts'

interface EvidenceItem {
  readonly id: string
  readonly file: FileRef
  readonly note: string | null
  readonly by: string
  readonly at: string
}

const filesField: Field<'files'> = { kind: 'files', label: { zh: '佐证材料', en: 'Evidence' } }

/** Files that prove what the record says. */
export function Evidence(props: SideProps) {
  const t = useTexts()
  const { lang } = useLang()
  const id = useId()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = useSide<readonly EvidenceItem[]>(props, 'evidence')
  const [files, setFiles] = useState<readonly FileRef[]>([])
  const [note, setNote] = useState('')
  const [removed, setRemoved] = useState<EvidenceItem>()
  const path = `/registers/${props.register.name}/${props.record.id}/evidence`
  const { Input: FilesInput } = viewOf(filesField)
  const reload = () => client.invalidateQueries({ queryKey: ['record-side', props.register.name, props.record.id] })

  async function add() {
    try {
      await api.post(path, {
        sha256s: files.map((file) => file.sha256),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      })
      setFiles([])
      setNote('')
      await reload()
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }

  if (isPending) return <Loading rows={3} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className="evidence">
      {data.length === 0 && (
        <EmptyState title={t('evidence.none')} hint={props.record.can.update ? t('evidence.none-hint') : ''} />
      )}
      <ul>
        {data.map((item) => (
          <li key={item.id}>
            <div>
              <a href={fieldServices.fileAddress(item.file)} download={item.file.name}>
                <PaperClipOutlined aria-hidden /> {item.file.name}
              </a>
              {item.note && <p>{item.note}</p>}
              <small>
                {item.by} · {formatTime(item.at)}
              </small>
            </div>
            {props.record.can.update && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('evidence.remove', { name: item.file.name })}
                onClick={() => setRemoved(item)}
              />
            )}
          </li>
        ))}
      </ul>
      {props.record.can.update && (
        <div className="evidence-add">
          <FilesInput
            id={`${id}-files`}
            field={filesField}
            lang={lang}
            value={files}
            onChange={(next) => setFiles(next ?? [])}
          />
          {files.length > 0 && (
            <>
              <Input
                aria-label={t('evidence.note')}
                placeholder={t('evidence.note')}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                maxLength={500}
              />
              <Button type="primary" onClick={() => void add()}>
                {t('evidence.add')}
              </Button>
            </>
          )}
        </div>
      )}
      {removed && (
        <ConfirmComment
          title={t('evidence.remove', { name: removed.file.name })}
          comment="none"
          okText={t('common.remove')}
          isDangerous
          onClose={() => setRemoved(undefined)}
          onConfirm={async () => {
            await api.delete(`${path}/${removed.id}`)
            await reload()
          }}
        />
      )}
    </div>
  )
}
