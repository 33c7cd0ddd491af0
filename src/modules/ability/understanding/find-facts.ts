import type { Facts, Span } from '../advertisement.ts'
import { findYears } from './experience.ts'
import { findPay, spanOf } from './pay.ts'
import { findPlace } from './place.ts'
import { findSchooling } from './schooling.ts'

/** The menu that sites hang behind a text (职能类别…关键字…) repeats words that are nobody's demand. */
const MENU = /(?:职能类别|微信分享)[\s\S]*$/

/** What a cleaned title and text say about the job itself. */
export function findFacts(title: string, whole: string): Facts {
  const text = whole.replace(MENU, '')
  const spans: Partial<Record<'city' | 'education' | 'years' | 'salary', Span>> = {}
  const parts = [
    ['text', text],
    ['title', title],
  ] as const
  const first = <T extends { start: number; end: number }>(
    name: keyof typeof spans,
    find: (words: string) => T | undefined,
  ): T | undefined => {
    for (const [place, words] of parts) {
      const found = find(words)
      if (found === undefined) continue
      spans[name] = spanOf(place, found.start, found.end)
      return found
    }
    return undefined
  }
  let isPayUnreadable = false
  const pay = first('salary', (words) => {
    const found = findPay(words)
    isPayUnreadable ||= found.isUnreadable
    return found.pay
  })
  const place = first('city', findPlace)
  const schooling = first('education', findSchooling)
  const years = first('years', findYears)
  return {
    city: place?.city.name ?? null,
    cityCode: place?.city.code ?? null,
    educationMin: schooling?.level ?? null,
    yearsMin: years?.min ?? null,
    yearsMax: years?.max ?? null,
    salaryMin: pay?.min ?? null,
    salaryMax: pay?.max ?? null,
    paysPerYear: pay?.paysPerYear ?? null,
    isPayUnreadable,
    spans,
  }
}
