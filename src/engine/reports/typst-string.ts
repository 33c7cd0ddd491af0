import { drawableText } from './fonts.ts'

/**
 * A Typst string literal. Everything people wrote goes through here and nothing else does: inside a literal only `\` and
 * `"` mean anything, so no text can become markup or code.
 */
export function typstString(value: string): string {
  return `"${drawableText(value).replace(/[\\"]/g, '\\$&')}"`
}
