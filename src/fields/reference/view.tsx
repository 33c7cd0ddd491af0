import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { Lang } from '../../language/label.ts'
import { viewTexts } from '../view-texts.ts'
import type { CellProps, FieldView, FilterInputProps, InputProps, Option } from '../view.tsx'
import { clearing, described, useFieldServices } from '../view.tsx'

const hintOf = (option: Option, lang: Lang) => (typeof option.hint === 'string' ? option.hint : option.hint?.[lang])

/** Options for what was typed, and the titles of what is chosen already. */
function useOptions(register: string, ids: readonly string[], isOpen: boolean) {
  const services = useFieldServices()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed)
  const found = useQuery({
    queryKey: ['options', register, q],
    queryFn: () => services.findOptions(register, { q }),
    placeholderData: keepPreviousData,
    enabled: isOpen,
    staleTime: 30_000,
  })
  const known = useQuery({
    queryKey: ['options-by-id', register, [...ids].sort().join()],
    queryFn: () => services.findOptions(register, { ids }),
    enabled: ids.length > 0,
    staleTime: 300_000,
  })
  return { found, known: known.data ?? [], setTyped }
}

interface PickerProps {
  readonly register: string
  readonly ids: readonly string[]
  readonly titles?: Readonly<Record<string, string>>
  readonly many: boolean
  readonly onChange: (ids: readonly string[]) => void
  readonly lang: Lang
  readonly id: string
  readonly problem?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** A name for where no visible label is tied to it. */
  readonly label?: string | undefined
}

const renderOption = (option: { readonly data: { readonly label: string; readonly hint: string | undefined } }) => (
  <span className="field-option">
    <span>{option.data.label}</span>
    <small>{option.data.hint}</small>
  </span>
)

/** Chooses records of a register by typing part of a name or number. */
export function RecordPicker({
  register,
  ids,
  titles = {},
  many,
  onChange,
  lang,
  id,
  problem,
  disabled,
  label,
}: PickerProps) {
  const [isOpen, setOpen] = useState(false)
  const { found, known, setTyped } = useOptions(
    register,
    ids.filter((one) => !titles[one]),
    isOpen,
  )
  const options = new Map<string, { value: string; label: string; hint: string | undefined }>()
  for (const one of ids)
    options.set(one, {
      value: one,
      label: titles[one] ?? known.find((o) => o.id === one)?.title ?? '…',
      hint: undefined,
    })
  for (const option of isOpen ? (found.data ?? []) : [])
    options.set(option.id, { value: option.id, label: option.title, hint: hintOf(option, lang) })
  const chosen = many ? [...ids] : (ids[0] ?? null)
  return (
    <Select
      id={id}
      {...(many ? { mode: 'multiple' as const } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={chosen as never}
      onChange={(next: string | string[] | null | undefined) =>
        onChange(Array.isArray(next) ? next : next ? [next] : [])
      }
      onOpenChange={setOpen}
      options={[...options.values()]}
      optionRender={renderOption}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isOpen && found.isFetching}
      notFoundContent={
        found.isError
          ? viewTexts.searchFailed[lang]
          : found.isPending
            ? viewTexts.searching[lang]
            : viewTexts.nothingFound[lang]
      }
      allowClear={clearing(lang)}
      placeholder={viewTexts.searchAndChoose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

function ReferenceCell({ value, field, title }: CellProps<'reference'>) {
  const services = useFieldServices()
  const { data } = useQuery({
    queryKey: ['options-by-id', field.register, value],
    queryFn: () => services.findOptions(field.register, { ids: [value] }),
    enabled: title === undefined,
    staleTime: 300_000,
  })
  return <span>{title ?? data?.[0]?.title ?? '…'}</span>
}

function ReferenceInput({ value, onChange, field, lang, id, title, problem, disabled }: InputProps<'reference'>) {
  return (
    <RecordPicker
      register={field.register}
      ids={value ? [value] : []}
      titles={value && title ? { [value]: title } : {}}
      many={false}
      onChange={(ids) => onChange(ids[0] ?? null)}
      lang={lang}
      id={id}
      problem={problem}
      disabled={disabled}
    />
  )
}

function ReferenceFilterInput({ value, onChange, field, lang, id }: FilterInputProps<'reference'>) {
  return (
    <RecordPicker
      register={field.register}
      ids={Array.isArray(value) ? (value as string[]) : []}
      many
      onChange={onChange}
      lang={lang}
      id={id}
    />
  )
}

export const referenceView: FieldView<'reference'> = {
  Cell: ReferenceCell,
  Input: ReferenceInput,
  filter: { operators: ['in', 'empty', 'filled'], FilterInput: ReferenceFilterInput },
  width: 150,
}
