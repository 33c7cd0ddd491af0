import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { viewTexts } from '../view-texts.ts'
import type { FieldView, FilterInputProps, InputProps } from '../view.tsx'
import { clearing, described, useFieldServices } from '../view.tsx'

function usePeriodOptions() {
  const services = useFieldServices()
  const { data, isPending } = useQuery({
    queryKey: ['periods'],
    queryFn: () => services.findPeriods(),
    staleTime: 300_000,
  })
  return { options: (data ?? []).map((period) => ({ value: period.code, label: period.name })), isPending }
}

function PeriodInput({ value, onChange, lang, id, problem, disabled }: InputProps<'period'>) {
  const { options, isPending } = usePeriodOptions()
  return (
    <Select
      id={id}
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? null)}
      options={options}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={clearing(lang)}
      placeholder={viewTexts.choose[lang]}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

function PeriodFilterInput({ value, onChange, lang, id }: FilterInputProps<'period'>) {
  const { options, isPending } = usePeriodOptions()
  return (
    <Select
      id={id}
      mode="multiple"
      value={Array.isArray(value) ? (value as string[]) : []}
      onChange={onChange}
      options={options}
      loading={isPending}
      placeholder={viewTexts.choose[lang]}
      style={{ width: '100%' }}
    />
  )
}

export const periodView: FieldView<'period'> = {
  Cell: ({ value }) => <span className="field-number">{value}</span>,
  Input: PeriodInput,
  filter: { operators: ['in', 'empty', 'filled'], FilterInput: PeriodFilterInput },
  width: 90,
}
