import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { AnyRegister } from '../../../language/index.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { allColumns } from './list-columns.ts'

interface ColumnChooserProps {
  readonly register: AnyRegister
  readonly columns: readonly string[]
  readonly onChange: (columns: readonly string[] | undefined) => void
}

/** Which columns a list shows, and in which order. */
export function ColumnChooser({ register, columns, onChange }: ColumnChooserProps) {
  const t = useTexts()
  const { lang } = useLang()
  const rest = allColumns(register).filter((name) => !columns.includes(name))
  const nameOf = (name: string) =>
    name === 'state'
      ? t('field.state')
      : name === 'updatedAt'
        ? t('field.updated-at')
        : (register.fields[name]?.label[lang] ?? name)
  const move = (at: number, by: number) => {
    const next = [...columns]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at + by, 0, moved)
    onChange(next)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns.title')}
      content={
        <div className="column-chooser">
          <ul>
            {columns.map((name, index) => (
              <li key={name}>
                <Checkbox
                  checked
                  disabled={columns.length === 1}
                  onChange={() => onChange(columns.filter((one) => one !== name))}
                >
                  {nameOf(name)}
                </Checkbox>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('columns.up', { name: nameOf(name) })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  aria-label={t('columns.down', { name: nameOf(name) })}
                  disabled={index === columns.length - 1}
                  onClick={() => move(index, 1)}
                />
              </li>
            ))}
            {rest.map((name) => (
              <li key={name}>
                <Checkbox checked={false} onChange={() => onChange([...columns, name])}>
                  {nameOf(name)}
                </Checkbox>
              </li>
            ))}
          </ul>
          <Button type="link" onClick={() => onChange(undefined)}>
            {t('columns.usual')}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} aria-label={t('columns.title')} title={t('columns.title')} />
    </Popover>
  )
}
