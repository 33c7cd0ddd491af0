import { declarations } from '../catalogue/index.gen.ts'
import { connect, type Database, type Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { act } from '../src/engine/records/act.ts'
import type { Values } from '../src/engine/records/stored.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { guardList } from '../src/server/guard-list.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase } from '../src/testing/database.ts'

/** A credit bank with two schools, a firm that issues certificates, and those who work at it. */
export interface CreditBank {
  readonly engine: Engine
  readonly college: TestCollege
  readonly system: Actor
  /** Registers and decides for the office. */
  readonly clerk: Actor
  readonly reviewer: Actor
  readonly quality: Actor
  /** A welder who is known to the college, and their account. */
  readonly welder: Actor
  readonly learner: string
  readonly institutions: { readonly east: string; readonly west: string; readonly firm: string }
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  add(register: string, values: Values): Promise<string>
  /** Takes steps one after the other with the version that each record then has. */
  step(actor: Actor, register: string, id: string, action: string, comment?: string): Promise<void>
  /** An accredited certificate of the welder's, or another learner's. */
  certificate(name: string, more?: Values): Promise<string>
  /** An approved rule. */
  rule(institution: string, outcomeName: string, target: string, more?: Values): Promise<string>
  limit(institution: string, more: Values): Promise<string>
}

let serial = 0

export async function openBankDatabase(): Promise<{
  engine: Engine
  database: Database
  appUrl: string
  close(): Promise<void>
}> {
  const db = await openTestDatabase(assembleCatalogue(declarations), guardList)
  // As many at once as the tests need: the usual pool would let them queue.
  const database = connect(db.appUrl, { max: 16 })
  return {
    engine: { ...db.engine, database },
    database,
    appUrl: db.appUrl,
    async close() {
      await database.close()
      await db.close()
    },
  }
}

export async function makeCreditBank(engine: Engine): Promise<CreditBank> {
  const college = await makeTestCollege(engine, `bank-${process.pid}-${++serial}`)
  const system = asSystem(college.id, 'test')
  const run = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(college.id, work)
  const office = await college.add('units', {
    code: 'ce',
    name: '继续教育学院',
    kind: 'office',
    parent: college.root,
    office: 'continuing-education',
  })
  const institution = (code: string, kind: string) =>
    college.add('credit-institutions', { code, name: `${code} 机构`, kind, joinedOn: '2020-01-01' })
  const institutions = {
    east: await institution('east', 'vocational-college'),
    west: await institution('west', 'vocational-college'),
    firm: await institution('firm', 'assessment-body'),
  }
  const person = await college.person('焊示工', college.east)
  const learner = await college.add('credit-learners', {
    number: 'XZ-1',
    name: '焊示工',
    proof: 'verified',
    identity: '110101199003070038',
    stage: 'worker',
    person,
    openedOn: '2024-01-01',
  })
  const step: CreditBank['step'] = async (actor, register, id, action, comment) => {
    await run(async (tx) => {
      const { rows } = await tx.client.query<{ version: number }>(
        `SELECT version FROM records.${register.replaceAll('-', '_')} WHERE college_id = $1 AND id = $2`,
        [college.id, id],
      )
      await act(engine, tx, actor, {
        register,
        id,
        action,
        version: rows[0]!.version,
        ...(comment === undefined ? {} : { comment }),
      })
    })
  }
  const approved = async (register: string, values: Values) => {
    const id = await college.add(register, values)
    await step(system, register, id, 'submit')
    await step(system, register, id, 'approve')
    return id
  }
  return {
    engine,
    college,
    system,
    clerk: await college.actor(['unit-filler', office]),
    reviewer: await college.actor(['reviewer', office]),
    quality: await college.actor(['quality-office', college.root]),
    welder: { ...(await college.actor(['student', college.east])), personId: person },
    learner,
    institutions,
    run,
    add: college.add,
    step,
    async certificate(name, more = {}) {
      const id = await college.add('learning-outcomes', {
        number: `CG-${++serial}`,
        learner,
        kind: 'vocational-certificate',
        name,
        level: 'intermediate',
        grade: 'excellent',
        issuer: institutions.firm,
        issuedOn: '2024-05-01',
        credits: '6',
        certificateNumber: `N-${serial}`,
        ...more,
      })
      await step(system, 'learning-outcomes', id, 'accredit')
      return id
    },
    rule: (at, outcomeName, target, more = {}) =>
      approved('conversion-rules', {
        number: `GZ-${++serial}`,
        name: `${outcomeName} → ${target}`,
        institution: at,
        outcomeKind: 'vocational-certificate',
        outcomeName,
        leastGrade: 'pass',
        targetKind: 'course',
        target,
        category: 'core',
        credits: '4',
        gradeForPass: '75',
        gradeForExcellent: '90',
        from: '2024-01-01',
        ...more,
      }),
    limit: (at, more) =>
      approved('conversion-limits', {
        number: `XZ-${++serial}`,
        name: `上限 ${serial}`,
        institution: at,
        from: '2024-01-01',
        ...more,
      }),
  }
}
