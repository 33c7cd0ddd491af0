import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's default) with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Nobody's password, hashed at the same cost. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** The same password typed with another input method (full-width digits, composed letters) is the same password. */
const normal = (password: string) => password.normalize('NFKC')

/** Hashes on the thread pool. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST)

/** Takes the same time whether there is a hash or not, so that time does not tell which accounts exist. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? NOBODY, normal(password))
  return isRight && stored !== null
}
