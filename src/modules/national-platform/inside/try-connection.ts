import type { Label } from '../../../language/label.ts'
import { type PlatformAddress, PlatformBusy, platformClient } from './platform-client.ts'

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
    const said = error instanceof Error ? error.message : String(error)
    return error instanceof PlatformBusy
      ? {
          zh: `连接不上平台。请检查地址和网络，或稍后再试。平台或网络的答复：${said}`,
          en: `The platform cannot be reached. Check the address and the network, or try later. What came back: ${said}`,
        }
      : {
          zh: `平台拒绝了授权。请核对应用标识、密钥、加密模式和编码是否与平台登记的一致。平台的答复：${said}`,
          en: `The platform refuses to authorise. Check that key, secret, mode and encoding are those registered with it. What it said: ${said}`,
        }
  }
}
