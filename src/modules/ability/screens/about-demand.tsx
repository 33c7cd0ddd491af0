import type { WireDemand } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

/** How many, from where, from when, and what the data cannot say: above every figure of demand. */
export function AboutDemand({ demand }: { readonly demand: WireDemand }) {
  const t = useAbilityTexts()
  const { n, from, to, sources, pay, undated } = demand
  return (
    <div className="ability-about">
      <p>
        <strong>
          {t('about', {
            n: n.toLocaleString('en'),
            from: from ?? '—',
            to: to ?? '—',
            sources: sources.join('、') || '—',
          })}
        </strong>
      </p>
      {undated.n > 0 && <p>{t('about.undated', { n: undated.n.toLocaleString('en') })}</p>}
      {pay && (
        <p>
          {t('about.pay', {
            n: pay.n.toLocaleString('en'),
            mean: pay.mean.toLocaleString('en'),
            margin: pay.margin === null ? '' : ` ± ${pay.margin.toLocaleString('en')}`,
          })}
        </p>
      )}
      <p className="ability-small">{t('about.limits')}</p>
    </div>
  )
}
