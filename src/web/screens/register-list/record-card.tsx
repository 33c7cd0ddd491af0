import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { FieldValue, isEmpty } from '../../kit/field-value.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usualColumns } from './list-columns.ts'

/** A record in a list on a phone: its title, its state and the first few values. */
export function RecordCard({ register, row }: { readonly register: AnyRegister; readonly row: WireRecord }) {
  const { lang } = useLang()
  const names = usualColumns(register)
    .filter((name) => name !== register.title && name !== 'state' && !isEmpty(row.values[name]))
    .slice(0, 4)
  const title = register.fields[register.title]
  return (
    <>
      <span className="data-card-title">
        {title && <FieldValue field={title} value={row.values[register.title]} title={row.titles[register.title]} />}
        {(register.lifecycle || row.deletedAt) && <StatusTag state={row.deletedAt ? 'deleted' : row.state} />}
      </span>
      {names.map((name) => {
        const field = register.fields[name]
        return (
          field && (
            <span key={name} className="data-card-line">
              <small>{field.label[lang]}</small>
              <FieldValue
                field={field}
                value={row.values[name]}
                title={row.titles[name]}
                isMasked={row.masked.includes(name)}
              />
            </span>
          )
        )
      })}
    </>
  )
}
