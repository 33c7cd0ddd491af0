import { createServer } from 'node:http'
import { sign, unseal } from '../src/modules/national-platform/inside/sealed-body.ts'

/** Whose key and secret the bench reports with. */
export const address = { appKey: 'bench', secret: '0123456789abcdeffedcba9876543210' }

/** A receiver that verifies and decrypts every delivery and counts the keys it has seen. A process of its own. */
function serve(): void {
  const keys = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { cipherText } = JSON.parse(Buffer.concat(chunks).toString()) as { cipherText: string }
      const plain = unseal(cipherText, address)
      const { timestamp, random, sign: signature, request_id: batch } = request.headers as Record<string, string>
      const isSigned = signature === sign(plain, timestamp!, random!)
      const body = JSON.parse(plain) as { fileds?: { KEY: string }[] }
      for (const row of body.fileds ?? []) keys.add(row.KEY)
      const data =
        request.url === '/authorize'
          ? { accessToken: 't', refreshToken: 'r', expiresIn: 7200 }
          : request.url === '/query'
            ? { state: 'done', errors: [] }
            : { batchNo: batch }
      response.end(JSON.stringify(isSigned ? { code: 0, data } : { code: 403, message: 'signature' }))
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const bound = server.address()
    console.log(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`)
  })
  process.stdin.on('end', () => {
    console.log(keys.size)
    process.exit(0)
  })
  process.stdin.resume()
}

if (process.argv[1] === new URL(import.meta.url).pathname) serve()
