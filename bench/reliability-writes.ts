import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WireAccount, WirePage, WireRecord } from '../src/language/wire.ts'
import { type College, PASSWORD, YEAR } from './reliability-college.ts'
import { learningWorks } from './reliability-learning.ts'

/** What a client was told: a record, and the least that must be true of it from now on. */
export interface Told {
  readonly register: string
  readonly id: string
  readonly number: string
  version: number
  state: string
  /** SHA-256 of evidence that was attached. */
  readonly evidence: string[]
}

/** Everything that clients were told, and how often they were refused, broken off, or had to look what became of a write. */
export interface Book {
  readonly told: Map<string, Told>
  acknowledged: number
  broken: number
  resolved: number
  readonly refused: Map<number, number>
  /** Answers that nobody should ever see. */
  readonly wrong: string[]
  /** The lesson that was opened. */
  lesson?: string
  /** How many acts of each window of a student in a lesson arrived: each is numbered. */
  readonly acts: Map<string, number>
  /** Ids of learning statements. */
  readonly statements: Set<string>
  /** Tasks that were handed in, with the student and what they wrote. */
  readonly handIns: Map<string, { readonly student: string; readonly text: string }>
}

export const newBook = (): Book => ({
  told: new Map(),
  acknowledged: 0,
  broken: 0,
  resolved: 0,
  refused: new Map(),
  wrong: [],
  acts: new Map(),
  statements: new Set(),
  handIns: new Map(),
})

/** What somebody's requests say of them. */
type Headers = Readonly<Record<string, string>>

/** Signs everybody in, once: sessions outlive every kill. */
export async function signInAll(url: string, { lesson }: College): Promise<ReadonlyMap<string, Headers>> {
  const sessions = new Map<string, Headers>()
  const pupils = lesson.students.map((_, i) => `pupil${i}`)
  for (const name of ['admin', 'teacher', 'head', 'finance', 'bank', 'quality', 'lecturer', ...pupils]) {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
    })
    if (!answer.ok) throw new Error(`${name} could not sign in: ${await answer.text()}`)
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0]!
    sessions.set(name, { cookie, 'x-csrf': ((await answer.json()) as WireAccount).csrf })
  }
  const basic = Buffer.from(`${lesson.key}:${lesson.secret}`).toString('base64')
  sessions.set('program', { authorization: `Basic ${basic}`, 'x-experience-api-version': '1.0.3' })
  return sessions
}

/** Asks until there is an answer; one that is no success is given as it came. */
export type Call = <T>(who: string, method: string, address: string, body?: object | FormData) => Promise<T | Response>

/** One piece of a client's work. @param number that nothing had yet; `client` which client it is */
export type Work = (number: string, client: number) => Promise<unknown>

/** Ends a client's work: the round is over. */
class Over extends Error {}

/** How long a client waits for an answer before it takes it for lost. */
const PATIENCE_MS = 30_000

/**
 * Clients that write until they are told to stop, each in its own way: people, money, credits, evidence, acts in a lesson,
 * learning statements, homework. A broken
 * connection or a 503 is tried again as a person would: by looking first whether it was done.
 * @param serial numbers that no record had yet
 */
