import type { Field } from '../../language/index.ts'
import { viewOf } from '../../fields/views.ts'
import { useLang } from './use-lang.tsx'
import { useTexts } from './use-texts.ts'

interface FieldValueProps {
  readonly field: Field
  readonly value: unknown
  readonly title?: string | undefined
  readonly isMasked?: boolean | undefined
}

/** A value as people read it, whatever its kind. */
export function FieldValue({ field, value, title, isMasked }: FieldValueProps) {
  const { lang } = useLang()
  const t = useTexts()
  if (isMasked)
    return (
      <span className="field-masked" title={t('field.masked')}>
        {typeof value === 'string' && value !== '' ? value : '••••'}
      </span>
    )
  if (isEmpty(value)) return <span className="field-empty">—</span>
  const { Cell } = viewOf(field)
  return <Cell field={field} value={value as never} lang={lang} title={title} />
}

/** Nothing given: null, an empty text or an empty list. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
