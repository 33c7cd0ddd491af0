/** The first character, in the order of pinyin, of each letter that syllables begin with. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀']
const LETTERS = 'abcdefghjklmnopqrstwxyz'

const order = new Intl.Collator('zh-u-co-pinyin')
const known = new Map<string, string>()

/**
 * The initials by which people look for a Chinese name: 课程性质 → kcxz. Letters and digits stand for themselves, other
 * signs are left out. A character with several readings has the usual one.
 */
export function pinyinInitials(text: string): string {
  let found = ''
  for (const character of text.toLowerCase())
    if (/[\u3400-\u9fff]/.test(character)) found += initialOf(character)
    else if (/[a-z0-9]/.test(character)) found += character
  return found
}

function initialOf(character: string): string {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const at = FIRSTS.findLastIndex((first) => order.compare(first, character) <= 0)
  const letter = LETTERS[at] ?? ''
  known.set(character, letter)
  return letter
}
