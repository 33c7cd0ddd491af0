import type { Label } from '../../../language/label.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { type PlatformAddress, platformClient } from './platform-client.ts'

/** How long somebody waits at the screen for the platform's answer. */
const PATIENCE_MS = 10_000

/**
 * Authorises with the platform once, to see whether it takes this college.
 * @returns null when it does; else what is wrong and what to do, with the platform's own words
 */
export async function tryConnection(address: PlatformAddress, signal?: AbortSignal): Promise<Label | null> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  try {
    await platformClient(address, signal ? AbortSignal.any([signal, patience]) : patience).authorise()
    return null
  } catch (error) {
    signal?.throwIfAborted()
    if (patience.aborted)
      return {
        zh: `平台在 ${PATIENCE_MS / 1000} 秒内没有答复。请检查地址 ${address.url}，以及本服务器能否访问它`,
        en: `The platform did not answer within ${PATIENCE_MS / 1000} seconds. Check the address ${address.url}, and whether this server reaches it`,
      }
    if (error instanceof Refusal) return error.label
    throw error
  }
}
