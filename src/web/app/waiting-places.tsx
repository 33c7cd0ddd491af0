import { Link } from 'react-router'
import { useLang } from '../kit/use-lang.tsx'
import { figuresCatalogue } from './figures-catalogue.ts'
import type { WaitingEntry } from './waiting-entries.ts'

/** Where the values stand that a person has to look at; a part of its own, for it brings all declarations. */
export function WaitingPlaces({ asked }: { readonly asked: readonly WaitingEntry[] }) {
  const { lang } = useLang()
  const places = new Map(
    asked.map((one) => {
      const form = figuresCatalogue.tables.get(one.table)
      return form
        ? [`/tables/${one.table}?period=${one.period}&mode=enter`, form.label[lang]]
        : [`/figures/${encodeURIComponent(one.code)}?period=${one.period}`, one.code]
    }),
  )
  return [...places].map(([address, name]) => (
    <Link key={address} to={address}>
      {name}
    </Link>
  ))
}
