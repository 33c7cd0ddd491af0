import { v4 } from 'uuid'
import type { WireOwnTask, WireTaskPage } from '../src/modules/coursework/wire.ts'
import type { WireArrived } from '../src/modules/classroom/wire.ts'
import type { College } from './reliability-college.ts'
import type { Book, Call, Work } from './reliability-writes.ts'

const DAY_MS = 86_400_000

/** What is written while people learn: acts in a lesson, learning statements, homework. */
export function learningWorks(
  call: Call,
  wrong: (what: string, answer: Response) => Promise<never>,
  { lesson }: College,
  book: Book,
): readonly Work[] {
  const pupilOf = (client: number) => client % lesson.students.length
  /** The lesson is opened once, and everybody is there; who opens it again is given the one that is open. */
  async function open(): Promise<string> {
    const body = { lesson: lesson.lesson, extra: '补课' }
    const made = await call<{ id: string }>('lecturer', 'POST', '/api/classroom/sessions', body)
    if (made instanceof Response) return wrong('open a lesson', made)
    for (const student of lesson.students) {
      const address = `/api/classroom/sessions/${made.id}/sign-ins/${student}`
      const here = await call<object>('lecturer', 'PUT', address, { state: 'present', reason: '测试' })
      if (here instanceof Response) return wrong('sign in', here)
    }
    return made.id
  }
  const windows = new Map<number, { readonly client: string; sequence: number }>()
  return [
    async function acts(_number, client) {
      const session = (book.lesson ??= await open())
      const window = windows.get(client) ?? { client: v4(), sequence: 0 }
      windows.set(client, window)
      const sequence = ++window.sequence
      const up = sequence % 2 === 1
      const answer = await call<WireArrived>(
        `pupil${pupilOf(client)}`,
        'POST',
        `/api/classroom/sessions/${session}/acts`,
        {
          client: window.client,
          sentAt: Date.now(),
          acts: [{ sequence, kind: 'raised-hand', activity: null, at: Date.now(), body: { up } }],
        },
      )
      if (answer instanceof Response) return wrong(`act ${sequence}`, answer)
      if (answer.arrived !== sequence || answer.refused.length > 0)
        return wrong(`act ${sequence}`, Response.json(answer))
      book.acknowledged++
      book.acts.set(window.client, sequence)
    },
    async function statements(number) {
      const id = v4()
      const answer = await call<string[]>('program', 'POST', '/xapi/statements', {
        id,
        actor: { account: { homePage: 'https://example.test', name: number } },
        verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
        object: { id: `https://example.test/question/${number}` },
      })
      if (answer instanceof Response) return wrong(`statement ${id}`, answer)
      book.acknowledged++
      book.statements.add(id)
    },
    async function homework(number, client) {
      const classes = `/api/coursework/classes/${lesson.teachingClass}/tasks`
      const made = await call<WireTaskPage>('lecturer', 'POST', classes, {
        kind: 'homework',
        lessonId: null,
        title: number,
        instructions: '',
        items: [],
        rubric: [{ id: 'steps', name: '过程', points: '20', levels: [] }],
        accepts: { text: true, files: false },
        knowledgePoints: [],
        categoryId: null,
        dueAt: new Date(Date.now() + DAY_MS).toISOString(),
        late: { kind: 'minus', percent: '10', days: 3 },
        attempts: 3,
        peers: null,
        peersDueAt: null,
      })
      if (made instanceof Response) return wrong(`task ${number}`, made)
      const { id, revision } = made.task
      const step = await call<WireTaskPage>('lecturer', 'POST', `/api/coursework/tasks/${id}/open`, { revision })
      if (step instanceof Response) {
        const now = await call<WireTaskPage>('lecturer', 'GET', `/api/coursework/tasks/${id}`)
        if (now instanceof Response || now.task.state !== 'open') return wrong(`open task ${number}`, step)
        book.resolved++
      }
      const pupil = pupilOf(client)
      const text = `作业 ${number}`
      const own = `/api/coursework/tasks/${id}/own`
      const given = await call<WireOwnTask>(`pupil${pupil}`, 'POST', own, { answers: [], text, files: [], attempt: 0 })
      if (given instanceof Response) {
        const now = await call<WireOwnTask>(`pupil${pupil}`, 'GET', own)
        if (now instanceof Response || now.given?.text !== text) return wrong(`hand in ${number}`, given)
        book.resolved++
      }
      book.acknowledged++
      book.handIns.set(id, { student: lesson.students[pupil]!, text })
    },
  ]
}
