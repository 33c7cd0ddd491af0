import { Select } from 'antd'
import { Themed } from '../../app/themed.tsx'
import { FormRow } from '../../kit/form-row.tsx'
import { useTexts } from '../../kit/use-texts.ts'

interface CollegeChoiceProps {
  readonly colleges: readonly { readonly code: string; readonly name: string }[]
  readonly value: string | undefined
  readonly onChange: (code: string) => void
}

/** Which college to sign in to, on a server with several. */
export function CollegeChoice({ colleges, value, onChange }: CollegeChoiceProps) {
  const t = useTexts()
  return (
    <FormRow id="college" label={t('sign-in.college')}>
      <Themed>
        <Select
          id="college"
          value={value ?? null}
          onChange={onChange}
          showSearch={{ optionFilterProp: 'label' }}
          options={colleges.map((one) => ({ value: one.code, label: one.name }))}
          style={{ width: '100%' }}
        />
      </Themed>
    </FormRow>
  )
}
