import { ApiError, errorOf } from '../../kit/api.ts'

/**
 * Fetches a file that the server first has to make, and saves it.
 * @param onShare told the share received, 0 to 1, where the server says how long it is
 * @param signal ends it, and the making of the file on the server; nothing is saved then
 * @throws ApiError, or the signal's reason
 */
export async function fetchFile(
  address: string,
  name: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(address, { credentials: 'same-origin', signal }).catch(() => undefined)
  signal.throwIfAborted()
  if (!response) throw offline()
  if (!response.ok || !response.body) throw errorOf(response.status, await response.text())
  const total = Number(response.headers.get('content-length') ?? 0)
  const parts: BlobPart[] = []
  let received = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    received += next.value.byteLength
    if (total > 0) onShare(Math.min(1, received / total))
  }
  const blob = new Blob(parts, { type: response.headers.get('content-type') ?? 'application/octet-stream' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const offline = () =>
  new ApiError(0, {
    code: 'unreachable',
    message: {
      zh: '连接不上服务器，请检查网络后重试。',
      en: 'The server cannot be reached. Check the network and try again.',
    },
  })
