import { Cascader } from 'antd'
import type { Field } from '../../language/fields.ts'
import { viewTexts } from '../view-texts.ts'
import type { FieldView, FilterInputProps, InputProps } from '../view.tsx'
import { clearing, described } from '../view.tsx'
import { citiesOf, provinces, regionName, regionPath, regionsAbove, regionsBelow } from './regions.ts'

interface RegionOption {
  readonly value: string
  readonly label: string
  readonly children?: RegionOption[]
}
type Level = Field<'region'>['level']

function optionOf(code: string, below: (code: string) => readonly string[]): RegionOption {
  const children = below(code).map((one) => optionOf(one, below))
  return { value: code, label: regionName(code) ?? code, ...(children.length > 0 ? { children } : {}) }
}

const known = new Map<Level, RegionOption[]>()

/** What a field of the level lets one choose from: provinces, their cities, their counties. */
function optionsOf(level: Level): RegionOption[] {
  const found = known.get(level)
  if (found) return found
  const below = {
    province: () => [],
    city: (code: string) => (code.endsWith('0000') ? citiesOf(code) : []),
    county: regionsBelow,
  }
  const made = provinces.map((code) => optionOf(code, below[level ?? 'county']))
  known.set(level, made)
  return made
}

const pathOf = (code: string): string[] => [...regionsAbove(code), code]

/** Every character in its order: "江苏南京" finds 江苏省 南京市. */
function isFoundBy(typed: string, path: readonly RegionOption[]): boolean {
  const text = path.map((option) => option.label).join('') + (path.at(-1)?.value ?? '')
  let at = 0
  for (const character of typed.replace(/\s+/g, '')) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Names that hold what was typed as it stands come first, the widest region before what lies in it. */
function byLikeness(a: readonly RegionOption[], b: readonly RegionOption[], typed: string): number {
  const unlike = (path: readonly RegionOption[]) => (path.at(-1)?.label.includes(typed.trim()) ? 0 : 10) + path.length
  return unlike(a) - unlike(b)
}

const search = { filter: isFoundBy, sort: byLikeness, limit: 50 }
/** Three columns side by side fit on a phone: long names take two lines. */
const styles = { popup: { listItem: { maxWidth: '27vw', height: 'auto' } } } as const
const renderName = (option: RegionOption) => <span style={{ whiteSpace: 'normal' }}>{option.label}</span>

function RegionInput({ value, onChange, field, lang, id, problem, disabled }: InputProps<'region'>) {
  return (
    <Cascader<RegionOption>
      id={id}
      value={value ? pathOf(value) : []}
      onChange={(path) => onChange((path?.at(-1) as string | undefined) ?? null)}
      options={optionsOf(field.level)}
      displayRender={(labels) => labels.join(' ')}
      showSearch={search}
      changeOnSelect={field.level === undefined}
      allowClear={!field.required && clearing(lang)}
      placeholder={viewTexts.chooseRegion[lang]}
      disabled={disabled ?? false}
      optionRender={renderName}
      styles={styles}
      style={{ width: '100%' }}
      {...described(id, problem)}
    />
  )
}

function RegionFilterInput({ value, onChange, field, lang, id }: FilterInputProps<'region'>) {
  return (
    <Cascader<RegionOption>
      id={id}
      multiple
      value={Array.isArray(value) ? (value as string[]).map(pathOf) : []}
      onChange={(paths: (string | number | null)[][]) => onChange(paths.map((path) => path.at(-1)))}
      options={optionsOf(field.level)}
      displayRender={(labels) => labels.join(' ')}
      showSearch={search}
      placeholder={viewTexts.chooseRegion[lang]}
      optionRender={renderName}
      styles={styles}
      style={{ width: '100%' }}
    />
  )
}

export const regionView: FieldView<'region'> = {
  Cell: ({ value }) => <span>{regionPath(value)}</span>,
  Input: RegionInput,
  filter: { operators: ['in', 'empty', 'filled'], FilterInput: RegionFilterInput },
  width: 160,
}
