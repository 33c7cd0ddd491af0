import { Button } from 'antd'
import { useState } from 'react'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireLearnerPage } from '../wire.ts'
import { useBankTexts } from './use-bank-texts.ts'

const MOMENTS = 12
/** Credits have one decimal: whole tenths add up exactly. */
const tenthsOf = (credits: string) => Number(credits.replace('.', ''))

/** Where one could go on to learn, credits by kind, and the way so far. */
export function LifeView({ page }: { readonly page: WireLearnerPage }) {
  const t = useBankTexts()
  const { lang } = useLang()
  const [isWhole, setWhole] = useState(false)
  const { next, outcomes, timeline } = page
  const kinds = new Map<string, { name: string; credits: number; count: number }>()
  for (const { kind, credits, state } of outcomes)
    if (state === 'accredited') {
      const known = kinds.get(kind.en) ?? { name: kind[lang], credits: 0, count: 0 }
      kinds.set(kind.en, { ...known, credits: known.credits + tenthsOf(credits), count: known.count + 1 })
    }
  const most = Math.max(1, ...[...kinds.values()].map(({ credits }) => credits))
  const moments = isWhole ? timeline : timeline.slice(0, MOMENTS)
  return (
    <>
      {(next.places.length > 0 || next.levels.length > 0) && (
        <section className="bank-card">
          <h2>{t('next.title')}</h2>
          <ol className="bank-next">
            {next.places.map(({ institution, kind, credits, targets }) => (
              <li key={institution}>
                <strong>{t('next.place', { at: institution, credits })}</strong>
                <small>
                  {kind[lang]} · {targets.join(lang === 'zh' ? '、' : ', ')}
                </small>
              </li>
            ))}
            {next.levels.map((one) => (
              <li key={`${one.outcome} ${one.institution} ${one.target}`}>
                <strong>{t('next.level', { outcome: one.outcome, level: one.level[lang] })}</strong>
                <small>
                  {t('next.level-gives', { at: one.institution, target: one.target, credits: one.credits })}
                </small>
              </li>
            ))}
          </ol>
        </section>
      )}
      {kinds.size > 0 && (
        <section className="bank-card">
          <h2>{t('kinds.title')}</h2>
          <ul className="bank-bars">
            {[...kinds.values()].map(({ name, credits, count }) => (
              <li key={name}>
                <span>{name}</span>
                <strong>{(credits / 10).toFixed(1)}</strong>
                <span className="bank-bar-track" aria-hidden>
                  <span style={{ width: `${(credits * 100) / most}%` }} />
                </span>
                <small>{t('kinds.count', { n: count })}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {timeline.length > 0 && (
        <section className="bank-card">
          <h2>{t('life.title')}</h2>
          <ol className="bank-timeline">
            {moments.map((moment, index) => (
              <li key={index} className={`bank-moment bank-moment-${moment.what}`}>
                <time dateTime={moment.on}>{moment.on}</time>
                <span>
                  <strong>{moment.about}</strong> <small>{moment.label[lang]}</small>
                </span>
              </li>
            ))}
          </ol>
          {timeline.length > moments.length && (
            <Button type="link" onClick={() => setWhole(true)}>
              {t('life.more', { n: timeline.length })}
            </Button>
          )}
        </section>
      )}
    </>
  )
}
