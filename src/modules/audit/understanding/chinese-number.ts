const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 一百二十 → 120; null when the characters are no number below ten thousand. Years such as 二〇二三 read digit by digit. */
export function chineseNumber(text: string): number | null {
  if (!/^[〇零一二两三四五六七八九十百千]+$/.test(text)) return null
  if (!/[十百千]/.test(text)) {
    if (text.length === 1) return DIGITS[text]!
    return text.length === 4 ? Number([...text].map((c) => DIGITS[c]).join('')) : null
  }
  let total = 0
  let digit: number | null = null
  for (const character of text) {
    const place = PLACES[character]
    if (place === undefined) digit = DIGITS[character]!
    else {
      total += (digit ?? 1) * place
      digit = null
    }
  }
  return total + (digit ?? 0)
}
