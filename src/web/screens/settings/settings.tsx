import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Field } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { api } from '../../kit/api.ts'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import { settingTexts } from './setting-texts.ts'
import './settings.css'

type Setting = keyof typeof settingTexts
type Value = string | boolean | null
type Settings = Readonly<Partial<Record<Setting, Value>>>

const names = Object.keys(settingTexts) as Setting[]
const periodField: Field<'period'> = { kind: 'period', label: settingTexts.currentPeriod }

/** The college's own settings. */
export function Settings() {
  const t = useTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<Settings>('/settings', signal),
  })
  return (
    <div className="narrow">
      <PageHeader title={t('settings.title')} actions={<Link to="/registers/periods">{t('settings.periods')}</Link>} />
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('settings.title')} onRetry={() => void refetch()} />}
      {data && <Form key={JSON.stringify(data)} settings={data} />}
    </div>
  )
}

function Form({ settings }: { readonly settings: Settings }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [values, setValues] = useState<Settings>(settings)
  const changed = names.filter((name) => (values[name] ?? '') !== (settings[name] ?? ''))
  useUnsavedWarning(changed.length > 0)
  async function save() {
    try {
      await api.patch('/settings', Object.fromEntries(changed.map((name) => [name, values[name] ?? ''])))
      void message.success(t('settings.saved'))
      await client.invalidateQueries({ queryKey: ['settings'] })
      await client.invalidateQueries({ queryKey: ['session'] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }
  const { Input: PeriodInput } = viewOf(periodField)
  return (
    <form
      className="card settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {names.map((name) => {
        const id = `setting-${name}`
        const value = values[name] ?? ''
        const set = (next: Value) => setValues({ ...values, [name]: next })
        if (typeof value === 'boolean')
          return (
            <Checkbox key={name} id={id} checked={value} onChange={(event) => set(event.target.checked)}>
              {settingTexts[name][lang]}
            </Checkbox>
          )
        return (
          <FormRow key={name} id={id} label={settingTexts[name][lang]}>
            {name === 'currentPeriod' ? (
              <PeriodInput id={id} field={periodField} lang={lang} value={value === '' ? null : value} onChange={set} />
            ) : (
              <Input id={id} value={value} onChange={(event) => set(event.target.value)} maxLength={200} />
            )}
          </FormRow>
        )
      })}
      <Button type="primary" htmlType="submit" disabled={changed.length === 0}>
        {t('common.save')}
      </Button>
    </form>
  )
}
