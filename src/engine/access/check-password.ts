import type { Problem } from '../../language/register.ts'
import { Refusal } from '../refusal.ts'
import { commonPasswords } from './common-passwords.ts'

const LEAST = 12
const MOST = 200

/**
 * What is wrong with a new password: too short, too common, or it gives itself away. Nothing is asked about
 * digits and signs: length is what counts (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordProblem(password: string, accountName: string): Problem['message'] | null {
  const text = password.normalize('NFKC').toLowerCase()
  const length = [...text].length
  if (length < LEAST)
    return {
      zh: `密码至少 ${LEAST} 个字符，可以用一句话`,
      en: `A password has at least ${LEAST} characters; a sentence will do`,
    }
  if (length > MOST) return { zh: `密码最多 ${MOST} 个字符`, en: `A password has at most ${MOST} characters` }
  if (commonPasswords.has(text) || new Set(text).size <= 3 || isRun(text))
    return { zh: '这个密码太常见，容易被猜中', en: 'This password is too common and easily guessed' }
  if (accountName.length >= 3 && text.includes(accountName))
    return { zh: '密码不能包含账号名', en: 'The password may not contain the account name' }
  return null
}

/** @throws Refusal 422 at the given field */
export function checkPassword(password: string, accountName: string, field: string): void {
  const message = passwordProblem(password, accountName)
  if (message) throw new Refusal('invalid', message, { problems: [{ field, message }] })
}

/** abcdefghijk, 9876543210: every character follows the one before. */
function isRun(text: string): boolean {
  const steps = new Set([...text].slice(1).map((c, i) => c.charCodeAt(0) - text.charCodeAt(i)))
  return steps.size === 1
}
