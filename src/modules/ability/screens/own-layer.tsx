import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Drawer } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { usePhone } from '../../../web/kit/use-media.ts'
import { SKILL_DECISIONS, type WireEvidence, type WireKnownSkill } from '../wire.ts'
import { AdList } from './ad-list.tsx'
import { Decide } from './decide.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** Skills of the shipped dictionary that the college calls otherwise, or counts as another; and its dictionary as a file. */
export function OwnLayer() {
  const t = useAbilityTexts()
  const id = useId()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<WireKnownSkill>()
  const searched = useDeferredValue(words.trim())
  const { data: skills = [], error } = useQuery({
    queryKey: ['ability', 'terms', 'skills', searched],
    queryFn: ({ signal }) =>
      api.get<WireKnownSkill[]>(`/ability/terms/skills?${new URLSearchParams({ words: searched }).toString()}`, signal),
    enabled: searched !== '',
  })
  const chosen = skills.find(({ name }) => name === words.trim())
  return (
    <section aria-label={t('layer.title')}>
      <h2 className="ability-heading">{t('layer.title')}</h2>
      <p className="ability-small">{t('layer.hint')}</p>
      <div className="ability-filters">
        <label htmlFor={id}>{t('layer.skill')}</label>
        <AutoComplete
          id={id}
          value={words}
          onChange={setWords}
          placeholder={t('term.into.hint')}
          className="ability-search"
          options={skills.map((skill) => ({
            value: skill.name,
            label: `${skill.name}（${t(`kind.${skill.kind}` as 'kind.tool')}）`,
          }))}
        />
        <Button disabled={chosen === undefined} onClick={() => setOpen(chosen)}>
          {t('layer.open')}
        </Button>
        <a href="/api/ability/terms/dictionary" download>
          {t('layer.export')}
        </a>
      </div>
      {error && <ErrorState error={error} />}
      {open && (
        <SkillLayer
          skill={open}
          onClose={() => {
            setOpen(undefined)
            setWords('')
          }}
        />
      )}
    </section>
  )
}

function SkillLayer({ skill, onClose }: { readonly skill: WireKnownSkill; readonly onClose: () => void }) {
  const t = useAbilityTexts()
  const isPhone = usePhone()
  const query = new URLSearchParams({ skill: skill.name }).toString()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'evidence', {}, skill.name],
    queryFn: ({ signal }) => api.get<WireEvidence[]>(`/ability/evidence?${query}`, signal),
  })
  return (
    <Drawer open title={t('layer.of', { skill: skill.name })} size={isPhone ? '100%' : 620} onClose={onClose}>
      <Decide term={{ shown: skill.name, kind: skill.kind }} decisions={SKILL_DECISIONS} onDone={onClose} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && (
        <section className="ability-open">
          <h3>{t('open.ads')}</h3>
          {data.length === 0 ? <p className="ability-small">{t('layer.none')}</p> : <AdList ads={data} />}
        </section>
      )}
    </Drawer>
  )
}
