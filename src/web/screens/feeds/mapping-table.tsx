import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AnyRegister } from '../../../language/index.ts'
import type { FeedSettings, WireFeedRegister, WireFeedSample } from '../../../language/wire-feeds.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { valuesOf, valuesText, withField } from './feed-draft.ts'
import { useFeedTexts } from './use-feed-texts.ts'

interface MappingTableProps {
  readonly register: AnyRegister
  readonly open: WireFeedRegister
  readonly sample: WireFeedSample
  readonly mapping: FeedSettings['mapping']
  readonly onChange: (mapping: FeedSettings['mapping']) => void
}

interface Line {
  readonly column: string
  readonly example: string
}

/** Which column fills which field, and what their values mean where ours are called otherwise. */
export function MappingTable({ register, open, sample, mapping, onChange }: MappingTableProps) {
  const t = useFeedTexts()
  const { lang } = useLang()
  const [column, setColumn] = useState<string>()
  const lines = sample.columns.map(({ column: name }, index): Line => ({
    column: name,
    example: sample.rows.find((row) => row[index])?.[index] ?? '',
  }))
  const options = open.fields.map((name) => {
    const field = register.fields[name]!
    return {
      value: name,
      label: field.required || open.key.includes(name) ? `${field.label[lang]} *` : field.label[lang],
    }
  })
  const entryOf = (name: string) => mapping.find((entry) => entry.column === name)
  const keyNames = open.key.map((name) => register.fields[name]!.label[lang]).join(lang === 'zh' ? '、' : ', ')
  const fieldOf = ({ column: name }: Line) => (
    <Select
      className="feed-field"
      value={entryOf(name)?.field}
      placeholder={t('map.none')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('map.field-of', { column: name })}
      options={options}
      onChange={(field: string | undefined) => onChange(withField(mapping, name, field ?? null))}
    />
  )
  const valuesButton = ({ column: name }: Line) => {
    const entry = entryOf(name)
    const count = Object.keys(entry?.values ?? {}).length
    const text = count > 0 ? t('map.values-n', { n: count }) : t('map.values')
    return (
      entry && (
        <Button size="small" onClick={() => setColumn(name)} aria-label={`${text} ${name}`}>
          {text}
        </Button>
      )
    )
  }
  const card = (line: Line) => (
    <>
      <span className="data-card-title">
        {line.column}
        <small>{line.example}</small>
      </span>
      {fieldOf(line)}
      {valuesButton(line)}
    </>
  )
  const entry = column === undefined ? undefined : entryOf(column)
  return (
    <>
      <p className="feed-note">{t('map.key', { fields: keyNames })}</p>
      <DataTable
        label={t('map.table')}
        rows={lines}
        rowKey={(line) => line.column}
        card={card}
        columns={[
          { key: 'column', title: t('map.column'), width: 180, render: (line) => line.column },
          { key: 'example', title: t('map.example'), width: 200, render: (line) => line.example },
          { key: 'field', title: t('map.field'), width: 240, render: fieldOf },
          { key: 'values', title: t('map.values'), width: 120, render: valuesButton },
        ]}
      />
      {entry && (
        <Values
          key={entry.column}
          column={entry.column}
          start={valuesText(entry.values)}
          hint={hintOf(register, entry.field, lang)}
          onClose={() => setColumn(undefined)}
          onChange={(values) => {
            const { values: _, ...rest } = entry
            const next = Object.keys(values).length > 0 ? { ...rest, values } : rest
            onChange(mapping.map((one) => (one === entry ? next : one)))
            setColumn(undefined)
          }}
        />
      )}
    </>
  )
}

/** What may be written on our side. */
function hintOf(register: AnyRegister, name: string, lang: 'zh' | 'en'): string {
  const field = register.fields[name]!
  if (!('codes' in field)) return ''
  return Object.entries(field.codes.values)
    .slice(0, 30)
    .map(([value, label]) => `${value}（${label[lang]}）`)
    .join(' ')
}

interface ValuesProps {
  readonly column: string
  readonly start: string
  readonly hint: string
  readonly onChange: (values: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

function Values({ column, start, hint, onChange, onClose }: ValuesProps) {
  const t = useFeedTexts()
  const common = useTexts()
  const [text, setText] = useState(start)
  const title = t('map.values-of', { column })
  return (
    <Modal
      open
      title={title}
      okText={common('common.save')}
      cancelText={common('common.cancel')}
      onOk={() => onChange(valuesOf(text))}
      onCancel={onClose}
      width={420}
    >
      <p className="feed-note">{t('map.values-help')}</p>
      <Input.TextArea
        aria-label={title}
        value={text}
        autoSize={{ minRows: 4, maxRows: 14 }}
        onChange={(event) => setText(event.target.value)}
      />
      {hint && <p className="feed-note">{hint}</p>}
    </Modal>
  )
}
