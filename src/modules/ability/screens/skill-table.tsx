import { Button } from 'antd'
import { useState } from 'react'
import type { WirePay, WireSkillDemand } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

const FIRST = 25

/** Skills by how often they are asked for, with their interval, pay with and without, and the way to their words. */
export function SkillTable({
  skills,
  onOpen,
}: {
  readonly skills: readonly WireSkillDemand[]
  readonly onOpen: (skill: string) => void
}) {
  const t = useAbilityTexts()
  const [isLong, setLong] = useState(false)
  const most = Math.max(1, ...skills.map(({ share }) => Number(share.percent)))
  return (
    <>
      <div className="ability-scroll">
        <table className="ability-table">
          <thead>
            <tr>
              <th scope="col">{t('skill')}</th>
              <th scope="col" title={t('n.hint')}>
                {t('n')}
              </th>
              <th scope="col">{t('share')}</th>
              <th scope="col" title={t('required.hint')} className="ability-desk">
                {t('required')}
              </th>
              <th scope="col" className="ability-desk">
                {t('pay.with')}
              </th>
              <th scope="col" className="ability-desk">
                {t('pay.without')}
              </th>
            </tr>
          </thead>
          <tbody>
            {skills.slice(0, isLong ? undefined : FIRST).map((one) => (
              <tr key={one.skill}>
                <th scope="row">
                  <button type="button" className="ability-link" onClick={() => onOpen(one.skill)}>
                    {one.skill}
                  </button>{' '}
                  <small>{t(`kind.${one.kind}` as 'kind.tool')}</small>
                </th>
                <td className="ability-number">{one.n.toLocaleString('en')}</td>
                <td title={t('interval', { low: one.share.low, high: one.share.high })}>
                  <span className="ability-bar">
                    <span style={{ width: `${(Number(one.share.percent) / most) * 100}%` }} />
                  </span>
                  <span className="ability-number">{one.share.percent}%</span>{' '}
                  <small className="ability-interval">
                    {one.share.low}–{one.share.high}
                  </small>
                </td>
                <td className="ability-number ability-desk">{Math.round((one.required / one.n) * 100)}%</td>
                <td className="ability-number ability-desk">
                  <Pay pay={one.payWith} />
                </td>
                <td className="ability-number ability-desk">
                  <Pay pay={one.payWithout} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isLong && skills.length > FIRST && (
        <p className="ability-more">
          <Button onClick={() => setLong(true)}>{t('more')}</Button>
        </p>
      )}
      <p className="ability-small">{t('pay.association')}</p>
    </>
  )
}

function Pay({ pay }: { readonly pay: WirePay | null }) {
  const t = useAbilityTexts()
  if (pay === null) return <>—</>
  return (
    <>
      {pay.mean.toLocaleString('en')}
      {pay.margin !== null && ` ±${pay.margin.toLocaleString('en')}`} <small>{t('pay.n', { n: pay.n })}</small>
    </>
  )
}
