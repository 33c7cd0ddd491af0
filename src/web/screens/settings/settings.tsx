import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Label } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useUnsavedWarning } from '../../kit/use-unsaved-warning.ts'
import { settingTexts } from './setting-texts.ts'
import './settings.css'

type SettingValue = string | number | boolean | null
type Values = Readonly<Record<string, SettingValue>>

/** The college's own settings. */
export function Settings() {
  const t = useTexts()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<Values>('/settings', signal),
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

function Form({ settings }: { readonly settings: Values }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const shown = Object.entries(settings).filter(([, value]) => value === null || typeof value !== 'object')
  const [values, setValues] = useState<Values>(Object.fromEntries(shown))
  const changes = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== settings[name]))
  const isDirty = Object.keys(changes).length > 0
  useUnsavedWarning(isDirty)
  async function save() {
    try {
      await api.patch('/settings', changes)
      void message.success(t('settings.saved'))
      await client.invalidateQueries({ queryKey: ['settings'] })
      await client.invalidateQueries({ queryKey: ['session'] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }
  if (shown.length === 0) return <EmptyState title={t('settings.none')} />
  const labelOf = (name: string) => (settingTexts as Readonly<Record<string, Label>>)[name]?.[lang] ?? name
  return (
    <form
      className="card settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {shown.map(([name]) => (
        <FormRow key={name} id={`setting-${name}`} label={labelOf(name)}>
          <SettingInput
            name={name}
            value={values[name] ?? null}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        </FormRow>
      ))}
      <Button type="primary" htmlType="submit" disabled={!isDirty}>
        {t('common.save')}
      </Button>
    </form>
  )
}

function SettingInput({
  name,
  value,
  onChange,
}: {
  readonly name: string
  readonly value: SettingValue
  readonly onChange: (value: SettingValue) => void
}) {
  const id = `setting-${name}`
  if (typeof value === 'boolean') return <Switch id={id} checked={value} onChange={onChange} />
  if (typeof value === 'number')
    return <InputNumber id={id} value={value} onChange={(next) => onChange(next)} controls={false} />
  if (name === 'lang' || name === 'language')
    return (
      <Select
        id={id}
        value={value}
        onChange={onChange}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
    )
  return (
    <Input
      id={id}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}
