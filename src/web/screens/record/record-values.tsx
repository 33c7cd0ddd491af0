import { Link } from 'react-router'
import type { AnyRegister, Field, WireRecord } from '../../../language/index.ts'
import { useStandardCodes } from '../../app/standard-codes.ts'
import { FieldValue, isEmpty } from '../../kit/field-value.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { fieldGroups } from './field-groups.ts'

/** The values of a record, in groups. */
export function RecordValues({ register, record }: { readonly register: AnyRegister; readonly record: WireRecord }) {
  const t = useTexts()
  const { lang } = useLang()
  const standard = useStandardCodes()
  return (
    <>
      {fieldGroups(register).map((group) => {
        // Fields that the server left out are not for this person to see.
        const fields = group.fields.filter(([name]) => name in record.values)
        if (fields.length === 0) return null
        return (
          <section key={group.key} className="value-group" aria-label={t(`record.group-${group.key}`)}>
            <h2>{t(`record.group-${group.key}`)}</h2>
            <dl className={`values${group.key === 'texts' ? ' values-wide' : ''}`}>
              {fields.map(([name, field]) => (
                <div key={name}>
                  <dt title={standard.hint(register.name, name, lang)}>{field.label[lang]}</dt>
                  <dd>
                    <Value name={name} field={field} record={record} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </>
  )
}

function Value({ name, field, record }: { readonly name: string; readonly field: Field; readonly record: WireRecord }) {
  const { lang } = useLang()
  const value = record.values[name]
  const isMasked = record.masked.includes(name)
  const shown = <FieldValue field={field} value={value} title={record.titles[name]} isMasked={isMasked} />
  if (field.kind === 'reference' && typeof value === 'string' && !isMasked)
    return <Link to={`/registers/${field.register}/${value}`}>{shown}</Link>
  const unit =
    (field.kind === 'integer' || field.kind === 'decimal') && !isEmpty(value) ? field.unit?.[lang] : undefined
  return (
    <>
      {shown}
      {unit && <span className="field-unit"> {unit}</span>}
    </>
  )
}
