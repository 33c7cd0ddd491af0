import { api } from '../../../web/kit/api.ts'
import { devicePublicKey, signByDevice } from './device-key.ts'

/** A challenge counts two minutes: a new one is fetched before, in ms. */
const RENEW_MS = 90_000

let ready: { readonly session: string; readonly challenge: string; readonly at: number } | undefined

/** Fetches what the phone will sign, while the student looks at the screen. @throws ApiError */
export async function prepareSignIn(session: string): Promise<string> {
  if (ready?.session === session && Date.now() - ready.at < RENEW_MS) return ready.challenge
  const publicKey = await devicePublicKey()
  const { challenge } = await api.post<{ challenge: string }>(`/classroom/sessions/${session}/challenge`, { publicKey })
  ready = { session, challenge, at: Date.now() }
  return challenge
}

/** Signs in to a lesson by the code on the projector. @throws ApiError with why it was refused */
export async function signInByCode(session: string, code: string): Promise<void> {
  const challenge = await prepareSignIn(session)
  ready = undefined
  const signature = await signByDevice(`${challenge}.${code}`)
  const publicKey = await devicePublicKey()
  await api.post(`/classroom/sessions/${session}/sign-in`, { publicKey, challenge, code, signature })
}
