import type { WirePage, WireRecord } from '../src/language/wire.ts'
import type { Part } from './crowd-people.ts'
import type { Person } from './crowd-clients.ts'

/** What a person does before they think again: the requests that the screens send for it, at once where screens do. */
type Page = (person: Person) => Promise<void>

const PERIOD = '2023'
const STATES = ['draft', 'submitted', 'approved']
const WORDS = ['智能', '张', '汽车', '教学', '项目', '企业']
/** Figures that people open: the rate, counts, shares. */
const FIGURES = ['q0.destination-rate', 'q6.students', 'q6.full-time-teachers', 'q3.student-teacher-ratio']

const whereOf = (...conditions: readonly unknown[]) => `where=${encodeURIComponent(JSON.stringify(conditions))}`

const home: Page = async ({ get }) => {
  await Promise.all([get('home', '/workbench'), get('home', '/notices')])
}

const menu: Page = ({ get }) => get('menu', '/registers')

/** Opening a list asks for its first rows and for how many there are in each state. */
const list =
  (register: string, states: readonly string[] = []): Page =>
  async (person) => {
    const [page] = await Promise.all([
      person.read<WirePage>('list', `/registers/${register}?limit=100`),
      ...states.map((state) => person.get('list', `/registers/${register}?${whereOf(['state', 'is', state])}&limit=1`)),
    ])
    person.seen.set(register, page?.rows ?? [])
  }

const searchList =
  (register: string): Page =>
  ({ get, pick }) =>
    get('search in a list', `/registers/${register}?q=${encodeURIComponent(pick(WORDS))}&limit=100`)

const filterGraduates: Page = ({ get, pick }) =>
  get(
    'filter and sort',
    `/registers/graduates?${whereOf(['destination', 'is', pick(['agreement', 'contract', 'waiting'])], ['period', 'is', PERIOD])}&sort=number&limit=100`,
  )

const searchAll: Page = ({ get, pick }) => get('search everywhere', `/search?q=${encodeURIComponent(pick(WORDS))}`)

const statistics: Page = ({ get }) => get('statistics', '/registers/graduates/statistics')

const exportList: Page = ({ get }) => get('export', `/registers/research-projects/export.xlsx`)

const openRecord =
  (register: string): Page =>
  async (person) => {
    const rows = person.seen.get(register) ?? []
    if (rows.length === 0) return list(register)(person)
    const path = `/registers/${register}/${person.pick(rows).id}`
    await Promise.all([
      person.get('record', path),
      ...['history', 'comments', 'evidence', 'referring'].map((side) => person.get('record', `${path}/${side}`)),
    ])
  }

/** Fills in a project and hands it in: the form asks who leads it, while somebody types. */
const fillProject: Page = async (person) => {
  await person.get('options', `/registers/people/options?q=${encodeURIComponent(person.pick(WORDS))}`)
  await person.think()
  const serial = person.serial()
  const made = await person.send<WireRecord>('create', 'POST', '/registers/research-projects', {
    values: {
      number: `负载-${serial}`,
      name: `智能网联汽车检测技术研究（${serial}）`,
      level: 'municipal',
      field: 'natural',
      activity: 'applied',
      category: 'teaching-and-research',
      funder: '示例市科技局',
      approvedOn: '2023-03-01',
      plannedEndOn: '2025-03-01',
      unit: person.member.unit,
      leader: person.member.person,
      role: 'lead',
      grant: '30000.00',
      teachers: 3,
      students: 2,
    },
  })
  if (!made) return
  await person.think()
  const path = `/registers/research-projects/${made.id}`
  const changed = await person.send<WireRecord>('change', 'PATCH', path, {
    values: { theme: '检测' },
    version: made.version,
  })
  if (!changed) return
  await person.think()
  await person.send('submit', 'POST', `${path}/actions/submit`, { version: changed.version })
}

