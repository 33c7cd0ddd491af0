import type { WireGap } from '../../wire-proof.ts'
import { thisDay } from '../money/this-day.ts'

/** Where evidence is filed, with what is known of it filled in already. */
export const evidenceForm = (gives: Readonly<Record<string, string>> = {}): string =>
  `/registers/plan-evidence/new?values=${encodeURIComponent(JSON.stringify({ collectedOn: thisDay(), ...gives }))}`

/** Where a gap is mended: missing evidence is filed; what is wrong with a record is mended in it. */
export const mendAt = ({ gives, at }: Pick<WireGap, 'gives' | 'at'>): string =>
  gives === null ? `/registers/${at.register}/${at.id}` : evidenceForm(gives)
