import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Button, Input, Radio, Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import type { TermDecision, WireKnownSkill, WireTerm, WireTermEffect } from '../wire.ts'
import { KINDS } from './skill-kinds.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** What a term or a skill of the dictionary is to be, and what that would change, before it is kept. */
export function Decide({
  term,
  decisions,
  onDone,
}: {
  readonly term: Pick<WireTerm, 'shown' | 'kind'>
  readonly decisions: readonly [TermDecision, ...TermDecision[]]
  readonly onDone: () => void
}) {
  const t = useAbilityTexts()
  const queries = useQueryClient()
  const nameId = useId()
  const [decision, setDecision] = useState<TermDecision>(decisions[0])
  const [name, setName] = useState(term.shown)
  const [kind, setKind] = useState(term.kind)
  const [into, setInto] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [seen, setSeen] = useState<WireTermEffect>()
  const isNamed = decision === 'accept' || decision === 'rename'
  const isInto = decision === 'merge' || decision === 'join'
  const searched = useDeferredValue(into.trim())
  const { data: skills = [] } = useQuery({
    queryKey: ['ability', 'terms', 'skills', searched],
    queryFn: ({ signal }) =>
      api.get<WireKnownSkill[]>(`/ability/terms/skills?${new URLSearchParams({ words: searched }).toString()}`, signal),
    enabled: isInto && searched !== '',
  })
  // What was seen holds for what was asked only.
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setSeen(undefined)
      setError(undefined)
    }
  const asked = {
    term: term.shown,
    decision,
    ...(isNamed ? { name, kind } : isInto ? { name: into } : {}),
  }
  const isReady = decision === 'reject' || (isNamed ? name : into).trim() !== ''
  async function attempt(work: () => Promise<void>) {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const look = () => attempt(async () => setSeen(await api.post<WireTermEffect>('/ability/terms/effect', asked)))
  const keep = () =>
    attempt(async () => {
      await api.post('/ability/terms', asked)
      onDone()
      await queries.invalidateQueries({ queryKey: ['ability'] })
    })
  return (
    <form
      className="ability-decide"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !busy) void (seen ? keep() : look())
      }}
    >
      <Radio.Group
        aria-label={t('term.decision')}
        value={decision}
        onChange={({ target }) => change(setDecision)(target.value as TermDecision)}
        options={decisions.map((value) => ({ value, label: t(`term.${value}`) }))}
        optionType="button"
      />
      {isNamed && (
        <p className="ability-decide-row">
          <label htmlFor={nameId}>{t('term.name')}</label>
          <Input id={nameId} value={name} maxLength={60} onChange={({ target }) => change(setName)(target.value)} />
          <Select
            aria-label={t('kind')}
            value={kind}
            onChange={change(setKind)}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            popupMatchSelectWidth={false}
          />
        </p>
      )}
      {isInto && (
        <p className="ability-decide-row">
          <label htmlFor={nameId}>{t('term.into')}</label>
          <AutoComplete
            id={nameId}
            value={into}
            onChange={change(setInto)}
            placeholder={t('term.into.hint')}
            options={skills.map((skill) => ({
              value: skill.name,
              label: `${skill.name}（${t(`kind.${skill.kind}` as 'kind.tool')}）`,
            }))}
          />
        </p>
      )}
      <p className="ability-small">{t(`term.${decision}.hint`)}</p>
      {error !== undefined && <ErrorState error={error} what={t('term.decision')} />}
      {seen && <Effect effect={seen} />}
      <p>
        <Button htmlType="submit" type="primary" loading={busy} disabled={!isReady}>
          {t(seen ? 'term.keep' : 'term.look')}
        </Button>
      </p>
    </form>
  )
}

function Effect({ effect: { total, tried, changed, skills } }: { readonly effect: WireTermEffect }) {
  const t = useAbilityTexts()
  return (
    <div className="ability-about" role="status">
      <p>
        <strong>
          {t('term.effect', { total: total.toLocaleString('en'), changed: changed.toLocaleString('en') })}
        </strong>
      </p>
      {tried < total && <p>{t('term.tried', { tried: tried.toLocaleString('en') })}</p>}
      {changed === 0 && <p>{t('term.effect.none')}</p>}
      <ul>
        {skills.map(({ skill, more, fewer }) => (
          <li key={skill}>
            {skill}：{more > 0 && t('term.more', { n: more })} {fewer > 0 && t('term.fewer', { n: fewer })}
          </li>
        ))}
      </ul>
    </div>
  )
}
