/** What a phone keeps of the classroom: its key, and acts that have not arrived yet, each with the account that did it. */
const NAME = 'jiangxin-classroom'
const VERSION = 1
export type StoreName = 'keys' | 'windows' | 'acts'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.addEventListener('upgradeneeded', () => {
      for (const name of ['keys', 'windows', 'acts'] satisfies StoreName[])
        request.result.createObjectStore(name, { keyPath: 'key' })
    })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => {
      opened = undefined
      reject(request.error ?? new Error('IndexedDB'))
    })
  })
  return opened
}

/** Runs `work` in one transaction of the device's own store; nobody else's comes between. */
export async function inStore<T>(
  names: readonly StoreName[],
  work: (stores: {
    readonly get: <V>(name: StoreName, key: string) => Promise<V | undefined>
    readonly all: <V>(name: StoreName) => Promise<V[]>
    readonly put: (name: StoreName, value: object) => Promise<unknown>
    readonly remove: (name: StoreName, key: string) => Promise<unknown>
  }) => Promise<T>,
): Promise<T> {
  const transaction = (await open()).transaction([...names], 'readwrite')
  const store = (name: StoreName) => transaction.objectStore(name)
  return work({
    get: <V>(name: StoreName, key: string) => done<V | undefined>(store(name).get(key)),
    all: <V>(name: StoreName) => done<V[]>(store(name).getAll()),
    put: (name, value) => done(store(name).put(value)),
    remove: (name, key) => done(store(name).delete(key)),
  })
}
