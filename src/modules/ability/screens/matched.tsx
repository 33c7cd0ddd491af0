import { Button } from 'antd'
import { useState } from 'react'
import type { WireMatch, WireMatchedSkill } from '../wire.ts'
import { AdviceList } from './advice-list.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

const STATES = ['missing', 'thin', 'covered'] as const

/** What came out of a comparison: coverage, advice, and every skill with the evidence of both sides. */
export function Matched({ match, onOpen }: { readonly match: WireMatch; readonly onOpen: (skill: string) => void }) {
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
          {t('match.coverage')} <strong>{coverage.percent}%</strong> {t('match.touched', { percent: coverage.touched })}{' '}
          <small>{t('match.coverage.hint')}</small>
        </p>
      )}
      <AdviceList advice={match.advice} onOpen={onOpen} />
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
                  <button type="button" className="ability-link" onClick={() => onOpen(skill)}>
                    {skill}
                  </button>{' '}
                  <small>{t('match.asked', { n, percent: share.percent })}</small>
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
