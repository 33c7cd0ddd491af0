import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { AnyRegister, Label, WireHistory, WireRecord } from '../../../language/index.ts'
import { useSession } from '../../app/session.tsx'
import { ApiError, api } from '../../kit/api.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import type { Values } from './check-record.ts'
import { changeNeedsReason, changedValues, closedFields } from './check-record.ts'
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
  const { lang } = useLang()
  // The record may be refreshed below the form; the edit keeps what it started from.
  const [base, setBase] = useState(record)
  const { roles } = useSession()
  const closed = useMemo(
    () =>
      closedFields(
        register,
        roles.map((one) => one.role),
      ),
    [register, roles],
  )
  const form = useRecordForm(register, base.values, closed)
  const needsReason = changeNeedsReason(register, base.state)
  const [reason, setReason] = useState('')
  const [reasonProblem, setReasonProblem] = useState<string>()
  const path = `/registers/${register.name}/${record.id}`
  const [general, setGeneral] = useState<readonly Label[]>([])
  const [race, setRace] = useState<Race>()
  const [isSaving, setSaving] = useState(false)
  useUnsavedWarning(form.isDirty && !isSaving)

  async function mend(error: unknown, from: WireRecord, values: Values) {
    if (!(error instanceof ApiError)) return setGeneral([UNEXPECTED])
    if (error.code === 'stale') {
      const current = error.current ?? (await api.get<WireRecord>(path))
      return setRace({ merge: mergeStale(from.values, values, current.values), current, changes: error.changes ?? [] })
    }
    const asked = error.problems.find((problem) => problem.field === 'comment')
    if (asked) return setReasonProblem(asked.message[lang])
    setGeneral(form.refuse(error))
    focusFirstProblem()
  }
  async function save(from: WireRecord, values: Values) {
    const changes = changedValues(register, from.values, values)
    if (Object.keys(changes).length === 0) return onClose()
    setSaving(true)
    setGeneral([])
    try {
      const body = {
        values: changes,
        version: from.version,
        ...(reason.trim() === '' ? {} : { comment: reason.trim() }),
      }
      onSaved(await api.patch<WireRecord>(path, body))
    } catch (error) {
      await mend(error, from, values)
    } finally {
      setSaving(false)
    }
  }
  function trySave() {
    if (isSaving) return
    const isReasonMissing = needsReason && form.isDirty && reason.trim() === ''
    setReasonProblem(isReasonMissing ? t('record.needs-reason') : undefined)
    if (form.check() && !isReasonMissing) void save(base, form.values)
    else focusFirstProblem()
  }

  return (
    <>
      <RecordForm
        register={register}
        form={form}
        closed={closed}
        titles={base.titles}
        initial={base.values}
        general={general}
        onSave={trySave}
      >
        {(needsReason || reasonProblem) && (
          <div className="value-group">
            <FormRow
              id="change-reason"
              label={t('record.reason')}
              help={t('record.reason-hint')}
              problem={reasonProblem}
              isRequired
            >
              <Input.TextArea
                id="change-reason"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={1000}
              />
            </FormRow>
          </div>
        )}
      </RecordForm>
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
            for (const [name, value] of Object.entries(changedValues(register, current.values, values)))
              form.set(name, value)
            void save(current, values)
          }}
        />
      )}
    </>
  )
}
