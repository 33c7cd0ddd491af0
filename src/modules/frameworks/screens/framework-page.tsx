import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireTree } from '../wire.ts'
import { Comparison } from './comparison.tsx'
import { ItemPanel } from './item-panel.tsx'
import { ItemTree } from './item-tree.tsx'
import { useFrameworkTexts } from './use-framework-texts.ts'
import './frameworks.css'

/** One framework: its tree with search, an item's crosswalks, comparison with another version, CASE export. */
export function FrameworkPage() {
  const t = useFrameworkTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const [chosen, setChosen] = useState<string>()
  const [other, setOther] = useState<string>()
  const [isMaking, setMaking] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['frameworks', id],
    queryFn: ({ signal }) => api.get<WireTree>(`/frameworks/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { framework, versions } = data
  return (
    <>
      <PageHeader
        title={framework.name}
        tags={<StatusTag state={framework.state} />}
        subtitle={[
          t('row.about', { kind: framework.kind[lang], version: framework.version, n: framework.items }),
          framework.industry,
          framework.issuer,
        ]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/frameworks', text: t('back') }}
        actions={
          <>
            <Link to={`/registers/frameworks/${id}`}>{t('record')}</Link>
            {versions.length > 1 && (
              <Select
                aria-label={t('compare')}
                placeholder={t('compare')}
                value={other ?? null}
                onChange={(value: string) => setOther(value)}
                options={versions
                  .filter((version) => version.id !== id)
                  .map((version) => ({ value: version.id, label: `${t('compare')} ${version.version}` }))}
              />
            )}
            {data.canWrite && <Button onClick={() => setMaking(true)}>{t('version')}</Button>}
            <Button onClick={() => download(`/frameworks/${id}/package.json`)}>{t('export')}</Button>
          </>
        }
      />
      {data.description && <p>{data.description}</p>}
      {other ? (
        <Comparison id={id} other={other} onClose={() => setOther(undefined)} />
      ) : (
        <div className="framework-two">
          <ItemTree tree={data} chosen={chosen} onChoose={setChosen} />
          <aside className="framework-side">
            {chosen ? (
              <ItemPanel
                id={chosen}
                canWrite={data.canWrite}
                onGo={(to) => {
                  setChosen(to.item)
                  if (to.framework !== id) void navigate(`/frameworks/${to.framework}`)
                }}
              />
            ) : (
              <p>{t('tree.choose')}</p>
            )}
          </aside>
        </div>
      )}
      {isMaking && <NewVersion id={id} onClose={() => setMaking(false)} />}
    </>
  )
}

function NewVersion({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useFrameworkTexts()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const nameId = useId()
  const [version, setVersion] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function make() {
    setBusy(true)
    try {
      const made = await api.post<{ id: string }>(`/frameworks/${id}/versions`, { version })
      await client.invalidateQueries({ queryKey: ['frameworks'] })
      onClose()
      void navigate(`/frameworks/${made.id}`)
    } catch (error) {
      void message.error(errorText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('version')}
      okText={t('version.make')}
      okButtonProps={{ disabled: version.trim() === '', loading: isBusy }}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <p>{t('version.hint')}</p>
      <label htmlFor={nameId}>{t('version.name')}</label>
      <Input id={nameId} value={version} maxLength={60} onChange={(event) => setVersion(event.target.value)} />
    </Modal>
  )
}
