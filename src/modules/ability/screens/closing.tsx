import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireClosing } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** Which courses, certificates and outcomes of the credit bank close the gaps that are left. */
export function Closing({
  skills,
  onOpen,
}: {
  readonly skills: readonly string[]
  readonly onOpen: (skill: string) => void
}) {
  const t = useAbilityTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'closing', skills],
    queryFn: ({ signal }) =>
      api.get<WireClosing[]>(`/ability/closing?skills=${encodeURIComponent(skills.join('\n'))}`, signal),
    placeholderData: keepPreviousData,
    enabled: skills.length > 0,
  })
  if (skills.length === 0) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} what={t('closing.title')} />
  if (!data) return <Loading />
  const left = data.filter(({ skill }) => skills.includes(skill))
  const isOpen = (one: WireClosing) => one.courses.length + one.certificates.length + one.outcomes.length > 0
  const none = left.filter((one) => !isOpen(one)).map(({ skill }) => skill)
  return (
    <section aria-label={t('closing.title')}>
      <h3 className="ability-heading">{t('closing.title')}</h3>
      <ul className="ability-closing">
        {left.filter(isOpen).map(({ skill, courses, certificates, outcomes }) => (
          <li key={skill}>
            <button type="button" className="ability-link" onClick={() => onOpen(skill)}>
              {skill}
            </button>
            <dl>
              {courses.length > 0 && (
                <>
                  <dt>{t('closing.course')}</dt>
                  <dd>
                    {courses.map(({ id, name, point, through }) => (
                      <span key={id}>
                        <Link to={`/registers/courses/${id}`}>{name}</Link>
                        {point !== '' && `：${point}`}
                        {through !== null && t('closing.through', { wide: through })}
                      </span>
                    ))}
                  </dd>
                </>
              )}
              {certificates.length > 0 && (
                <>
                  <dt>{t('closing.certificate')}</dt>
                  <dd>
                    {certificates.map(({ id, name }) => (
                      <Link key={id} to={`/registers/certificate-schemes/${id}`}>
                        {name}
                      </Link>
                    ))}
                  </dd>
                </>
              )}
              {outcomes.length > 0 && (
                <>
                  <dt>{t('closing.outcome')}</dt>
                  <dd>
                    {outcomes.map(({ id, outcome, target, credits }) => (
                      <Link key={id} to={`/registers/conversion-rules/${id}`}>
                        {t('closing.outcome.is', { outcome, target, credits })}
                      </Link>
                    ))}
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
      {none.length > 0 && <p className="ability-small">{t('closing.none', { skills: none.join('、') })}</p>}
    </section>
  )
}
