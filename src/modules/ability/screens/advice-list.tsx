import type { WireAdvice } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

const KINDS = ['add', 'upgrade', 'drop', 'merge'] as const

/** What to change in a plan: each with the advertisements it rests on and the course it touches. */
export function AdviceList({
  advice,
  onOpen,
}: {
  readonly advice: readonly WireAdvice[]
  readonly onOpen: (skill: string) => void
}) {
  const t = useAbilityTexts()
  if (advice.length === 0) return null
  return (
    <section aria-label={t('advice.title')} className="ability-advice">
      <h3 className="ability-heading">{t('advice.title')}</h3>
      {KINDS.map((kind) => {
        const those = advice.filter((one) => one.kind === kind)
        return those.length === 0 ? null : (
          <div key={kind}>
            <h4>
              {t(`advice.${kind}`)} <small>{t(`advice.${kind}.hint`)}</small>
            </h4>
            <ul>
              {those.map(({ skill, n, share, courses, beside }) => (
                <li key={`${skill}${courses.join()}`}>
                  {n === null ? (
                    <strong>{courses.join(' / ')}</strong>
                  ) : (
                    <>
                      <button type="button" className="ability-link" onClick={() => onOpen(skill)}>
                        {skill}
                      </button>{' '}
                      <small>{t('match.asked', { n: n.toLocaleString('en'), percent: share?.percent ?? '0' })}</small>
                    </>
                  )}
                  <p className="ability-where">
                    {n === null
                      ? t('advice.shared', { skills: skill })
                      : courses.length === 0
                        ? t('advice.nowhere')
                        : t('advice.courses', { courses: courses.join('、') })}
                    {beside !== null && ` ${t('advice.beside', { skill: beside.skill, n: beside.n, of: beside.of })}`}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
