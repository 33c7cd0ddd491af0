import type { AnyRegister } from '../../../language/index.ts'
import { statesOf } from '../../../language/index.ts'
import { stateText } from '../../kit/text-of.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { ListAddress } from './list-address.ts'
import { stateOf, withCondition } from './list-address.ts'
import { useStateCounts } from './use-records.ts'

interface StateTabsProps {
  readonly register: AnyRegister
  readonly list: ListAddress
  readonly onChange: (list: ListAddress) => void
}

/** Narrows a list to one state, with the number of records in each. */
export function StateTabs({ register, list, onChange }: StateTabsProps) {
  const t = useTexts()
  const { lang } = useLang()
  const counts = useStateCounts(register, list)
  const current = stateOf(list)
  const tab = (state: string | undefined, text: string) => (
    <button
      key={state ?? ''}
      type="button"
      aria-pressed={current === state}
      onClick={() =>
        onChange(
          state === undefined
            ? { ...list, where: list.where.filter(([field]) => field !== 'state') }
            : withCondition(list, ['state', 'is', state]),
        )
      }
    >
      {text}
      {state !== undefined && counts[state] !== undefined && <span className="count">{counts[state]}</span>}
    </button>
  )
  return (
    <div className="state-tabs" role="group" aria-label={t('field.state')}>
      {tab(undefined, t('list.all-states'))}
      {statesOf(register).map((state) => tab(state, stateText(state, lang)))}
    </div>
  )
}
