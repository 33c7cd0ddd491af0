import { CloseOutlined, FilterOutlined } from '@ant-design/icons'
import { Button, Popover, Select } from 'antd'
import { useId, useState } from 'react'
import type { AnyRegister, Field, WireCondition, WireOperator } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { fieldsOf } from '../../app/catalogue.ts'
import { useShortcut } from '../../app/shortcuts.tsx'
import { isEmpty } from '../../kit/field-value.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { ConditionText, operatorKey } from './condition-text.tsx'

interface FilterBarProps {
  readonly register: AnyRegister
  readonly where: readonly WireCondition[]
  readonly onChange: (where: readonly WireCondition[]) => void
}

/** The button that adds a condition. */
export function FilterButton({ register, where, onChange }: FilterBarProps) {
  const t = useTexts()
  const [isOpen, setOpen] = useState(false)
  useShortcut('f', t('filter.add'), () => setOpen(true))
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <FilterEditor
          register={register}
          onDone={(condition) => {
            setOpen(false)
            onChange([
              ...where.filter(([name, operator]) => name !== condition[0] || operator !== condition[1]),
              condition,
            ])
          }}
        />
      }
    >
      <Button icon={<FilterOutlined />}>{t('filter.add')}</Button>
    </Popover>
  )
}

/** The conditions of the list as chips; each can be changed or removed. */
export function FilterChips({ register, where, onChange }: FilterBarProps) {
  const t = useTexts()
  const [open, setOpen] = useState<number>()
  const shown = where
    .map((condition, index) => ({ condition, index }))
    .filter(({ condition }) => condition[0] !== 'state')
  if (shown.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={t('filter.active')}>
      {shown.map(({ condition, index }) => (
        <li key={`${condition[0]} ${condition[1]}`} className="filter-chip">
          <Popover
            open={open === index}
            onOpenChange={(isOpen) => setOpen(isOpen ? index : undefined)}
            trigger="click"
            placement="bottomLeft"
            destroyOnHidden
            content={
              <FilterEditor
                register={register}
                initial={condition}
                onDone={(next) => {
                  setOpen(undefined)
                  onChange(where.map((old, at) => (at === index ? next : old)))
                }}
              />
            }
          >
            <button type="button" className="filter-chip-text">
              <ConditionText register={register} condition={condition} />
            </button>
          </Popover>
          <button
            type="button"
            aria-label={t('filter.remove')}
            onClick={() => onChange(where.filter((_, at) => at !== index))}
          >
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <Button type="link" size="small" onClick={() => onChange(where.filter(([name]) => name === 'state'))}>
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

interface FilterEditorProps {
  readonly register: AnyRegister
  readonly initial?: WireCondition
  readonly onDone: (condition: WireCondition) => void
}

function FilterEditor({ register, initial, onDone }: FilterEditorProps) {
  const t = useTexts()
  const { lang } = useLang()
  const id = useId()
  const fields = fieldsOf(register)
  const [name, setName] = useState(initial?.[0] ?? fields[0]?.[0] ?? '')
  const field = register.fields[name]
  const operators = field ? viewOf(field).filter.operators : []
  const [operator, setOperator] = useState<WireOperator>(initial?.[1] ?? operators[0] ?? 'is')
  const [value, setValue] = useState<unknown>(initial?.[2] ?? null)
  const needsValue = operator !== 'empty' && operator !== 'filled'
  const isReady = !needsValue || !isEmpty(value)
  // A chip made by a click on a statistic may use an operator that the editor does not offer itself.
  const offered = operators.includes(operator) ? operators : [operator, ...operators]
  return (
    <form
      className="filter-editor"
      aria-label={t('filter.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onDone([name, operator, needsValue ? value : null])
      }}
    >
      <Select
        aria-label={t('filter.field')}
        value={name}
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(([one, { label }]) => ({ value: one, label: label[lang] }))}
        onChange={(next: string) => {
          setName(next)
          const target = register.fields[next]
          setOperator((target && viewOf(target).filter.operators[0]) ?? 'is')
          setValue(null)
        }}
      />
      <Select
        aria-label={t('filter.operator')}
        value={operator}
        options={offered.map((one) => ({ value: one, label: t(operatorKey(one, field?.kind)) }))}
        onChange={(next: WireOperator) => {
          if ((next === 'in') !== (operator === 'in')) setValue(null)
          setOperator(next)
        }}
      />
      {field && needsValue && (
        <>
          <label htmlFor={id} className="sr-only">
            {t('filter.value')}
          </label>
          <ValueInput
            key={`${name} ${operator}`}
            field={field}
            operator={operator}
            id={id}
            value={value}
            onChange={setValue}
          />
        </>
      )}
      <Button type="primary" htmlType="submit" disabled={!isReady}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

interface ValueInputProps {
  readonly field: Field
  readonly operator: WireOperator
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function ValueInput({ field, operator, id, value, onChange }: ValueInputProps) {
  const { lang } = useLang()
  const { filter, Input } = viewOf(field)
  if (operator === 'in' && filter.FilterInput)
    return <filter.FilterInput field={field} lang={lang} id={id} value={value} onChange={onChange} />
  const loose = { ...field, required: false } as Field
  const given = field.kind === 'choices' && !Array.isArray(value) ? null : value
  return <Input field={loose} lang={lang} id={id} value={given as never} onChange={onChange} />
}
