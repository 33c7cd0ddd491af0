import { RecordPicker } from '../../fields/views.ts'
import { useLang } from './use-lang.tsx'

interface PickerProps {
  readonly id: string
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly title?: string | undefined
  readonly disabled?: boolean
  /** Needed when no visible label is tied to `id`. */
  readonly label?: string
}

/** Chooses a unit of the college. */
export function UnitPicker(props: PickerProps) {
  return <OnePicker register="units" {...props} />
}

/** Chooses a person. */
export function PersonPicker(props: PickerProps) {
  return <OnePicker register="people" {...props} />
}

function OnePicker({
  register,
  id,
  value,
  onChange,
  title,
  disabled,
  label,
}: PickerProps & { readonly register: string }) {
  const { lang } = useLang()
  return (
    <RecordPicker
      register={register}
      id={id}
      ids={value ? [value] : []}
      titles={value && title ? { [value]: title } : {}}
      many={false}
      onChange={(ids) => onChange(ids[0] ?? null)}
      lang={lang}
      disabled={disabled}
      label={label}
    />
  )
}
