import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import type { WirePage } from '../../../language/wire.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDemand, WireMatch, WireMatchedSkill } from '../wire.ts'
import { SkillDrawer } from './skill-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** A major's courses, or a plan dropped in, held against what its occupations ask for, with the evidence of both sides. */
export function MatchTab() {
  const t = useAbilityTexts()
  const [code, setCode] = useState('')
  const [city, setCity] = useState('*')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [match, setMatch] = useState<WireMatch>()
  const [open, setOpen] = useState<string>()
  const majors = useQuery({
    queryKey: ['ability', 'majors'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/majors?limit=200', signal),
  })
  const demand = useQuery({
    queryKey: ['ability', 'demand', {}],
    queryFn: ({ signal }) => api.get<WireDemand>('/ability/demand?', signal),
  })
  const cities = (demand.data?.cities ?? []).filter(({ key }) => key !== '')
  async function compare(order: () => Promise<object>) {
    setBusy(true)
    setError(undefined)
    try {
      setMatch(
        await api.post<WireMatch>('/ability/match', {
          ...(/^\d{6}$/.test(code) ? { code } : {}),
          ...(city === '*' ? {} : { city }),
          ...(await order()),
        }),
      )
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const options = (majors.data?.rows ?? []).map(({ id, values }) => ({
    value: id,
    label: `${String(values['name'] ?? '')}（${String(values['code'] ?? '')}）`,
  }))
  return (
    <>
      <div className="ability-match-ask">
        <label>
          <span>{t('match.choose')}</span>
          <Select
            aria-label={t('match.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            onChange={(major: string) => void compare(async () => ({ major }))}
            placeholder={t('match.plan')}
            popupMatchSelectWidth={false}
          />
        </label>
        <label>
          <span>{t('match.code')}</span>
          <Input
            value={code}
            onChange={({ target }) => setCode(target.value.trim())}
            placeholder="510203"
            maxLength={6}
          />
        </label>
        <label>
          <span>{t('city')}</span>
          <Select
            aria-label={t('city')}
            value={city}
            onChange={setCity}
            options={[
              { value: '*', label: t('city.all') },
              ...cities.map(({ key, name, n }) => ({ value: key, label: `${name}（${n}）` })),
            ]}
            popupMatchSelectWidth={false}
          />
        </label>
        <DropZone
          text={t('match.file')}
          hint={t('match.file.hint')}
          accept=".docx,.pdf,.txt,.md,.json"
          onFile={(file) =>
            void compare(async () => {
              const { sha256 } = await upload<FileRef>('/files', file)
              return { file: { sha256, fileName: file.name } }
            })
          }
        />
      </div>
      {error !== undefined && <ErrorState error={error} what={t('match.failed')} />}
      {busy && <Loading />}
      {match && !busy && <Matched match={match} onOpen={setOpen} />}
      {open !== undefined && match && (
        <SkillDrawer
          skill={open}
          narrow={{ classes: match.occupations.map(({ key }) => key).join(','), ...(city === '*' ? {} : { city }) }}
          onSkill={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

const STATES = ['missing', 'thin', 'covered'] as const

function Matched({ match, onOpen }: { readonly match: WireMatch; readonly onOpen: (skill: string) => void }) {
  const t = useAbilityTexts()
  const { coverage } = match
  return (
    <section aria-label={t('match.title', { plan: match.plan })}>
      <h2 className="ability-heading">{t('match.title', { plan: match.plan })}</h2>
      <p>
        {t('match.about', {
          occupations: match.occupations.map(({ name, n }) => `${name}（${n}）`).join('、'),
          n: match.n.toLocaleString('en'),
          items: match.items,
        })}
      </p>
      {coverage && (
        <p className="ability-coverage">
          {t('match.coverage')} <strong>{coverage.percent}%</strong> <small>{t('match.coverage.hint')}</small>
        </p>
      )}
      <div className="ability-columns">
        {STATES.map((state) => (
          <div key={state} className={`ability-column ability-${state}`}>
            <h3>
              {t(`match.${state}`)} <small>{t(`match.${state}.hint`)}</small>
            </h3>
            <List skills={match.skills.filter((one) => one.state === state)} onOpen={onOpen} />
          </div>
        ))}
        <div className="ability-column ability-outdated">
          <h3>
            {t('match.outdated')} <small>{t('match.outdated.hint')}</small>
          </h3>
          {match.outdated.length === 0 ? (
            <p className="ability-small">{t('match.none')}</p>
          ) : (
            <ul>
              {match.outdated.map(({ skill, n, share, where }) => (
                <li key={skill}>
                  <strong>{skill}</strong> <small>{t('match.asked', { n, percent: share.percent })}</small>
                  <p className="ability-where">{where.join('；')}</p>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}

const SHOWN = 12

function List({
  skills,
  onOpen,
}: {
  readonly skills: readonly WireMatchedSkill[]
  readonly onOpen: (skill: string) => void
}) {
  const t = useAbilityTexts()
  const [isLong, setLong] = useState(false)
  if (skills.length === 0) return <p className="ability-small">{t('match.none')}</p>
  return (
    <>
      <ul>
        {skills.slice(0, isLong ? undefined : SHOWN).map(({ skill, n, share, where, through }) => (
          <li key={skill}>
            <button type="button" className="ability-link" onClick={() => onOpen(skill)}>
              {skill}
            </button>{' '}
            <small>{t('match.asked', { n: n.toLocaleString('en'), percent: share.percent })}</small>
            {where.length > 0 && (
              <p className="ability-where">
                {through !== null && `${t('match.through', { wide: through })}：`}
                {where.join('；')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {!isLong && skills.length > SHOWN && (
        <Button size="small" onClick={() => setLong(true)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
