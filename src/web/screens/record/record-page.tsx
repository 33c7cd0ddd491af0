import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { findRegister } from '../../app/catalogue.ts'
import { useShortcut } from '../../app/shortcuts.tsx'
import { api } from '../../kit/api.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { NotFound } from '../not-found/not-found.tsx'
import { neighbours } from '../register-list/list-trail.ts'
import { EditRecord } from './edit-record.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordSide } from './record-side.tsx'
import { RecordValues } from './record-values.tsx'
import './record.css'

/** One record: its values, what may be done with it, and its story. */
export function RecordPage() {
  const { register: name, id } = useParams()
  const register = findRegister(name)
  return register && id ? <Page key={id} register={register} id={id} /> : <NotFound />
}

function Page({ register, id }: { readonly register: AnyRegister; readonly id: string }) {
  const { lang } = useLang()
  const path = `/registers/${register.name}/${id}`
  const {
    data: record,
    error,
    isPending,
    refetch,
  } = useQuery({ queryKey: ['record', register.name, id], queryFn: ({ signal }) => api.get<WireRecord>(path, signal) })
  if (isPending) return <Loading rows={10} />
  if (error) return <ErrorState error={error} what={register.label[lang]} onRetry={() => void refetch()} />
  return <Shown register={register} record={record} />
}

function Shown({ register, record }: { readonly register: AnyRegister; readonly record: WireRecord }) {
  const t = useTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const isEditing = search.get('edit') === '1' && record.can.update
  const near = neighbours(register.name, record.id)
  const go = (id: string | undefined) => id && void navigate(`/registers/${register.name}/${id}`)
  const setEditing = (on: boolean) => setSearch(on ? { edit: '1' } : {}, { replace: true })
  useShortcut('e', t('record.edit'), () => record.can.update && setEditing(true))
  useShortcut('[', t('record.previous'), () => go(near.previous))
  useShortcut(']', t('record.next'), () => go(near.next))

  function keep(next: WireRecord, said: string) {
    client.setQueryData(['record', register.name, record.id], next)
    void client.invalidateQueries({ queryKey: ['records', register.name] })
    void client.invalidateQueries({ queryKey: ['record-side', register.name, record.id] })
    void client.invalidateQueries({ queryKey: ['workbench'] })
    void message.success(said)
  }

  const title = String(record.titles[register.title] ?? record.values[register.title] ?? t('record.untitled'))
  return (
    <div className="record-page">
      <PageHeader
        title={title}
        back={{ to: near.back, text: register.label[lang] }}
        tags={
          (register.lifecycle || record.deletedAt) && <StatusTag state={record.deletedAt ? 'deleted' : record.state} />
        }
        subtitle={t('record.changed', { time: formatTime(record.updatedAt), version: record.version })}
        actions={
          <>
            {(near.previous ?? near.next) && (
              <span className="record-near">
                <Button
                  icon={<LeftOutlined />}
                  disabled={!near.previous}
                  aria-label={t('record.previous')}
                  title={t('record.previous')}
                  onClick={() => go(near.previous)}
                />
                <Button
                  icon={<RightOutlined />}
                  disabled={!near.next}
                  aria-label={t('record.next')}
                  title={t('record.next')}
                  onClick={() => go(near.next)}
                />
              </span>
            )}
            {!isEditing && (
              <RecordActions
                register={register}
                record={record}
                title={title}
                onDone={keep}
                onEdit={() => setEditing(true)}
                isBusy={busy}
                setBusy={setBusy}
              />
            )}
          </>
        }
      />
      <div className="record-columns">
        <div className="record-main">
          {isEditing ? (
            <EditRecord
              register={register}
              record={record}
              onClose={() => setEditing(false)}
              onSaved={(next) => {
                keep(next, t('record.saved'))
                setEditing(false)
              }}
            />
          ) : (
            <RecordValues register={register} record={record} />
          )}
        </div>
        <RecordSide register={register} record={record} />
      </div>
    </div>
  )
}
