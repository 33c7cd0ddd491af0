import { once } from 'node:events'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { exportCsv, exportXlsx } from '../src/engine/exporting/export-rows.ts'
import { openExport } from '../src/engine/exporting/open-export.ts'
import { acceptImport } from '../src/engine/importing/accept-import.ts'
import { previewImport } from '../src/engine/importing/preview-import.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import type { WriteCell } from '../src/engine/sheets/sheet-spec.ts'
import { writeSheet } from '../src/engine/sheets/write-sheet.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { choice, date, decimal, integer, money, text, unit, yesNo } from '../src/language/fields.ts'
import { defineRegister } from '../src/language/register.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openBench } from './college.ts'
import { takenBy } from './memory.ts'
import type { BenchRow } from './row.ts'

const ROWS = 20_000
const EXPORTED = 100_000

const label = (zh: string, en: string) => ({ zh, en })
const kinds = {
  theory: label('理论', 'Theory'),
  practice: label('实践', 'Practice'),
  mixed: label('理实一体', 'Mixed'),
}
/** Twenty columns as a college has them: names and numbers, scores, money, dates, choices, units. */
const lessons = defineRegister({
  name: 'lessons',
  label: label('课程', 'Lessons'),
  area: 'demo',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text(label('编号', 'Number'), { required: true, maxLength: 20 }),
    name: text(label('名称', 'Name'), { required: true, maxLength: 80 }),
    unit: unit(label('单位', 'Unit'), { required: true }),
    kind: choice(label('类型', 'Kind'), kinds, { required: true, indexed: true }),
    teacher: text(label('教师', 'Teacher'), { maxLength: 30 }),
    room: text(label('教室', 'Room'), { maxLength: 30 }),
    book: text(label('教材', 'Book'), { maxLength: 80 }),
    hours: integer(label('学时', 'Hours'), { min: 0 }),
    students: integer(label('学生数', 'Students'), { min: 0 }),
    weeks: integer(label('周数', 'Weeks'), { min: 0, max: 52 }),
    credits: decimal(label('学分', 'Credits'), { decimals: 1, min: '0' }),
    score: decimal(label('平均分', 'Score'), { decimals: 2, min: '0', max: '100' }),
    passed: decimal(label('及格率', 'Passed'), { decimals: 2, unit: label('%', '%') }),
    cost: money(label('耗材费', 'Cost'), { min: '0' }),
    fee: money(label('课酬', 'Fee'), { min: '0' }),
    from: date(label('开课日期', 'From'), { indexed: true }),
    to: date(label('结课日期', 'To')),
    online: yesNo(label('线上', 'Online')),
    elective: yesNo(label('选修', 'Elective')),
    exam: choice(label('考核', 'Exam'), kinds),
  },
  unique: [['number']],
  access: {},
  order: 'number',
})
const NAMES = Object.keys(lessons.fields)
const HEADERS = Object.values(lessons.fields).map((field) => field.label.zh)
const KINDS = Object.keys(kinds)
const isWhole = (name: string) => ['hours', 'students', 'weeks'].includes(name)

function valuesOf(row: number, unitId: string): Record<string, unknown> {
  const day = (n: number) => `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}`
  return {
    number: `L${String(row).padStart(6, '0')}`,
    name: `机电一体化技术课程${row % 997}`,
    unit: unitId,
    kind: KINDS[row % 3],
    teacher: `教师${row % 500}`,
    room: `实训楼${row % 90}`,
    book: `传感器与检测技术（第${1 + (row % 7)}版）`,
    hours: row % 97,
    students: row % 61,
    weeks: row % 20,
    credits: `${row % 9}.5`,
    score: `${60 + (row % 40)}.${10 + (row % 90)}`,
    passed: `${row % 100}.25`,
    cost: `${row % 9000}.50`,
    fee: `${row % 7000}.00`,
    from: day(row),
    to: day(row + 3),
    online: row % 2 === 0,
    elective: row % 5 === 0,
    exam: KINDS[row % 2],
  }
}

