import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { AnyRegister, WireHistory } from '../../../language/index.ts'
import { FieldValue } from '../../kit/field-value.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { Values } from './check-record.ts'
import type { Merge } from './merge-stale.ts'

interface StaleDialogProps {
  readonly register: AnyRegister
  readonly merge: Merge
  readonly changes: readonly WireHistory[]
  readonly onSave: (values: Values) => void
  readonly onClose: () => void
}

/** Somebody else saved first: shows what they changed and asks, field by field, whose value to take. */
export function StaleDialog({ register, merge, changes, onSave, onClose }: StaleDialogProps) {
  const t = useTexts()
  const { lang } = useLang()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const last = changes.at(-1)
  const labelOf = (name: string) => register.fields[name]?.label[lang] ?? name
  const show = (name: string, value: unknown) => {
    const field = register.fields[name]
    return field ? <FieldValue field={field} value={value} /> : String(value ?? '—')
  }
  function save() {
    const chosen = merge.clashes
      .filter((clash) => mine.has(clash.field))
      .map((clash) => [clash.field, clash.mine] as const)
    onSave({ ...merge.values, ...Object.fromEntries(chosen) })
  }
  return (
    <Modal
      open
      width={720}
      title={t('stale.title')}
      okText={t('stale.save')}
      cancelText={t('stale.back')}
      onOk={save}
      onCancel={onClose}
    >
      <p>{last ? t('stale.by', { name: last.actorName, time: formatTime(last.at) }) : t('stale.hint')}</p>
      {merge.clashes.length > 0 && (
        <table className="plain-table stale-table">
          <caption>{t('stale.clashes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('stale.field')}</th>
              <th scope="col">{t('stale.theirs')}</th>
              <th scope="col">{t('stale.mine')}</th>
              <th scope="col">{t('stale.take')}</th>
            </tr>
          </thead>
          <tbody>
            {merge.clashes.map((clash) => (
              <tr key={clash.field}>
                <th scope="row">{labelOf(clash.field)}</th>
                <td>{show(clash.field, clash.theirs)}</td>
                <td>{show(clash.field, clash.mine)}</td>
                <td>
                  <Radio.Group
                    aria-label={t('stale.take-for', { field: labelOf(clash.field) })}
                    value={mine.has(clash.field) ? 'mine' : 'theirs'}
                    onChange={(event) => {
                      const next = new Set(mine)
                      if (event.target.value === 'mine') next.add(clash.field)
                      else next.delete(clash.field)
                      setMine(next)
                    }}
                    options={[
                      { value: 'theirs', label: t('stale.theirs') },
                      { value: 'mine', label: t('stale.mine') },
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {merge.theirs.length > 0 && (
        <>
          <p>{t('stale.also')}</p>
          <ul>
            {merge.theirs.map((name) => (
              <li key={name}>
                {labelOf(name)}: {show(name, merge.values[name])}
              </li>
            ))}
          </ul>
        </>
      )}
      {merge.clashes.length === 0 && <p>{t('stale.no-clash')}</p>}
    </Modal>
  )
}
