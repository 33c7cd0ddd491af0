import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { AnyRegister, Label, WireRecord } from '../../../language/index.ts'
import { findRegister } from '../../app/catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { ApiError, api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import { NotFound } from '../not-found/not-found.tsx'
import { closedFields, givenValues, readAsked, startingValues } from './check-record.ts'
import { RecordForm, focusFirstProblem } from './record-form.tsx'
import { useRecordForm } from './use-record-form.ts'
import './record.css'

/** A new record; `?values={…}` in the address fills in what whoever leads here knows, `&titles={…}` what references are called. */
export function NewRecord() {
  const register = findRegister(useParams()['register'])
  return register ? <Form key={register.name} register={register} /> : <NotFound />
}

function Form({ register }: { readonly register: AnyRegister }) {
  const t = useTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [search] = useSearchParams()
  const [asked, named] = [search.get('values'), search.get('titles')]
  const start = useMemo(() => startingValues(register, asked), [register, asked])
  const titles = useMemo(() => readAsked(named) as Readonly<Record<string, string>>, [named])
  const { roles } = useSession()
  const closed = useMemo(
    () =>
      closedFields(
        register,
        roles.map((one) => one.role),
      ),
    [register, roles],
  )
  const form = useRecordForm(register, start, closed)
  const [general, setGeneral] = useState<readonly Label[]>([])
  const [isSaving, setSaving] = useState(false)
  useUnsavedWarning(form.isDirty && !isSaving)
  const list = `/registers/${register.name}`

  async function save(then: 'open' | 'next') {
    if (isSaving) return
    if (!form.check()) return focusFirstProblem()
    setSaving(true)
    setGeneral([])
    try {
      const record = await api.post<WireRecord>(list, { values: givenValues(register, form.values, closed) })
      void client.invalidateQueries({ queryKey: ['records', register.name] })
      void client.invalidateQueries({ queryKey: ['workbench'] })
      void message.success(t('record.created'))
      if (then === 'next') {
        form.reset(start)
        setSaving(false)
        document.querySelector<HTMLElement>('.record-form input')?.focus()
      } else void navigate(`${list}/${record.id}`)
    } catch (error) {
      setSaving(false)
      if (error instanceof ApiError) {
        setGeneral(form.refuse(error))
        focusFirstProblem()
      } else void message.error(errorText(error))
    }
  }

  return (
    <div className="record-page record-new">
      <PageHeader
        title={t('list.new', { name: register.label[lang] })}
        back={{ to: list, text: register.label[lang] }}
        subtitle={register.help?.[lang]}
      />
      <RecordForm
        register={register}
        form={form}
        initial={start}
        titles={titles}
        closed={closed}
        general={general}
        onSave={() => void save('open')}
      />
      <div className="form-actions">
        <Button type="primary" loading={isSaving} onClick={() => void save('open')}>
          {t('common.save')}
        </Button>
        <Button disabled={isSaving} onClick={() => void save('next')}>
          {t('record.save-next')}
        </Button>
        <Button type="text" onClick={() => void navigate(list)}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
