import type { WireAccount } from '../../language/index.ts'
import { inStore } from '../kit/device-store.ts'
import { ownKey } from '../kit/own-storage.ts'
import { entriesOf } from './waiting-entries.ts'

type Account = Pick<WireAccount, 'id' | 'college'>
interface Act {
  readonly key: string
  /** The account that did it. */
  readonly account: string
}

/** What goes with the person although it was never to be sent: it tells what they looked at and can do. */
const TRACES = ['recent', 'ability.have']

/** Texts of sections that were not saved. @returns their keys in the store */
export function draftKeys(
  { id }: Pick<Account, 'id'>,
  store: Pick<Storage, 'length' | 'key'> = localStorage,
): string[] {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i)!)
  return keys.filter((key) => key.startsWith(`${ownKey('section', id)}.`))
}

/** Acts in lessons that have not arrived. A browser that keeps nothing has none. */
const actsOf = ({ id }: Account): Promise<Act[]> =>
  inStore(['acts'], async ({ all }) => (await all<Act>('acts')).filter(({ account }) => account === id)).catch(() => [])

/** How many things an account typed or did on this device that the server does not have yet. */
export async function countUnsent(account: Account): Promise<number> {
  return entriesOf(account).list().length + draftKeys(account).length + (await actsOf(account)).length
}

/** Takes everything off this device that an account typed or did; what others left unsent stays theirs. */
export async function forgetOwn(account: Account): Promise<void> {
  entriesOf(account).clear()
  for (const key of [...draftKeys(account), ...TRACES.map((name) => ownKey(name, account.id))])
    localStorage.removeItem(key)
  const acts = await actsOf(account)
  if (acts.length > 0)
    await inStore(['acts'], async ({ remove }) => {
      for (const { key } of acts) await remove('acts', key)
    })
}
