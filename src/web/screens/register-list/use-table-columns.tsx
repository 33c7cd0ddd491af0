import { useMemo } from 'react'
import { Link } from 'react-router'
import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { viewOf } from '../../../fields/views.ts'
import { useStandardCodes } from '../../app/standard-codes.ts'
import type { Column } from '../../kit/data-table.tsx'
import { FieldValue } from '../../kit/field-value.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'

/** Kinds whose values have no order worth sorting by. */
const UNSORTABLE: ReadonlySet<string> = new Set(['files', 'choices', 'long-text', 'reference'])

/** The columns of a register's table. */
export function useTableColumns(register: AnyRegister, names: readonly string[]): readonly Column<WireRecord>[] {
  const t = useTexts()
  const { lang } = useLang()
  const standard = useStandardCodes()
  return useMemo(
    () =>
      names.flatMap((name): Column<WireRecord>[] => {
        if (name === 'state')
          return [
            {
              key: name,
              title: t('field.state'),
              width: 96,
              render: (row) => <StatusTag state={row.deletedAt ? 'deleted' : row.state} />,
            },
          ]
        if (name === 'updatedAt')
          return [
            {
              key: name,
              title: t('field.updated-at'),
              width: 140,
              sort: 'updatedAt',
              render: (row) => <span className="field-number">{formatTime(row.updatedAt)}</span>,
            },
          ]
        const field = register.fields[name]
        if (!field) return []
        const view = viewOf(field)
        const value = (row: WireRecord) => (
          <FieldValue
            field={field}
            value={row.values[name]}
            title={row.titles[name]}
            isMasked={row.masked.includes(name)}
          />
        )
        const isTitle = name === register.title
        return [
          {
            key: name,
            title: field.label[lang],
            hint: standard.hint(register.name, name, lang),
            width: isTitle
              ? Math.max(view.width, 200)
              : Math.max(view.width, 24 + field.label[lang].length * (lang === 'zh' ? 14 : 7.5)),
            align: view.align,
            sort: UNSORTABLE.has(field.kind) ? undefined : name,
            render: isTitle ? (row) => <Link to={`/registers/${register.name}/${row.id}`}>{value(row)}</Link> : value,
          },
        ]
      }),
    [register, names, standard, lang, t],
  )
}
