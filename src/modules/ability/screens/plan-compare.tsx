import { Select } from 'antd'
import { useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WirePlanChange, WireProgramme } from '../wire.ts'
import type { AskedPlan } from './asked-plan.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** The plan shown beside an earlier version of it: what it gained and lost against the same demand. */
export function PlanCompare({
  later,
  programmes,
  city,
  onOpen,
}: {
  readonly later: AskedPlan
  readonly programmes: readonly WireProgramme[]
  readonly city: { readonly city?: string }
  readonly onOpen: (skill: string) => void
}) {
  const t = useAbilityTexts()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [change, setChange] = useState<WirePlanChange>()
  async function compare(order: () => Promise<AskedPlan>) {
    setBusy(true)
    setError(undefined)
    try {
      setChange(await api.post<WirePlanChange>('/ability/match/compare', { earlier: await order(), later, ...city }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const others = programmes.filter(({ id }) => id !== later.programme)
  return (
    <section aria-label={t('versions.title')}>
      <h2 className="ability-heading">{t('versions.title')}</h2>
      <p className="ability-small">{t('versions.hint')}</p>
      <div className="ability-versions">
        {others.length > 0 && (
          <Select
            aria-label={t('versions.choose')}
            placeholder={t('versions.choose')}
            onChange={(id: string) => void compare(async () => ({ programme: id }))}
            options={others.map(({ id, name, grade }) => ({
              value: id,
              label: t('match.version.of', { grade, name }),
            }))}
            popupMatchSelectWidth={false}
          />
        )}
        <DropZone
          text={t('versions.file')}
          hint={t('match.file.hint')}
          accept=".docx,.pdf,.txt,.md,.json"
          onFile={(file) =>
            void compare(async () => {
              const { sha256 } = await upload<FileRef>('/files', file)
              return {
                ...(later.code === undefined ? {} : { code: later.code }),
                file: { sha256, fileName: file.name },
              }
            })
          }
        />
      </div>
      {error !== undefined && <ErrorState error={error} what={t('match.failed')} />}
      {busy && <Loading />}
      {change && !busy && (
        <>
          <p>
            {t('versions.coverage', {
              before: change.before.plan,
              was: change.before.coverage?.percent ?? '0.0',
              after: change.after.plan,
              is: change.after.coverage?.percent ?? '0.0',
            })}{' '}
            <small>{t('versions.same', { same: change.same, n: change.n.toLocaleString('en') })}</small>
          </p>
          {change.changes.length > 0 && (
            <div className="ability-scroll">
              <table className="ability-table">
                <thead>
                  <tr>
                    <th>{t('skill')}</th>
                    <th>{t('n')}</th>
                    <th>{t('versions.before')}</th>
                    <th>{t('versions.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {change.changes.map(({ skill, n, was, is, whereBefore, whereAfter }) => (
                    <tr key={skill}>
                      <td>
                        <button type="button" className="ability-link" onClick={() => onOpen(skill)}>
                          {skill}
                        </button>
                      </td>
                      <td className="ability-number">{n.toLocaleString('en')}</td>
                      <td>
                        {t(`match.${was}`)} <p className="ability-where">{whereBefore.join('；')}</p>
                      </td>
                      <td>
                        {t(`match.${is}`)} <p className="ability-where">{whereAfter.join('；')}</p>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </section>
  )
}
