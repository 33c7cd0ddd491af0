import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { courseworkTexts } from './texts.ts'

/** Says the words of coursework. */
export type SayCoursework = Say<typeof courseworkTexts>

export const useCourseworkTexts = (): SayCoursework => useTexts(courseworkTexts)

/** A moment as people read it, by the clock of the place where they are: "09-21 23:59". */
export function momentText(at: string): string {
  const local = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())} ${two(local.getHours())}:${two(local.getMinutes())}`
}

/** What an entry of the gradebook is called: attendance has no title of anybody's. */
export const entryTitle = (t: SayCoursework, { id, title }: { readonly id: string; readonly title: string }): string =>
  id.startsWith('attendance') ? t('attendance') : title
