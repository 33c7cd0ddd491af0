import { Button, Checkbox, Input, Select } from 'antd'
import type { WirePlanTasks } from '../wire.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import type { TaskFilter } from './visible-tasks.ts'

interface TaskFiltersProps {
  readonly data: WirePlanTasks
  readonly filter: TaskFilter
  readonly found: number
  readonly isExpanded: boolean
  readonly onChange: (change: Partial<TaskFilter>) => void
  readonly onClear: () => void
  /** Absent where everything stands open anyway. */
  readonly onExpand: (() => void) | undefined
}

const COLOURS = ['red', 'yellow', 'green', 'grey'] as const

export function TaskFilters({ data, filter, found, isExpanded, onChange, onClear, onExpand }: TaskFiltersProps) {
  const t = usePlanTexts()
  const units = new Map(data.tasks.map(({ unit }) => [unit.id, unit.name]))
  const select = (
    key: 'level' | 'unit' | 'light',
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Select
      aria-label={t(`filter.${key}`)}
      value={filter[key]}
      options={[{ value: '', label: t(`filter.${key}`) }, ...options]}
      onChange={(value) => onChange({ [key]: value })}
    />
  )
  return (
    <div className="plan-filters">
      <Input
        allowClear
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={filter.q}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      {select(
        'level',
        data.levels.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {select(
        'unit',
        [...units].map(([value, label]) => ({ value, label })),
      )}
      {select(
        'light',
        COLOURS.map((value) => ({ value, label: t(`light.${value}`) })),
      )}
      <Checkbox checked={filter.isOpenOnly} onChange={(event) => onChange({ isOpenOnly: event.target.checked })}>
        {t('filter.open')}
      </Checkbox>
      <Button onClick={onClear}>{t('filter.clear')}</Button>
      {onExpand && <Button onClick={onExpand}>{t(isExpanded ? 'filter.collapse' : 'filter.expand')}</Button>}
      <small role="status">{t('filter.found', { n: found })}</small>
    </div>
  )
}
