import { Button } from 'antd'
import { useState } from 'react'
import type { AnyRegister, Label, WireHistory, WireRecord } from '../../../language/index.ts'
import { ApiError, api } from '../../kit/api.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import type { Values } from './check-record.ts'
import { changedValues } from './check-record.ts'
import type { Merge } from './merge-stale.ts'
import { mergeStale } from './merge-stale.ts'
import { RecordForm, focusFirstProblem } from './record-form.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { useRecordForm } from './use-record-form.ts'

interface EditRecordProps {
  readonly register: AnyRegister
  readonly record: WireRecord
  readonly onSaved: (record: WireRecord) => void
  readonly onClose: () => void
}

interface Race {
  readonly merge: Merge
  readonly current: WireRecord
  readonly changes: readonly WireHistory[]
}

const UNEXPECTED: Label = { zh: '保存时出现意外错误，请重试。', en: 'Saving failed unexpectedly. Try again.' }

/** Changes a record. When somebody else saved first, nothing is lost: both versions are shown side by side. */
export function EditRecord({ register, record, onSaved, onClose }: EditRecordProps) {
  const t = useTexts()
  // The record may be refreshed below the form; the edit keeps what it started from.
  const [base, setBase] = useState(record)
  const form = useRecordForm(register, base.values, base.masked)
  const [general, setGeneral] = useState<readonly Label[]>([])
  const [race, setRace] = useState<Race>()
  const [isSaving, setSaving] = useState(false)
  useUnsavedWarning(form.isDirty && !isSaving)

  async function save(from: WireRecord, values: Values) {
    const changes = changedValues(from.values, values)
    if (Object.keys(changes).length === 0) return onClose()
    setSaving(true)
    setGeneral([])
    try {
      onSaved(
        await api.patch<WireRecord>(`/registers/${register.name}/${record.id}`, {
          values: changes,
          version: from.version,
        }),
      )
    } catch (error) {
      if (!(error instanceof ApiError)) setGeneral([UNEXPECTED])
      else if (error.status === 409 && error.current)
        setRace({
          merge: mergeStale(from.values, values, error.current.values),
          current: error.current,
          changes: error.changes ?? [],
        })
      else {
        setGeneral(form.refuse(error))
        focusFirstProblem()
      }
    } finally {
      setSaving(false)
    }
  }
  function trySave() {
    if (isSaving) return
    if (form.check()) void save(base, form.values)
    else focusFirstProblem()
  }

  return (
    <>
      <RecordForm
        register={register}
        form={form}
        masked={base.masked}
        titles={base.titles}
        initial={base.values}
        general={general}
        onSave={trySave}
      />
      <div className="form-actions">
        <Button type="primary" loading={isSaving} onClick={trySave}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <span className="form-state" role="status">
          {form.isDirty ? t('form.unsaved', { n: Object.keys(form.changes).length }) : ''}
        </span>
      </div>
      {race && (
        <StaleDialog
          register={register}
          merge={race.merge}
          changes={race.changes}
          onClose={() => setRace(undefined)}
          onSave={(values) => {
            const { current } = race
            setRace(undefined)
            setBase(current)
            form.reset(current.values)
            for (const [name, value] of Object.entries(changedValues(current.values, values))) form.set(name, value)
            void save(current, values)
          }}
        />
      )}
    </>
  )
}
