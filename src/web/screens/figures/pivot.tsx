import { CopyOutlined, SwapOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { keyFigures } from './key-figures.ts'
import { PivotCharts } from './pivot-charts.tsx'
import { pivotGrid, pivotText } from './pivot-data.ts'
import { PivotTable } from './pivot-table.tsx'
import { usePivot, useUnits } from './queries.ts'
import { placeOf, tables } from './table-rows.ts'
import { useFigureTexts } from './use-figure-texts.ts'
import { usePeriod } from './use-period.ts'
import './pivot.css'

/** Indicators × periods × units, chosen freely; the choice is in the address. */
export function Pivot() {
  const t = useFigureTexts()
  return (
    <FigureFrame title={t('pivot.title')} subtitle={t('pivot.subtitle')} isWide>
      {(period) => <Comparison period={period} />}
    </FigureFrame>
  )
}

function Comparison({ period }: { readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const { periods } = usePeriod()
  const units = useUnits()
  const listOf = (name: string) => search.get(name)?.split(',').filter(Boolean)
  const asked = search.get('codes')
  const codes = useMemo(
    () => (asked?.split(',') ?? keyFigures.slice(0, 4)).filter((code) => figuresCatalogue.indicators.has(code)),
    [asked],
  )
  const editions =
    listOf('periods') ?? [...new Set([...periods.map((one) => one.code).slice(0, 4), period.code])].toSorted()
  const chosenUnits = listOf('units') ?? []
  const isSwapped = search.get('swap') === '1'
  const { data, error, isPending, isFetching, refetch } = usePivot(codes, editions, chosenUnits)
  const grid = useMemo(() => {
    const wanted = (data ?? []).filter((one) => codes.includes(one.code))
    return pivotGrid(wanted, codes, isSwapped, {
      lang,
      label: (code) => figuresCatalogue.indicators.get(code)?.label,
      unitName: (id) => wanted.find((one) => one.unitId === id)?.unitName ?? '',
    })
  }, [data, codes, isSwapped, lang])
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old)
        if (value === undefined) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )

  async function copy() {
    try {
      await navigator.clipboard.writeText(pivotText(grid))
      void message.success(t('pivot.copied'))
    } catch {
      void message.error(t('pivot.copy-failed'))
    }
  }

  return (
    <>
      <div className="pivot-tools">
        <Choice
          label={t('pivot.indicators')}
          isWide
          value={codes}
          onChange={(next) => set('codes', next.join(','))}
          groups={indicatorGroups(lang, t('figures.group-none'))}
        />
        <Choice
          label={t('pivot.periods')}
          value={editions}
          onChange={(next) => set('periods', next.toSorted().join(','))}
          options={periods.map((one) => ({ value: one.code, label: lang === 'zh' ? one.name : one.code }))}
        />
        <Choice
          label={t('pivot.units')}
          value={chosenUnits}
          onChange={(next) => set('units', next.length > 0 ? next.join(',') : undefined)}
          options={(units.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
        <div className="pivot-buttons">
          <Button
            icon={<SwapOutlined />}
            aria-pressed={isSwapped}
            onClick={() => set('swap', isSwapped ? undefined : '1')}
          >
            {t('pivot.swap')}
          </Button>
          <Button icon={<CopyOutlined />} onClick={() => void copy()} disabled={!data || codes.length === 0}>
            {t('pivot.copy')}
          </Button>
        </div>
      </div>
      {codes.length === 0 || editions.length === 0 ? (
        <EmptyState title={t('pivot.none')} hint={t('pivot.none-hint')} />
      ) : isPending ? (
        <Loading />
      ) : error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div aria-busy={isFetching}>
          <PivotTable grid={grid} isSwapped={isSwapped} />
          <PivotCharts figures={data ?? []} codes={codes} />
        </div>
      )}
    </>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (next: readonly string[]) => void
  readonly options?: readonly Option[]
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[]
  readonly isWide?: boolean
}

function Choice({ label, value, onChange, options, groups, isWide }: ChoiceProps) {
  const choices: (Option | { label: string; options: Option[] })[] = groups
    ? groups.map((one) => ({ label: one.label, options: [...one.options] }))
    : [...(options ?? [])]
  return (
    <label className={`pivot-choice${isWide ? ' pivot-choice-wide' : ''}`}>
      <span>{label}</span>
      <Select<string[], Option | { label: string; options: Option[] }>
        mode="multiple"
        aria-label={label}
        value={[...value]}
        onChange={(next: string[]) => onChange(next)}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount="responsive"
        placeholder={label}
        popupMatchSelectWidth={isWide ? 460 : 260}
      />
    </label>
  )
}

function indicatorGroups(lang: 'zh' | 'en', otherText: string) {
  const option = (code: string): Option => ({
    value: code,
    label: figuresCatalogue.indicators.get(code)?.label[lang] ?? code,
  })
  const codesOf = (name: string) =>
    [...figuresCatalogue.indicators.keys()].filter((code) => (placeOf(code)?.table.name ?? '') === name)
  return [
    ...tables.map((table) => ({ label: table.label[lang], options: codesOf(table.name).map(option) })),
    { label: otherText, options: codesOf('').map(option) },
  ]
}
