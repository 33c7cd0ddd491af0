import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDemand } from '../wire.ts'
import { AboutDemand } from './about-demand.tsx'
import { type Narrow, queryOf } from './narrow.ts'
import { SkillDrawer } from './skill-drawer.tsx'
import { SkillTable } from './skill-table.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

const HARD = new Set(['tool', 'technique', 'knowledge', 'certificate', 'language'])
const KINDS = ['hard', 'tool', 'technique', 'knowledge', 'certificate', 'language', 'soft'] as const

/** By occupation, city and schooling: which skills are asked for, how often, with which pay; each opens to its words. */
export function DemandTab({ onBring }: { readonly onBring: (() => void) | undefined }) {
  const t = useAbilityTexts()
  const [narrow, setNarrow] = useState<Narrow>({})
  const [kind, setKind] = useState<(typeof KINDS)[number] | ''>('hard')
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'demand', narrow],
    queryFn: ({ signal }) => api.get<WireDemand>(`/ability/demand?${queryOf(narrow)}`, signal),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const isNarrowed = Object.keys(narrow).length > 0
  if (data.n === 0 && !isNarrowed)
    return (
      <EmptyState title={t('none.title')} hint={t('none.hint')}>
        {onBring && (
          <Button type="primary" onClick={onBring}>
            {t('none.go')}
          </Button>
        )}
      </EmptyState>
    )
  const set = (name: keyof Narrow) => (value: string) =>
    setNarrow((before) => {
      const kept = Object.entries(before).filter(([other]) => other !== name)
      return Object.fromEntries(value === '*' ? kept : [...kept, [name, value]])
    })
  const option = (all: string, counts: WireDemand['cities']) => [
    { value: '*', label: all },
    ...counts.map(({ key, name, n }) => ({ value: key, label: `${name === '' ? t('city.none') : name}（${n}）` })),
  ]
  const shown = data.skills.filter((one) => kind === '' || (kind === 'hard' ? HARD.has(one.kind) : one.kind === kind))
  return (
    <>
      <div className="ability-filters">
        <Select
          aria-label={t('occupation')}
          showSearch={{ optionFilterProp: 'label' }}
          value={narrow.classes ?? '*'}
          onChange={set('classes')}
          options={option(
            t('occupation.all'),
            data.occupations.filter(({ key }) => key !== ''),
          )}
          popupMatchSelectWidth={false}
          className="ability-wide"
        />
        <Select
          aria-label={t('city')}
          value={narrow.city ?? '*'}
          onChange={set('city')}
          options={option(t('city.all'), data.cities)}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t('education')}
          value={narrow.education ?? '*'}
          onChange={set('education')}
          options={option(t('education.all'), data.educations)}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t('kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: '', label: t('kind.all') },
            ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          popupMatchSelectWidth={false}
        />
      </div>
      <AboutDemand demand={data} />
      {shown.length === 0 ? <EmptyState title={t('none.filter')} /> : <SkillTable skills={shown} onOpen={setOpen} />}
      {open !== undefined && (
        <SkillDrawer skill={open} narrow={narrow} onSkill={setOpen} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}