/** Approves what was handed in last. Somebody else may have been faster: a person reads that and goes on. */
const approve: Page = async (person) => {
  const page = await person.read<WirePage>(
    'list',
    `/registers/research-projects?${whereOf(['state', 'is', 'submitted'])}&limit=100`,
  )
  const open = (page?.rows ?? []).filter(({ can }) => can.actions.some(({ name }) => name === 'approve'))
  if (open.length === 0) return
  const { id, version } = person.pick(open)
  await person.send(
    'approve',
    'POST',
    `/registers/research-projects/${id}/actions/approve`,
    { version },
    [404, 409, 422],
  )
}

/** A list of papers kept in a spreadsheet: looked at first, then taken in. */
const importPapers: Page = async (person) => {
  const sheet = person.sheet()
  if (!sheet) return
  const preview = await person.upload<{ id: string }>('import: look', '/registers/papers/imports', sheet)
  if (!preview) return
  await person.think()
  await person.send('import: accept', 'POST', `/imports/${preview.id}/accept`, {})
}

const overview: Page = async ({ get }) => {
  const trend = `/pivot?codes=${FIGURES.join(',')}&periods=2019-2021,2022,2023`
  await Promise.all(
    ['/periods', `/figures?period=${PERIOD}`, `/completeness?period=${PERIOD}`, `/rules?period=${PERIOD}`, trend].map(
      (path) => get('dashboard', path),
    ),
  )
}

const figures: Page = ({ get }) => get('dashboard', `/figures?period=${PERIOD}`)

const figure: Page = async (person) => {
  const path = `/figures/${person.pick(FIGURES)}`
  await person.get('figure', `${path}?period=${PERIOD}`)
  await person.think()
  await person.get('rows behind a figure', `${path}/rows?period=${PERIOD}`)
}

const table: Page = ({ get, pick }) => get('dashboard', `/tables/${pick(['policy', 'international'])}?period=${PERIOD}`)

const outliers: Page = ({ get }) => get('dashboard', `/outliers?period=${PERIOD}`)

/** Opens a report's board and one of its sections with what stands beside it. */
const report: Page = async (person) => {
  const reports = await person.read<readonly { id: string }[]>('report', '/reports')
  const first = reports?.[0]
  if (!first) return
  const path = `/reports/${first.id}`
  const board = await person.read<{ sections: readonly { id: string }[] }>('report', path)
  await person.think()
  const section = `${path}/sections/${person.pick(board?.sections ?? [])?.id}`
  await Promise.all([
    person.get('report', section),
    person.get('report', `${section}/comments`),
    person.get('report', `${section}/versions`),
  ])
}

/** The whole report as a page, to read through: printed by another thread of the server. */
const preview: Page = async (person) => {
  const reports = await person.read<readonly { id: string }[]>('report', '/reports')
  if (reports?.[0]) await person.get('report: whole', `/reports/${reports[0].id}/preview.html`)
}

/** How often who does what, against the others of their part. */
export const PAGES: Readonly<Record<Part, readonly (readonly [Page, weight: number])[]>> = {
  filler: [
    [home, 4],
    [menu, 2],
    [list('research-projects', STATES), 6],
    [openRecord('research-projects'), 5],
    [fillProject, 6],
    [searchList('papers'), 3],
    [searchAll, 3],
    [filterGraduates, 3],
    [list('papers'), 3],
    [importPapers, 0.6],
    [statistics, 1],
    [figures, 1],
    [exportList, 0.4],
  ],
  head: [
    [home, 4],
    [list('research-projects', STATES), 4],
    [openRecord('research-projects'), 4],
    [filterGraduates, 3],
    [searchAll, 2],
    [overview, 2],
    [figure, 3],
    [statistics, 2],
    [report, 1],
  ],
  office: [
    [home, 3],
    [approve, 5],
    [overview, 4],
    [figure, 4],
    [figures, 2],
    [table, 3],
    [outliers, 1],
    [report, 4],
    [preview, 0.5],
    [searchAll, 2],
  ],
  teacher: [
    [home, 5],
    [menu, 1],
    [list('research-projects', STATES), 4],
    [fillProject, 4],
    [openRecord('research-projects'), 3],
    [searchAll, 2],
    [figures, 1],
  ],
  student: [
    [home, 5],
    [menu, 1],
    [list('leave-requests'), 3],
    [list('term-results'), 4],
    [searchAll, 1],
  ],
}
