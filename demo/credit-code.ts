/** GB 32100: the last character of a unified social credit code follows from the first seventeen. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The code of the nth made-up enterprise: well-formed, and of no real one, since its own number begins with zeros. */
export function madeUpCreditCode(n: number): string {
  const first = `91500000${String(n).padStart(9, '0')}`
  const sum = [...first].reduce((total, c, i) => total + ALPHABET.indexOf(c) * WEIGHTS[i]!, 0)
  return first + ALPHABET[(31 - (sum % 31)) % 31]
}
