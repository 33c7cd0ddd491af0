import type { Answer, Item } from './item.ts'

const LONGEST = 20_000
const MOST = 200

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST && value.every(isText)

/**
 * What came from a phone, as an answer to this item. Keys that the item does not have are left out.
 * @returns null when nothing was answered, or when it is no answer to an item of this kind
 */
export function readAnswer(item: Item, given: unknown): Answer | null {
  switch (item.kind) {
    case 'single':
      return isText(given) && item.options.some(({ key }) => key === given) ? given : null
    case 'multiple': {
      if (!isTexts(given)) return null
      const chosen = item.options.map(({ key }) => key).filter((key) => given.includes(key))
      return chosen.length > 0 ? chosen : null
    }
    case 'blanks':
      if (!isTexts(given) || given.every((text) => text.trim() === '')) return null
      return item.blanks.map((_, i) => given[i] ?? '')
    case 'order': {
      if (!isTexts(given)) return null
      const placed = [...new Set(given)].filter((text) => item.entries.includes(text))
      return placed.length > 0 ? placed : null
    }
    case 'match': {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return null
      const rights = new Set([...item.pairs.map(([, right]) => right), ...item.distractors])
      const joined = item.pairs.flatMap(([left]) => {
        const right: unknown = Object.hasOwn(given, left) ? Reflect.get(given, left) : undefined
        return isText(right) && rights.has(right) ? [[left, right] as const] : []
      })
      return joined.length > 0 ? Object.fromEntries(joined) : null
    }
    case 'number':
    case 'short':
      return isText(given) && given.trim() !== '' ? given : null
  }
}
