import type { AnyRegister, Lang, WireCondition, WireOperator } from '../../../language/index.ts'
import { FieldValue } from '../../kit/field-value.tsx'
import { stateText } from '../../kit/text-of.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'

/** What a field of a condition is called. */
export function conditionField(register: AnyRegister, name: string, lang: Lang, stateLabel: string): string {
  return name === 'state' ? stateLabel : (register.fields[name]?.label[lang] ?? name)
}

/** A condition in words: 授权日期 不早于 2023-01-01. */
export function ConditionText({
  register,
  condition,
}: {
  readonly register: AnyRegister
  readonly condition: WireCondition
}) {
  const t = useTexts()
  const { lang } = useLang()
  const [name, operator, value] = condition
  const field = register.fields[name]
  const needsValue = operator !== 'empty' && operator !== 'filled'
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  return (
    <>
      {conditionField(register, name, lang, t('field.state'))} {t(operatorKey(operator, field?.kind))}{' '}
      {needsValue &&
        values.map((one, index) => (
          <span key={String(one)}>
            {index > 0 && (lang === 'zh' ? '、' : ', ')}
            {name === 'state' ? (
              stateText(String(one), lang)
            ) : field ? (
              <FieldValue field={field} value={field.kind === 'choices' || field.kind === 'files' ? [one] : one} />
            ) : (
              String(one)
            )}
          </span>
        ))}
    </>
  )
}

/** The text of an operator; days are early and late, numbers large and small. */
export function operatorKey(operator: WireOperator, kind?: string) {
  const isTime = kind === 'date' || kind === 'month'
  if (operator === 'atLeast' && isTime) return 'operator.since' as const
  if (operator === 'atMost' && isTime) return 'operator.until' as const
  return `operator.${operator}` as const
}
