/** The account whose things this page keeps; none before somebody is signed in. */
let owner = ''

/** From now on things are kept for this account: the next person at this device sees none of the last one's. */
export function keepFor(accountId: string): void {
  owner = accountId
}

/** Whose things are kept now. */
export const keptFor = (): string => owner

/** Where localStorage has something of the account that is signed in. */
export const ownKey = (name: string, accountId = owner): string => `jiangxin.${name}.${accountId}`
