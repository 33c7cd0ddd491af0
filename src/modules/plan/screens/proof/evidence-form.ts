import type { WireGap } from '../../wire-proof.ts'
import { thisDay } from '../money/this-day.ts'

type Known = Readonly<Record<string, string>>

/** Where evidence is filed, with what is known of it filled in already. */
export const evidenceForm = (gives: Known = {}, titles: Known = {}): string =>
  `/registers/plan-evidence/new?${new URLSearchParams({
    values: JSON.stringify({ collectedOn: thisDay(), ...gives }),
    titles: JSON.stringify(titles),
  }).toString()}`

/** Where a gap is mended: missing evidence is filed; what is wrong with a record is mended in it. `me`: what the person is called. */
export const mendAt = ({ gives, at, task, unit, what }: WireGap, me: string): string =>
  gives === null
    ? `/registers/${at.register}/${at.id}`
    : evidenceForm(gives, { task: task.name, unit: unit.name, milestone: what, target: what, collectedBy: me })
