import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, queryOf, upload } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import type { WireMaterial } from '../wire.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

interface MaterialsProps {
  readonly materials: readonly WireMaterial[]
  readonly path: string
  readonly lessonId: string | null
  readonly courseId: string
  readonly canChange: boolean
}

/** Files and addresses; opening one is recorded for students. */
export function Materials({ materials, path, lessonId, courseId, canChange }: MaterialsProps) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const [isAdding, setAdding] = useState(false)
  const again = () => client.invalidateQueries({ queryKey: ['coursework'] })
  async function open({ id, address }: WireMaterial) {
    // Opened at once: a browser lets nobody open a window later than the tap.
    window.open(address ?? `/api/coursework/materials/${id}/file`, '_blank', 'noopener')
    try {
      await api.post(`/coursework/materials/${id}/open`)
      await again()
    } catch (error) {
      void message.error(errorText(error))
    }
  }
  async function withdraw(id: string) {
    try {
      await api.post(`/coursework/materials/${id}/withdraw`)
      await again()
    } catch (error) {
      void message.error(errorText(error))
    }
  }
  return (
    <>
      {canChange && (
        <div className="list-tools">
          <Button onClick={() => setAdding(true)}>{t('add-material')}</Button>
        </div>
      )}
      {materials.length === 0 && <EmptyState title={t('no-materials')} />}
      {materials.length > 0 && (
        <ul className="work-list card">
          {materials.map((one) => (
            <li key={one.id}>
              <span>
                <button type="button" className="work-link" onClick={() => void open(one)}>
                  {one.title}
                </button>
                <small>{one.file?.name ?? one.address}</small>
              </span>
              <span className="work-tags">
                {one.isPreview && <span className="work-tag">{t('material-preview')}</span>}
                {canChange ? (
                  <>
                    <span className="work-tag">{t('material-opened', { n: one.opened })}</span>
                    <Button size="small" type="text" onClick={() => void withdraw(one.id)}>
                      {t('withdraw')}
                    </Button>
                  </>
                ) : (
                  one.opened > 0 && <span className="work-tag work-good">{t('material-read')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <NewMaterial path={path} lessonId={lessonId} courseId={courseId} onClose={() => setAdding(false)} />}
    </>
  )
}

/** The knowledge points of a course, to choose from. */
export function PointsSelect({
  id,
  courseId,
  value,
  onChange,
}: {
  readonly id: string
  readonly courseId: string
  readonly value: readonly string[]
  readonly onChange: (points: string[]) => void
}) {
  const { data } = useQuery({
    queryKey: ['items', 'points', courseId],
    queryFn: ({ signal }) =>
      api.get<{ id: string; code: string; name: string }[]>(`/items/points${queryOf({ course: courseId })}`, signal),
  })
  return (
    <Select
      id={id}
      mode="multiple"
      value={[...value]}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? []).map((point) => ({ value: point.id, label: `${point.code} ${point.name}` }))}
    />
  )
}

function NewMaterial({
  path,
  lessonId,
  courseId,
  onClose,
}: Omit<MaterialsProps, 'materials' | 'canChange'> & { readonly onClose: () => void }) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  const [file, setFile] = useState<FileRef>()
  const [isPreview, setPreview] = useState(lessonId !== null)
  const [points, setPoints] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string>()
  async function take(chosen: File | undefined) {
    if (!chosen) return
    try {
      setFile(await upload<FileRef>('/files', chosen))
      if (title === '') setTitle(chosen.name.replace(/\.[^.]+$/, ''))
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  async function add() {
    try {
      await api.post(`${path}/materials`, {
        lessonId,
        title,
        file: file ?? null,
        address: file ? null : address.trim() || null,
        knowledgePoints: points,
        isPreview,
      })
      await client.invalidateQueries({ queryKey: ['coursework'] })
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <Modal
      open
      title={t('add-material')}
      okText={t('add')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: title.trim() === '' || (!file && address.trim() === '') }}
      onOk={() => void add()}
      onCancel={onClose}
    >
      <FormRow id="material-title" label={t('material-title')} isRequired>
        <Input id="material-title" value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
      </FormRow>
      <FormRow id="material-file" label={t('material-file')}>
        <input id="material-file" type="file" onChange={({ target }) => void take(target.files?.[0])} />
      </FormRow>
      {!file && (
        <FormRow id="material-address" label={t('material-address')}>
          <Input
            id="material-address"
            placeholder="https://"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </FormRow>
      )}
      <FormRow id="material-points" label={t('points')}>
        <PointsSelect id="material-points" courseId={courseId} value={points} onChange={setPoints} />
      </FormRow>
      {lessonId && (
        <Checkbox checked={isPreview} onChange={({ target }) => setPreview(target.checked)}>
          {t('material-preview')}
        </Checkbox>
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}
