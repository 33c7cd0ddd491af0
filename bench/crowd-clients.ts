import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WireRecord } from '../src/language/wire.ts'
import { PAGES } from './crowd-pages.ts'
import { type Member, PASSWORD } from './crowd-people.ts'

/** What the process of the crowd is told, and what it says at the end. */
export interface Crowd {
  readonly port: number
  readonly members: readonly Member[]
  readonly seconds: number
  /** Everybody has come after so many. */
  readonly arriveSeconds: number
  /** Between two pages, on the average. */
  readonly thinkSeconds: number
  /** Files that each has to send, by the name of their account. */
  readonly sheets: Readonly<Record<string, readonly string[]>>
}

export interface CrowdResult {
  /** Milliseconds of every answer, by what was asked, from when all had come. */
  readonly times: Readonly<Record<string, readonly number[]>>
  readonly errors: readonly string[]
  readonly pages: number
}

/** One of the crowd at their screen. */
export interface Person {
  readonly member: Member
  /** Rows of lists that they looked at. */
  readonly seen: Map<string, readonly WireRecord[]>
  pick<T>(list: readonly T[]): T
  think(): Promise<void>
  /** A number that nobody else uses. */
  serial(): number
  /** The next file of theirs that was not sent yet. */
  sheet(): string | undefined
  /** Reads without looking at the answer. */
  get(kind: string, path: string): Promise<void>
  read<T>(kind: string, path: string): Promise<T | undefined>
  /** @param mayBe refusals that a person lives with */
  send<T>(
    kind: string,
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown,
    mayBe?: readonly number[],
  ): Promise<T | undefined>
  upload<T>(kind: string, path: string, file: string): Promise<T | undefined>
}

interface Answer {
  readonly status: number
  readonly cookie: string | undefined
  readonly body: Buffer
}

const BOUNDARY = 'crowd-boundary'

/** 200 people at once are 200 loops that mostly wait: one thread is plenty, and takes little from the server. */
async function runCrowd({ port, members, seconds, arriveSeconds, thinkSeconds, sheets }: Crowd): Promise<CrowdResult> {
  const times: Record<string, number[]> = {}
  const errors: string[] = []
  const from = Date.now() + arriveSeconds * 1000
  const until = from + seconds * 1000
  let pages = 0
  // So that a second run on the same data makes new ones too.
  let serials = Date.now()

  const arrive = async (member: Member, wait: number) => {
    await sleep(wait)
    const agent = new Agent({ keepAlive: true, maxSockets: 6 })
    const headers: Record<string, string> = {}
    let sent = 0
    const ask = (method: string, path: string, body?: Buffer, type = 'application/json') =>
      new Promise<Answer>((resolve, reject) => {
        const asked = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            method,
            path: `/api${path}`,
            headers: { ...headers, ...(body ? { 'content-type': type, 'content-length': body.length } : {}) },
          },
          (answer) => {
            const parts: Buffer[] = []
            answer.on('data', (part: Buffer) => parts.push(part))
            answer.on('error', reject)
            answer.on('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
                body: Buffer.concat(parts),
              }),
            )
          },
        )
        asked.on('error', reject)
        asked.end(body)
      })
    const timed = async (kind: string, mayBe: readonly number[], asking: () => Promise<Answer>) => {
      const began = performance.now()
      try {
        const answer = await asking()
        if (Date.now() > from) (times[kind] ??= []).push(performance.now() - began)
        if (answer.status < 400) return answer
        if (!mayBe.includes(answer.status))
          errors.push(`${member.part}, ${kind}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
      } catch (error) {
        errors.push(`${member.part}, ${kind}: ${String(error)}`)
      }
      return undefined
    }
    const parsed = <T>(answer: Answer | undefined) => answer && (JSON.parse(answer.body.toString()) as T)
    const person: Person = {
      member,
      seen: new Map(),
      pick: (list) => list[Math.floor(Math.random() * list.length)]!,
      think: () => sleep(thinkSeconds * 1000 * (0.5 + Math.random())),
      serial: () => ++serials,
      sheet: () => sheets[member.name]?.[sent++],
      get: async (kind, path) => void (await timed(kind, [], () => ask('GET', path))),
      read: async (kind, path) => parsed(await timed(kind, [], () => ask('GET', path))),
      send: async (kind, method, path, body, mayBe = []) =>
        parsed(await timed(kind, mayBe, () => ask(method, path, Buffer.from(JSON.stringify(body))))),
      upload: async (kind, path, file) => {
        const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="papers.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
        const body = Buffer.concat([Buffer.from(head), readFileSync(file), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
        return parsed(await timed(kind, [], () => ask('POST', path, body, `multipart/form-data; boundary=${BOUNDARY}`)))
      },
    }
    const signedIn = await timed('sign in', [], () =>
      ask('POST', '/session', Buffer.from(JSON.stringify({ college: 'demo', name: member.name, password: PASSWORD }))),
    )
    if (!signedIn?.cookie) return
    headers['cookie'] = signedIn.cookie
    headers['x-csrf'] = parsed<{ csrf: string }>(signedIn)!.csrf
    await Promise.all([
      person.get('home', '/codes/own'),
      person.get('home', '/workbench'),
      person.get('home', '/notices'),
    ])
    const own = PAGES[member.part]
    const all = own.reduce((sum, [, weight]) => sum + weight, 0)
    for (;;) {
      await person.think()
      if (Date.now() > until) break
      let at = Math.random() * all
      const [page] = own.find(([, weight]) => (at -= weight) < 0) ?? own[0]!
      await page(person)
      if (Date.now() > from) pages++
    }
    agent.destroy()
  }
  await Promise.all(members.map((member, i) => arrive(member, (arriveSeconds * 1000 * i) / members.length)))
  return { times, errors, pages }
}

process.once('message', (crowd: Crowd) => {
  void runCrowd(crowd).then((result) => process.send!(result, () => process.exit(0)))
})
