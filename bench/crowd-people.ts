import { sql } from 'kysely'
import { v7 } from 'uuid'
import { hashPassword } from '../src/engine/access/password-hash.ts'
import { type Engine } from '../src/engine/engine.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { writeSheet } from '../src/engine/sheets/write-sheet.ts'

export const PASSWORD = 'crowd password 1'

/** What somebody does all day. */
export type Part = 'filler' | 'head' | 'office' | 'teacher' | 'student'

/** One of the crowd, with what they fill in by heart. */
export interface Member {
  readonly part: Part
  readonly name: string
  readonly unit: string
  /** Somebody of their unit, or they themselves. */
  readonly person: string
}

/** Of 200 people: who fills in, who answers for a unit, who looks at the whole college, who has records of their own. */
const SHARES: readonly (readonly [Part, role: string, share: number])[] = [
  ['filler', 'unit-filler', 0.35],
  ['head', 'unit-head', 0.1],
  ['office', 'quality-office', 0.1],
  ['teacher', 'teacher', 0.25],
  ['student', 'student', 0.2],
]

/** Makes accounts of a crowd in the demo college, spread over its faculties. */
export async function makeCrowd(engine: Engine, size: number): Promise<Member[]> {
  const college = (await listColleges(engine)).find(({ demo }) => demo)!.id
  const hash = await hashPassword(PASSWORD)
  return engine.database.inCollege(college, async (tx) => {
    const people = async (kind: string) =>
      tx.run<{ id: string; unit: string; nth: number }>(sql`
        SELECT p.id, p.unit, row_number() OVER (PARTITION BY p.unit ORDER BY p.id) AS nth FROM records.people p
        JOIN records.units u ON u.college_id = p.college_id AND u.id = p.unit AND u.kind = 'faculty'
        WHERE p.college_id = ${college} AND p.kind = ${kind} AND p.deleted_at IS NULL
        ORDER BY nth, p.unit LIMIT ${size}`)
    const staff = await people('staff')
    const students = await people('student')
    const [root] = await tx.run<{ id: string }>(
      sql`SELECT id FROM records.units WHERE college_id = ${college} AND parent IS NULL AND deleted_at IS NULL`,
    )
    const crowd: Member[] = []
    for (const [part, role, share] of SHARES)
      for (let i = 0; i < Math.round(size * share); i++) {
        const list = part === 'student' ? students : staff
        const { id: person, unit } = list[crowd.length % list.length]!
        const name = `crowd-${crowd.length}`
        const account = v7()
        await tx.run(sql`
          INSERT INTO accounts (college_id, id, name, password_hash, person_id, display_name, created_at, password_changed_at)
          VALUES (${college}, ${account}, ${name}, ${hash}, ${part === 'office' ? null : person}, ${name}, now(), now())`)
        await tx.run(sql`
          INSERT INTO assignments (college_id, id, account_id, role, unit_id)
          VALUES (${college}, ${v7()}, ${account}, ${role}, ${part === 'office' ? root!.id : unit})`)
        crowd.push({ part, name, unit, person })
      }
    return crowd
  })
}

/** Papers of one unit as a sheet that was never sent before. */
export async function papersSheet(engine: Engine, member: Member, serial: number, rows: number): Promise<Uint8Array> {
  const college = (await listColleges(engine)).find(({ demo }) => demo)!.id
  const [names] = await engine.database.inCollege(college, (tx) =>
    tx.run<{ unit: string; author: string }>(sql`
      SELECT u.name AS unit, p.number AS author FROM records.units u, records.people p
      WHERE u.college_id = ${college} AND u.id = ${member.unit} AND p.college_id = ${college} AND p.id = ${member.person}`),
  )
  return writeSheet({
    sheetName: '论文',
    columns: [
      { header: '论文编号', kind: 'text' },
      { header: '论文题目', kind: 'text' },
      { header: '发表刊物', kind: 'text' },
      { header: '发表日期', kind: 'date' },
      { header: '校内第一完成人', kind: 'text' },
      { header: '所属部门', kind: 'text' },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      `负载-${serial}-${i}`,
      `智能制造专业群教学改革的实践与思考（${serial}·${i}）`,
      '示例学报（演示）',
      '2023-05-16',
      names!.author,
      names!.unit,
    ]),
  })
}
