import { lookup as resolve, type LookupAddress } from 'node:dns'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { saidBy } from '../../../engine/feeds/sources/source.ts'
import { Refusal } from '../../../engine/refusal.ts'

/** A file as it lay at an address. */
export interface FetchedFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/** Larger files are brought in by upload. */
const MOST_BYTES = 100 * 1024 * 1024
const SECONDS = 60
const REDIRECTS = 3

/** Networks that are not the public Internet: this machine, the house's own, those of tests and documents (RFC 6890). */
const NOT_PUBLIC = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  NOT_PUBLIC.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only what is given out to the public (2000::/3), less documents, tunnels that carry IPv4, and their like. */
const PUBLIC_6 = new BlockList()
PUBLIC_6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  NOT_PUBLIC.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is one of the public Internet. */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 4) return !NOT_PUBLIC.check(ip, 'ipv4')
  return isIP(ip) === 6 && PUBLIC_6.check(ip, 'ipv6') && !NOT_PUBLIC.check(ip, 'ipv6')
}

/** Who calls may be reached: the public Internet. Tests reach their own machine. */
type MayReach = (ip: string) => boolean

/**
 * Brings a file from an address (http, https). Only public addresses are called, whatever a name is resolved to and
 * wherever it is sent on; at most 100 MB in a minute.
 * @throws Refusal 413, 422
 */
export async function fetchAddress(
  address: string,
  signal: AbortSignal,
  mayReach: MayReach = isPublicAddress,
): Promise<FetchedFile> {
  let url = addressOf(address)
  const until = AbortSignal.any([signal, AbortSignal.timeout(SECONDS * 1000)])
  for (let turn = 0; ; turn++) {
    const response = await open(url, until, mayReach)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy()
      if (turn >= REDIRECTS) throw failed(url, `HTTP ${statusCode}`)
      url = addressOf(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw failed(url, `HTTP ${statusCode}`)
    }
    return { fileName: nameOf(url), bytes: await whole(url, response) }
  }
}

function addressOf(words: string, from?: URL): URL {
  const url = URL.canParse(words, from) ? new URL(words, from) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new Refusal('invalid', {
      zh: '网址应以 http:// 或 https:// 开头，不带用户名和密码',
      en: 'The address has to begin with http:// or https://, without a user name or password',
    })
  return url
}

/** The name is resolved here, and what it is resolved to is what is called: it cannot mean another machine later. */
function open(url: URL, signal: AbortSignal, mayReach: MayReach): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host)) throw notPublic(url)
  const lookup: LookupFunction = (name, options, answer) =>
    resolve(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return answer(error, '', 4)
      if (addresses.some((one) => !mayReach(one.address))) return answer(notPublic(url), '', 4)
      return options.all ? answer(null, addresses) : answer(null, addresses[0]!.address, addresses[0]!.family)
    })
  return new Promise((opened, refused) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp
    const request = get(url, { lookup, signal, agent: false, headers: { accept: '*/*' } }, opened)
    request.on('error', (error) => refused(error instanceof Refusal ? error : failed(url, saidBy(error))))
  })
}

async function whole(url: URL, response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MOST_BYTES)
        throw new Refusal('too-large', {
          zh: `${url.host} 上的文件大于 100 MB，请下载后上传`,
          en: `The file at ${url.host} is larger than 100 MB: download it and upload it`,
        })
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : failed(url, saidBy(error))
  }
  return Buffer.concat(chunks)
}

/** The last part of the address, as files are named. */
function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  return (decoded(last) || url.host).slice(0, 200)
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

const notPublic = (url: URL) =>
  new Refusal('invalid', {
    zh: `${url.host} 不是互联网上的公开地址。校内系统的数据请下载后上传，或用数据对接`,
    en: `${url.host} is no public address. Data of systems in the house are uploaded, or come by a feed`,
  })

const failed = (url: URL, why: string) =>
  new Refusal('invalid', {
    zh: `没有从 ${url.host} 取到文件（${why}）。请检查网址，或下载后上传`,
    en: `No file was had from ${url.host} (${why}). Check the address, or download the file and upload it`,
  })
