import { Refusal } from '../refusal.ts'

const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u

/** One account whatever the case and width of the letters typed: a staff or student number, or a name. */
export const normalName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/**
 * The name as it is kept.
 * @throws Refusal 422 when it has other than letters, digits and . _ @ -, or not 2 to 60 of them
 */
export function checkName(name: string): string {
  const normal = normalName(name)
  if (SHAPE.test(normal)) return normal
  const message = {
    zh: '账号名为 2–60 个字符，只能用字母、数字、汉字和 . _ @ -，且以字母、数字或汉字开头',
    en: 'An account name has 2–60 letters, digits and . _ @ -, and starts with a letter or digit',
  }
  throw new Refusal('invalid', message, { problems: [{ field: 'name', message }] })
}
