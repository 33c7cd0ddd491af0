import { useCallback } from 'react'
import type { Label, Lang } from '../../language/index.ts'
import { texts } from '../app/texts.ts'
import { useLang } from './use-lang.tsx'

type Dictionary = Readonly<Record<string, Label>>
type Parameters = Readonly<Record<string, string | number>>
/** Says one text of a dictionary; `{name}` in it is replaced by the parameter. */
export type Say<D extends Dictionary = typeof texts> = (key: keyof D, parameters?: Parameters) => string

/** Puts parameters into a text. */
export function fill(text: string, parameters: Parameters = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole))
}

/** The words of the screens. A module brings its own dictionary. */
export function useTexts(): Say
export function useTexts<D extends Dictionary>(own: D): Say<D>
export function useTexts(own: Dictionary = texts): Say<Dictionary> {
  const { lang } = useLang()
  return useCallback((key, parameters) => sayIn(own, lang, key, parameters), [own, lang])
}

function sayIn(dictionary: Dictionary, lang: Lang, key: string, parameters?: Parameters): string {
  return fill(dictionary[key]?.[lang] ?? key, parameters)
}