export function startClients(
  url: string,
  sessions: ReadonlyMap<string, Headers>,
  college: College,
  book: Book,
  serial: { n: number },
  clients: number,
): { stop(): Promise<void> } {
  let isOver = false
  const call: Call = async <T>(who: string, method: string, address: string, body?: object | FormData) => {
    const headers = sessions.get(who)!
    const isForm = body instanceof FormData
    for (;;) {
      if (isOver) throw new Over()
      try {
        const answer = await fetch(`${url}${address}`, {
          method,
          headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
          ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
          signal: AbortSignal.timeout(PATIENCE_MS),
        })
        if (answer.status === 204) return {} as T
        if (answer.ok) return (await answer.json()) as T
        book.refused.set(answer.status, (book.refused.get(answer.status) ?? 0) + 1)
        if (answer.status !== 503 && answer.status !== 507) return answer
        await answer.arrayBuffer()
      } catch {
        book.broken++
      }
      await sleep(400)
    }
  }
  const note = (register: string, number: string, record: WireRecord) => {
    book.acknowledged++
    const known = book.told.get(record.id)
    const { version, state } = record
    if (known) Object.assign(known, { version, state })
    else book.told.set(record.id, { register, number, id: record.id, version, state, evidence: [] })
    return record
  }
  const wrong = async (what: string, answer: Response): Promise<never> => {
    book.wrong.push(`${what}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    throw new Over()
  }
  /** Makes a record; when it is refused because its number is there already, it is the one of a try that broke off. */
  const create = async (who: string, register: string, number: string, values: object): Promise<WireRecord> => {
    const answer = await call<WireRecord>(who, 'POST', `/api/registers/${register}`, { values: { number, ...values } })
    if (!(answer instanceof Response)) return note(register, number, answer)
    const where = encodeURIComponent(JSON.stringify([['number', 'is', number]]))
    const found = await call<WirePage>('admin', 'GET', `/api/registers/${register}?where=${where}&limit=2`)
    if (found instanceof Response || found.rows.length !== 1) return wrong(`create ${register} ${number}`, answer)
    book.resolved++
    return note(register, number, found.rows[0]!)
  }
  /** Changes a record; when somebody was there before, it was the try that broke off. */
  const step = async (
    who: string,
    record: WireRecord,
    register: string,
    number: string,
    action: string,
    values?: object,
  ) => {
    const address = `/api/registers/${register}/${record.id}`
    const answer =
      action === 'update'
        ? await call<WireRecord>(who, 'PATCH', address, { version: record.version, values, comment: '更正' })
        : await call<WireRecord>(who, 'POST', `${address}/actions/${action}`, {
            version: record.version,
            comment: '测试',
          })
    if (!(answer instanceof Response)) return note(register, number, answer)
    const now = await call<WireRecord>('admin', 'GET', address)
    if (now instanceof Response || now.version !== record.version + 1)
      return wrong(`${action} ${register} ${number}`, answer)
    book.resolved++
    return note(register, number, now)
  }
  const works: readonly Work[] = [
    async function person(number) {
      const made = await create('admin', 'people', number, { name: `写入 ${number}`, kind: 'external' })
      await step('admin', made, 'people', number, 'update', { name: `改名 ${number}` })
    },
    async function claim(number) {
      const values = { task: college.task, unit: college.unit, year: YEAR, source: 'own', claimant: college.person }
      const money = { kind: 'labour', amount: '1.10', purpose: '专家咨询', payee: '某某' }
      let record = await create('teacher', 'plan-claims', number, { ...values, ...money })
      for (const [who, action] of [
        ['teacher', 'submit'],
        ['head', 'review'],
        ['finance', 'approve'],
      ] as const)
        record = await step(who, record, 'plan-claims', number, action)
    },
    async function credits(number) {
      const made = await create('bank', 'learning-outcomes', number, {
        learner: college.learner,
        kind: 'vocational-certificate',
        name: '焊工',
        level: 'intermediate',
        grade: 'pass',
        issuer: college.issuer,
        issuedOn: '2024-05-01',
        credits: '2.5',
        certificateNumber: number,
      })
      await step('quality', made, 'learning-outcomes', number, 'accredit')
    },
    async function evidence(number) {
      const content = `佐证 ${number} `.repeat(2000)
      const form = new FormData()
      form.append('file', new Blob([content], { type: 'application/pdf' }), `${number}.pdf`)
      const sent = await call<{ sha256: string }>('admin', 'POST', '/api/files', form)
      if (sent instanceof Response) return wrong(`send ${number}`, sent)
      const made = await create('admin', 'people', number, { name: `佐证 ${number}`, kind: 'external' })
      const address = `/api/registers/people/${made.id}/evidence`
      const kept = await call<object>('admin', 'POST', address, { sha256s: [sent.sha256] })
      if (kept instanceof Response) return wrong(`evidence ${number}`, kept)
      book.acknowledged++
      book.told.get(made.id)!.evidence.push(createHash('sha256').update(content).digest('hex'))
    },
  ]
  const all = [...works, ...learningWorks(call, wrong, college, book)]
  const running = Array.from({ length: clients }, async (_, i) => {
    try {
      for (;;) await all[i % all.length]!(`R${++serial.n}`, i)
    } catch (error) {
      if (!(error instanceof Over)) throw error
    }
  })
  return {
    async stop() {
      isOver = true
      await Promise.all(running)
    },
  }
}
