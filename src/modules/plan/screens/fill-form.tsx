import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, InputNumber, Slider } from 'antd'
import { useState } from 'react'
import { viewOf } from '../../../fields/views.ts'
import type { FileRef } from '../../../language/fields.ts'
import { files as filesField } from '../../../language/index.ts'
import type { WireRecord } from '../../../language/wire.ts'
import { api, ApiError } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { useUnsavedWarning } from '../../../web/kit/use-unsaved-warning.ts'
import type { WireFill } from '../wire-run.ts'
import { useRunTexts } from './use-run-texts.ts'

interface FillFormProps {
  readonly fill: WireFill
  readonly onSubmitted: () => void
}

const FILES = filesField({ zh: '过程材料', en: 'Evidence' }, { maxFiles: 20 })

/** One form for a month of a task. What was typed stays, whatever the server says. */
export function FillForm({ fill, onSubmitted }: FillFormProps) {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { task, month, current, last } = fill
  const [percent, setPercent] = useState(current?.percent ?? last?.percent ?? 0)
  const [done, setDone] = useState(current?.done ?? '')
  const [problems, setProblems] = useState(current?.problems ?? '')
  const [reason, setReason] = useState(current?.reason ?? '')
  const [files, setFiles] = useState<readonly FileRef[]>(current?.files ?? [])
  const [isDirty, setDirty] = useState(false)
  const [busy, setBusy] = useState<'save' | 'submit'>()
  const [error, setError] = useState<unknown>()
  useUnsavedWarning(isDirty)
  const hasFallen = last !== null && percent < last.percent
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setDirty(true)
      set(value)
    }
  const problemAt = (field: string) =>
    error instanceof ApiError ? error.problems.find((problem) => problem.field === field)?.message[lang] : undefined
  const id = (name: string) => `fill-${task.id}-${name}`
  const elsewhere =
    error !== undefined && !['percent', 'done', 'problems', 'reason', 'files'].some((name) => problemAt(name))

  async function send(submit: boolean) {
    setBusy(submit ? 'submit' : 'save')
    setError(undefined)
    const text = (value: string) => (value.trim() === '' ? null : value)
    try {
      await api.post<WireRecord>('/plan-fills', {
        task: task.id,
        month,
        percent,
        done,
        problems: text(problems),
        reason: hasFallen ? text(reason) : null,
        files: files.length > 0 ? files : null,
        ...(current ? { id: current.id, version: current.version } : {}),
        submit,
      })
      setDirty(false)
      message.success(t(submit ? 'fill.submitted' : 'fill.saved'))
      if (submit) onSubmitted()
      await client.invalidateQueries({ queryKey: ['plan-fills'] })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(undefined)
    }
  }

  const { Input: FilesInput } = viewOf(FILES)
  return (
    <form
      className="run-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(true)
      }}
    >
      {elsewhere && (
        <p className="form-alert" role="alert">
          {errorText(error)}
        </p>
      )}
      <FormRow id={id('percent')} label={t('fill.percent')} isRequired problem={problemAt('percent')}>
        <div className="run-percent">
          <Slider
            min={0}
            max={100}
            step={5}
            value={percent}
            ariaLabelForHandle={t('fill.percent')}
            onChange={change(setPercent)}
          />
          <InputNumber
            id={id('percent')}
            min={0}
            max={100}
            precision={0}
            inputMode="numeric"
            value={percent}
            onChange={(value) => change(setPercent)(value ?? 0)}
          />
        </div>
      </FormRow>
      {(hasFallen || problemAt('reason')) && (
        <FormRow id={id('reason')} label={t('fill.reason')} isRequired problem={problemAt('reason')}>
          <Input.TextArea
            id={id('reason')}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={(event) => change(setReason)(event.target.value)}
          />
        </FormRow>
      )}
      <FormRow id={id('done')} label={t('fill.done')} isRequired help={t('fill.done-hint')} problem={problemAt('done')}>
        <Input.TextArea
          id={id('done')}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          value={done}
          onChange={(event) => change(setDone)(event.target.value)}
        />
      </FormRow>
      <FormRow
        id={id('problems')}
        label={t('fill.problems')}
        help={t('fill.problems-hint')}
        problem={problemAt('problems')}
      >
        <Input.TextArea
          id={id('problems')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={problems}
          onChange={(event) => change(setProblems)(event.target.value)}
        />
      </FormRow>
      <FormRow id={id('files')} label={t('fill.files')} problem={problemAt('files')}>
        <FilesInput
          id={id('files')}
          field={FILES}
          lang={lang}
          value={files}
          onChange={(value) => change(setFiles)(value ?? [])}
        />
      </FormRow>
      <div className="run-actions">
        <Button type="primary" htmlType="submit" loading={busy === 'submit'} disabled={busy === 'save'}>
          {t('fill.submit')}
        </Button>
        <Button loading={busy === 'save'} disabled={busy === 'submit'} onClick={() => void send(false)}>
          {t('fill.save')}
        </Button>
      </div>
    </form>
  )
}