const cellsOf = (row: number): WriteCell[] =>
  NAMES.map((name) => {
    const value = valuesOf(row, '机电学院')[name]
    return (name === 'kind' || name === 'exam' ? kinds[value as keyof typeof kinds].zh : value) as WriteCell
  })

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done(), highWaterMark: 1 << 20 })
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
const shown = (time: number) => `${time.toFixed(2)} s`

/** Imports of 20,000 × 20 (preview and accept) and exports of 100,000 rows, each beside the barest way of doing it. */
export async function benchImport(): Promise<BenchRow[]> {
  const base = testCatalogue()
  const catalogue = assembleCatalogue({
    registers: [...base.registers.values(), lessons],
    indicators: [...base.indicators.values()],
    tables: [...base.tables.values()],
    rules: base.rules,
    reports: [],
    roles: [...base.roles.values()],
    areas: base.areas,
    offices: base.offices,
  })
  const db = await openBench(catalogue)
  const bare = new pg.Client({ connectionString: db.adminUrl })
  await bare.connect()
  try {
    const { engine } = db
    const collegeId = await createCollege(engine, { code: 'bench', name: '学院' })
    const system = asSystem(collegeId, 'bench')
    const inCollege = engine.database.inCollege
    const unitId =
      (await inCollege(collegeId, (tx) =>
        createMany(engine, tx, system, 'units', [
          { id: UNIT, values: { code: 'u', name: '机电学院', kind: 'faculty' } },
        ]),
      )) && UNIT
    const file = async (from: number) =>
      writeSheet({
        sheetName: '课程',
        columns: NAMES.map((name, i) => ({
          header: HEADERS[i]!,
          kind: isWhole(name) ? ('integer' as const) : ('text' as const),
        })),
        rows: (function* () {
          for (let row = from; row < from + ROWS; row++) yield cellsOf(row)
        })(),
      })
    const rows: BenchRow[] = []
    const parts: Record<'preview' | 'accept', number> = { preview: 0, accept: 0 }
    const ours = async (bytes: Uint8Array) => {
      let id = ''
      parts.preview = await seconds(async () => {
        const preview = await inCollege(collegeId, (tx) =>
          previewImport(engine, tx, system, 'lessons', { bytes, fileName: 'l.xlsx' }),
        )
        if (preview.problemCount > 0) throw new Error(JSON.stringify(preview.problems[0]))
        id = preview.id
      })
      parts.accept = await seconds(() => inCollege(collegeId, (tx) => acceptImport(engine, tx, system, id)))
    }
    await bare.query(`CREATE TABLE bare_lessons (id bigserial PRIMARY KEY, number text UNIQUE, name text, unit text, kind text, teacher text, room text, book text, hours bigint, students bigint,
      weeks bigint, credits numeric, score numeric, passed numeric, cost numeric, fee numeric, "from" date, "to" date, online text, elective text, exam text)`)
    const byHand = async (bytes: Uint8Array) => {
      const [sheet] = (await readXlsx(bytes)).sheets
      const stream = bare.query(copyFrom(`COPY bare_lessons (${NAMES.map((n) => `"${n}"`).join(', ')}) FROM STDIN`))
      let piece = ''
      for (const row of sheet!.rows.slice(1)) {
        piece += `${row.map((cell) => (cell === null || cell === undefined ? '\\N' : String(cell))).join('\t')}\n`
        if (piece.length < 65_536) continue
        if (!stream.write(piece)) await once(stream, 'drain')
        piece = ''
      }
      stream.end(piece)
      await once(stream, 'finish')
    }
    const times: { ours: number; hand: number; preview: number; accept: number; node: number; postgres: number }[] = []
    // The first round warms up; of three more, the middle one counts.
    for (let round = 0; round < 4; round++) {
      const bytes = await file(round * ROWS)
      const hand = await seconds(() => byHand(bytes))
      const before = takenBy(process.pid)
      const total = await seconds(() => ours(bytes))
      const after = takenBy(process.pid)
      const node = after.nodeSeconds - before.nodeSeconds
      const postgres = after.postgresSeconds - before.postgresSeconds
      if (round > 0) times.push({ ours: total, hand, ...parts, node, postgres })
    }
    const [, middle] = times.toSorted((a, b) => a.ours - b.ours)
    const { ours: total, hand, preview, accept, node, postgres } = middle!
    rows.push({
      name: `import ${ROWS} × 20 .xlsx (preview ${shown(preview)}, accept ${shown(accept)}; processor time of program ${shown(node)}, of database ${shown(postgres)}): against hucre and COPY into a bare table`,
      ours: shown(total),
      byHand: shown(hand),
      ratio: (total / hand).toFixed(2),
      aim: '≤ 2 s',
    })
    const again = await file(ROWS)
    rows.push({
      name: 'the same file again: preview, nothing to do',
      ours: shown(
        await seconds(async () => {
          const preview = await inCollege(collegeId, (tx) =>
            previewImport(engine, tx, system, 'lessons', { bytes: again, fileName: 'l.xlsx' }),
          )
          if (preview.unchanged !== ROWS) throw new Error(`${preview.unchanged} of ${ROWS} rows are unchanged`)
        }),
      ),
      byHand: '',
      ratio: '',
      aim: '',
    })

    const many = Array.from({ length: EXPORTED - 4 * ROWS }, (_, i) => ({ values: valuesOf(4 * ROWS + i, unitId) }))
    await inCollege(collegeId, (tx) => createMany(engine, tx, system, 'lessons', many, { validate: false }))
    await bare.query('VACUUM ANALYZE')
    await bare.query(`SELECT set_config('app.college', '${collegeId}', false)`)
    const select = `SELECT ${NAMES.map((n) => (n === 'unit' ? 'u.name AS unit' : `l."${n}"`)).join(', ')} FROM records.lessons l JOIN records.units u ON u.college_id = l.college_id AND u.id = l.unit WHERE l.college_id = '${collegeId}'`
    const copied = () =>
      seconds(() => pipeline(bare.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`)), nowhere()))
    const whole = () =>
      seconds(async () => {
        const { rows: all } = await bare.query<Record<string, string | number | null>>(select)
        await writeXlsx({
          sheets: [
            {
              name: 'x',
              rows: [
                HEADERS,
                ...all.map((row) =>
                  NAMES.map((n) => {
                    const v: unknown = row[n]
                    return v instanceof Date ? v.toISOString().slice(0, 10) : (v as string)
                  }),
                ),
              ],
            },
          ],
        })
      })
    const exported = (format: 'xlsx' | 'csv') =>
      seconds(async () => {
        await inCollege(collegeId, async (tx) => {
          const opened = await openExport(engine, tx, system, { register: 'lessons' }, format)
          await pipeline((format === 'xlsx' ? exportXlsx : exportCsv)(engine, tx, system, opened), nowhere())
        })
      })
    for (const [format, hand, against] of [
      ['csv', copied, 'COPY TO csv'],
      ['xlsx', whole, 'SELECT and hucre, whole in memory'],
    ] as const) {
      await exported(format)
      const before = process.memoryUsage.rss()
      let peak = before
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
      const time = await exported(format)
      clearInterval(watch)
      const handTime = await hand()
      rows.push({
        name: `export ${EXPORTED} × 20 .${format} (memory +${Math.round((peak - before) / 1048576)} MB): against ${against}`,
        ours: shown(time),
        byHand: shown(handTime),
        ratio: (time / handTime).toFixed(2),
        aim: format === 'csv' ? '' : '≤ 1',
      })
    }
    return rows
  } finally {
    await bare.end()
    await db.close()
  }
}

const UNIT = '018a4d1f-0000-7000-8000-000000000001'

if (import.meta.main) {
  const { printRows } = await import('./row.ts')
  printRows(await benchImport())
}
