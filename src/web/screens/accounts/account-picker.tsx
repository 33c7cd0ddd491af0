import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { clearing } from '../../../fields/views.ts'
import { api, queryOf } from '../../kit/api.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'

export interface AccountOption {
  readonly id: string
  readonly title: string
  readonly hint: string | null
}

/** Accounts whose name or person contains what was typed. */
export function findAccounts(q: string, signal?: AbortSignal): Promise<readonly AccountOption[]> {
  return api.get<readonly AccountOption[]>(`/accounts/options${queryOf({ q })}`, signal)
}

interface AccountPickerProps {
  readonly id: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Chooses an account. */
export function AccountPicker({ id, value, onChange }: AccountPickerProps) {
  const t = useTexts()
  const { lang } = useLang()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed)
  const { data, isFetching } = useQuery({
    queryKey: ['account-options', q],
    queryFn: ({ signal }) => findAccounts(q, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      id={id}
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={(data ?? []).map((one) => ({
        value: one.id,
        label: one.hint ? `${one.title} · ${one.hint}` : one.title,
      }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      allowClear={clearing(lang)}
      placeholder={t('accounts.pick')}
      style={{ width: '100%' }}
    />
  )
}
