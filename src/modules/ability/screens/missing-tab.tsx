import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ownKey } from '../../../web/kit/own-storage.ts'
import type { WireDemand, WireSkillDemand } from '../wire.ts'
import { AboutDemand } from './about-demand.tsx'
import { Closing } from './closing.tsx'
import { queryOf } from './narrow.ts'
import { SkillDrawer } from './skill-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

const KEPT = 'ability.have'

/** The ticks of before; a browser that keeps nothing begins without any. */
function kept(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(localStorage.getItem(ownKey(KEPT)) ?? '[]') as string[])
  } catch {
    return new Set()
  }
}

/** For a student: what the job one wants asks for, less what one can. */
export function MissingTab() {
  const t = useAbilityTexts()
  const [wanted, setWanted] = useState<string>()
  const [have, setHave] = useState(kept)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'demand', { classes: wanted }],
    queryFn: ({ signal }) =>
      api.get<WireDemand>(`/ability/demand?${wanted ? queryOf({ classes: wanted }) : ''}`, signal),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.n === 0 && wanted === undefined) return <EmptyState title={t('none.title')} />
  function tick(skill: string, isOn: boolean) {
    const next = new Set(have)
    if (isOn) next.add(skill)
    else next.delete(skill)
    setHave(next)
    try {
      localStorage.setItem(ownKey(KEPT), JSON.stringify([...next]))
    } catch {
      // A browser that keeps nothing: the ticks last as long as the page.
    }
  }
  const of = (kinds: readonly string[], most: number) =>
    data.skills.filter(({ kind }) => kinds.includes(kind)).slice(0, most)
  const hard = of(['tool', 'technique', 'knowledge', 'language'], 24)
  const all = hard.reduce((sum, { n }) => sum + n, 0)
  const mine = hard.reduce((sum, { skill, n }) => sum + (have.has(skill) ? n : 0), 0)
  const list = (skills: readonly WireSkillDemand[]) => (
    <ul className="ability-have">
      {skills.map(({ skill, n, share }) => (
        <li key={skill} className={have.has(skill) ? 'ability-has' : ''}>
          <Checkbox
            checked={have.has(skill)}
            onChange={({ target }) => tick(skill, target.checked)}
            aria-label={`${t('missing.have')} ${skill}`}
          />
          <button type="button" className="ability-link" onClick={() => setOpen(skill)}>
            {skill}
          </button>
          <small>{t('match.asked', { n: n.toLocaleString('en'), percent: share.percent })}</small>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <p>{t('missing.hint')}</p>
      <div className="ability-filters">
        <Select
          aria-label={t('missing.choose')}
          placeholder={t('missing.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          value={wanted}
          onChange={setWanted}
          options={data.occupations
            .filter(({ key }) => key !== '')
            .map(({ key, name, n }) => ({ value: key, label: `${name}（${n}）` }))}
          popupMatchSelectWidth={false}
          className="ability-wide"
        />
      </div>
      {wanted !== undefined && (
        <>
          <AboutDemand demand={data} />
          <p className="ability-coverage" role="status">
            {t('missing.left', {
              left: hard.filter(({ skill }) => !have.has(skill)).length,
              percent: all === 0 ? 0 : Math.round((mine / all) * 100),
            })}
          </p>
          {list(hard)}
          <Closing
            key={wanted}
            skills={[...hard, ...of(['certificate'], 8)]
              .filter(({ skill }) => !have.has(skill))
              .map(({ skill }) => skill)}
            onOpen={setOpen}
          />
          {(['certificate', 'soft'] as const).map((kind) => {
            const skills = of([kind], 8)
            return skills.length === 0 ? null : (
              <section key={kind}>
                <h3 className="ability-heading">{t(kind === 'soft' ? 'missing.soft' : 'missing.certificates')}</h3>
                {list(skills)}
              </section>
            )
          })}
        </>
      )}
      {open !== undefined && (
        <SkillDrawer
          skill={open}
          narrow={wanted ? { classes: wanted } : {}}
          onSkill={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
