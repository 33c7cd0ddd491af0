import type { WireEvidence } from '../wire.ts'

/** Advertisements with their words. */
export function AdList({ ads }: { readonly ads: readonly WireEvidence[] }) {
  return (
    <ol className="ability-ads">
      {ads.map((ad) => (
        <li key={ad.id}>
          <strong>{ad.title}</strong> <small>{[ad.company, ad.city].filter(Boolean).join(' · ')}</small>
          <p>
            …{ad.before}
            <mark>{ad.words}</mark>
            {ad.after}…
          </p>
        </li>
      ))}
    </ol>
  )
}
