import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCHOOL_SHEET } from '../demo/plan-outline.ts'
import type { Tx } from '../src/database/connection.ts'
import { type Actor } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { receiveFile, recordFile } from '../src/engine/files/store.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { planFigures, writePackage } from '../src/modules/plan/index.ts'
import { historyOf } from '../src/engine/history/read.ts'
import { listRecords } from '../src/engine/records/list.ts'
import { planGaps } from '../src/modules/plan/inside/proof/gaps.ts'
import { tellOwners } from '../src/modules/plan/inside/proof/tell-owners.ts'
import { bringValues } from '../src/modules/scoring/inside/bring-values.ts'
import { type Entered, enterValues } from '../src/modules/scoring/inside/entries.ts'
import { showSheet } from '../src/modules/scoring/inside/present-sheet.ts'
import { assignedProof, declareTie, openAssignments } from '../src/modules/scoring/inside/assignments.ts'
import { findSheet, makeSheet } from '../src/modules/scoring/inside/sheets.ts'
import { type Step, takeStep } from '../src/modules/scoring/inside/steps.ts'
import { openZip } from '../src/engine/sheets/open-zip.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { idOf, openPlanDatabase, rows } from './plan-college.ts'

/** What a plan claims is proven and scored from its records; confirmed sheets are the source of its scores. */

const PLAN = 'double-high-midterm'
let db: TestDatabase
let collegeId: string
let system: Actor
let office: Actor

beforeAll(async () => {
  ;({ db, collegeId, system } = await openPlanDatabase())
  office = actorAt('quality-office', 'college')
}, 300_000)
afterAll(() => db.close())

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(collegeId, work)

/** Somebody with a role at one unit of the demo. */
function actorAt(role: string, unit: string, person: string | null = null): Actor {
  const unitId = idOf('units', unit)
  const isRoot = unit === 'college'
  return {
    collegeId,
    accountId: '00000000-0000-7000-9000-00000000000a',
    personId: person === null ? null : idOf('people', person),
    name: role,
    lang: 'zh',
    held: [
      { role, unitId, unitIds: isRoot ? rows.get('units')!.map((row) => row.$id) : [unitId], isRoot, offices: [] },
    ],
  }
}

/** Undoes what a test did. */
async function scratch(work: (tx: Tx) => Promise<void>): Promise<void> {
  const undo = new Error('undone')
  await inCollege(async (tx) => {
    await work(tx)
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

const plan = () => idOf('plans', PLAN)
/** What no record says: what the office gives. What experts judge is in their confirmed sheets. */
const byHand: readonly Entered[] = ['school', 'group'].flatMap((level): Entered[] => [
  { level, item: 'compliance', value: { cases: {} } },
  { level, item: 'evidence', value: { value: '4.5' }, reason: '抽查台账' },
])
async function confirmed(tx: Tx, more: readonly Entered[] = byHand): Promise<string> {
  const id = await makeSheet(db.engine, tx, office, {
    scheme: 'double-high',
    round: 'school',
    unit: idOf('units', 'college'),
    plan: plan(),
    weighting: 'group-project',
  })
  await bringValues(db.engine, tx, office, id)
  await enterValues(db.engine, tx, office, id, more)
  for (const step of ['submit', 'confirm'] as const) await take(tx, id, step)
  return id
}
async function take(tx: Tx, id: string, step: Step, reason?: string): Promise<void> {
  const { version } = await showSheet(db.engine, tx, office, id)
  await takeStep(db.engine, tx, office, id, { step, version, reason })
}
const scoresOf = async (tx: Tx) => (await planFigures(db.engine, tx, system, PLAN)).scores
const points = async (tx: Tx) => {
  const { levels, total } = await scoresOf(tx)
  return [...levels.map(({ score }) => score), total]
}

describe('scores of a plan', () => {
  it('come from records alone to 98.06 and 98.61, and to 98.45 at 30/70', () =>
    scratch(async (tx) => {
      const id = await confirmed(tx)
      const { score } = await showSheet(db.engine, tx, office, id)
      const item = (level: string, key: string) => score.items.find((one) => one.level === level && one.key === key)!
      expect([...score.levels.map((level) => level.points), score.total]).toEqual(['98.06', '98.61', '98.45'])
      // The school answers for the plan's money as a whole: 9,245.37 of 9,479; the group for its own.
      expect([item('school', 'budget-used').value, item('group', 'budget-used').value]).toEqual([
        { value: '97.54' },
        { value: '98.14' },
      ])
      expect([item('school', 'tasks-on-time').value, item('group', 'tasks-on-time').value]).toEqual([
        { value: '99.61' },
        { value: '98.73' },
      ])
      expect(item('school', 'students').value).toEqual({ value: '97.86', target: '95' })
      expect(score.vetoes.map(({ key, value, isHit }) => [key, value, isHit]).slice(0, 2)).toEqual([
        ['tasks-completed', '99.27', false],
        ['management', '28.50', false],
      ])
      expect(await points(tx)).toEqual(['98.06', '98.61', '98.45'])
    }))

  it('are those of the sheet confirmed last, and nobody types others over them', () =>
    scratch(async (tx) => {
      const first = await confirmed(tx)
      const worse = byHand.map((one): Entered =>
        one.item === 'evidence' && one.level === 'school' ? { ...one, value: { value: '2' } } : one,
      )
      const second = await confirmed(tx, worse)
      expect((await points(tx))[0]).toBe('95.56')
      const level = (
        await tx.run<{ id: string; version: number }>(
          sql`SELECT id, version FROM records.plan_levels WHERE college_id = ${collegeId} AND kind = 'school' AND plan = ${plan()}`,
        )
      )[0]!
      const typed = act(db.engine, tx, office, {
        register: 'plan-levels',
        id: level.id,
        version: level.version,
        action: 'update',
        values: { score: '100.00' },
      })
      const refused = await typed.catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(Refusal)
      expect((refused as Refusal).details.problems?.[0]?.message.zh).toContain('来自已确认的评分表')
      await take(tx, second, 'reopen', '重新核对')
      expect(await points(tx)).toEqual(['98.06', '98.61', '98.45'])
      await take(tx, first, 'reopen', '重新核对')
      // The demo's own sheet was confirmed before both.
      expect(await points(tx)).toEqual(['98.06', '98.61', '98.45'])
      await take(tx, idOf('score-sheets', SCHOOL_SHEET), 'reopen', '重新核对')
      expect(await points(tx)).toEqual([null, null, null])
    }))

  it('are refused when the sheet weighs other levels than the plan has', () =>
    scratch(async (tx) => {
      const id = await makeSheet(db.engine, tx, office, {
        scheme: 'double-high',
        round: 'school',
        unit: idOf('units', 'college'),
        plan: plan(),
        weighting: 'group-level',
      })
      await bringValues(db.engine, tx, office, id)
      await enterValues(
        db.engine,
        tx,
        office,
        id,
        byHand.filter(({ level }) => level === 'group'),
      )
      await take(tx, id, 'submit')
      const refused = (await take(tx, id, 'confirm').catch((error: unknown) => error)) as Refusal
      expect([refused.code, refused.label.zh]).toEqual(['conflict', expect.stringContaining('与计划的')])
    }))
})

describe('four rounds and outside experts', () => {
  const sheets = () => rows.get('score-sheets')!.filter((row) => row.$state === 'confirmed')
  const expert = () => actorAt('scoring-expert', 'college', 'E0006')
  const own = () => idOf('score-sheets', 'expert-E0006')
  const assignment = async (tx: Tx) =>
    (
      await tx.run<{ id: string; version: number }>(
        sql`SELECT id, version FROM records.expert_assignments WHERE college_id = ${collegeId} AND sheet = ${own()}`,
      )
    )[0]!
  const declare = async (tx: Tx, action: 'accept' | 'decline', comment?: string, actor = expert()) => {
    const { id, version } = await assignment(tx)
    return declareTie(db.engine, tx, actor, id, { action, version, ...(comment ? { comment } : {}) })
  }

  it.each(sheets().map((row) => [row.$key, row] as const))('the demo’s sheet %s adds up to what it says', (_, row) =>
    inCollege(async (tx) => {
      const { score, entries, former, round } = await showSheet(db.engine, tx, office, row.$id)
      const printed = [score.total, score.grade?.label.zh]
      expect(round === 'experts' ? [null, null] : printed).toEqual([row['total'], row['grade']])
      const entered = rows
        .get('score-entries')!
        .filter((entry) => entry['sheet'] === row.$id && entry['points'] !== null)
      expect(entered.length).toBe(Object.keys(entries).filter((key) => !key.startsWith('vetoes/')).length)
      for (const entry of entered)
        expect([
          entry.$key,
          score.items.find(({ level, key }) => level === entry['level'] && key === entry['item'])!.points,
        ]).toEqual([entry.$key, Number(entry['points']).toFixed(2)])
      expect(former.map((one) => one.round)).toEqual(
        { person: [], unit: ['person'], group: ['person', 'unit'], school: ['person', 'unit', 'group', 'group'] }[
          round
        ] ?? [],
      )
    }),
  )

  it('a person’s and a unit’s sheet are brought from the tasks of that person and that unit', () =>
    scratch(async (tx) => {
      const values = { scheme: 'plan-duty', unit: idOf('units', 'automotive'), plan: plan() }
      const head = actorAt('unit-head', 'automotive')
      const unit = await makeSheet(db.engine, tx, head, { ...values, round: 'unit' })
      await bringValues(db.engine, tx, head, unit)
      const kept = await showSheet(db.engine, tx, office, idOf('score-sheets', 'unit'))
      const valueOf = (sheet: typeof kept) => sheet.score.items.slice(0, 3).map(({ value }) => value)
      expect(valueOf(await showSheet(db.engine, tx, head, unit))).toEqual(valueOf(kept))
      const teacher = actorAt('teacher', 'automotive', 'T0200')
      const person = await makeSheet(db.engine, tx, teacher, { ...values, round: 'person', scorer: teacher.personId! })
      expect(await bringValues(db.engine, tx, teacher, person)).toBe(2)
    }))

  it('an expert declares before opening, sees what was assigned and nothing else', () =>
    scratch(async (tx) => {
      const refusal = async (work: Promise<unknown>) => (await work.catch((error: unknown) => error)) as Refusal
      expect((await refusal(showSheet(db.engine, tx, expert(), own()))).label.zh).toContain('声明没有利害关系')
      // Nothing is offered that would then be refused; the word is the expert's own.
      const { rows: listed } = await listRecords(db.engine, tx, expert(), { register: 'expert-assignments' })
      expect(listed.map(({ can }) => can)).toEqual([{ update: false, delete: false, restore: false, actions: [] }])
      expect((await openAssignments(tx, expert())).map(({ id }) => id)).toEqual([listed[0]!.id])
      expect((await refusal(declare(tx, 'accept', undefined, office))).status).toBe(403)
      expect((await refusal(declare(tx, 'decline', ' '))).details.problems?.[0]?.field).toBe('comment')
      await declare(tx, 'accept')
      expect(await openAssignments(tx, expert())).toEqual([])
      expect((await historyOf(tx, 'expert-assignments', listed[0]!.id))[0]!.actorName).toContain('本人声明')
      expect((await showSheet(db.engine, tx, expert(), own())).can).toEqual({ fill: true, steps: ['submit'] })
      for (const other of ['expert-E0001', SCHOOL_SHEET, 'unit'])
        expect((await refusal(showSheet(db.engine, tx, expert(), idOf('score-sheets', other)))).status).toBe(404)
      const record = await findSheet(db.engine, tx, expert(), own())
      const proof = await assignedProof(db.engine, tx, expert(), record)
      expect(proof.references.length).toBeGreaterThan(10)
      expect(proof.references.every(({ task }) => task.startsWith('DH-G01'))).toBe(true)
      // Not by the register, nor by an assignment of one's own making.
      await expect(
        act(db.engine, tx, expert(), { register: 'plan-evidence', action: 'create', values: {} }),
      ).rejects.toThrow('You may not')
      const mine = { number: 'X', expert: expert().personId, sheet: own(), plan: plan() }
      expect(
        (
          await refusal(
            act(db.engine, tx, expert(), { register: 'expert-assignments', action: 'create', values: mine }),
          )
        ).status,
      ).toBe(403)
    }))

  it('an expert who is tied steps back, and the sheet stays closed', () =>
    scratch(async (tx) => {
      await declare(tx, 'decline', '曾参与该项目')
      const refused = (await showSheet(db.engine, tx, expert(), own()).catch((error: unknown) => error)) as Refusal
      expect([refused.code, refused.label.zh]).toEqual(['conflict', expect.stringContaining('已退出或撤回')])
    }))
})

describe('evidence of a plan', () => {
  let serial = 0
  const leaf = () => rows.get('plan-tasks')!.find((row) => row.$key === 'DH-S01-1-01')!
  const proof = (more: Readonly<Record<string, unknown>>) => ({
    number: `ZL-${(serial += 1)}`,
    name: '验收报告',
    task: leaf().$id,
    unit: leaf()['unit'],
    proves: 'process',
    kind: 'file',
    collectedOn: '2021-11-30',
    ...more,
  })
  const file = (tx: Tx, values: Readonly<Record<string, unknown>>, actor = office) =>
    act(db.engine, tx, actor, { register: 'plan-evidence', action: 'create', values: proof(values) })
  const problemsOf = async (work: Promise<unknown>) => {
    const error = await work.catch((caught: unknown) => caught)
    return error instanceof Refusal ? (error.details.problems ?? []).map(({ field }) => field) : error
  }

  it('is of its kind, names what it proves, and leads somewhere', () =>
    scratch(async (tx) => {
      expect(await problemsOf(file(tx, {}))).toEqual(['files'])
      expect(await problemsOf(file(tx, { kind: 'link' }))).toEqual(['link'])
      const link = { kind: 'link', link: 'https://example.edu.cn/a' }
      expect(await problemsOf(file(tx, { ...link, proves: 'result', level: 'national' }))).toEqual(['result'])
      expect(await problemsOf(file(tx, { ...link, proves: 'result', result: 'CG-0001' }))).toEqual(['level'])
      const record = { kind: 'record', register: 'plan-tasks', record: leaf().$id }
      expect(await problemsOf(file(tx, { ...record, record: plan() }))).toEqual(['record'])
      expect(await problemsOf(file(tx, { kind: 'indicator', indicator: 'plan.nothing', period: '2023' }))).toEqual([
        'indicator',
      ])
      expect(await file(tx, record)).toMatchObject({ state: 'draft' })
    }))

  it('is missed by kind of claim, and owners are told of theirs once', () =>
    scratch(async (tx) => {
      const { counts, gaps, evidence } = await planGaps(db.engine, tx, office, PLAN)
      expect(counts).toEqual({
        'task-unproven': 4,
        'milestone-unproven': 2,
        'target-unproven': 2,
        'result-unproven': 3,
        'level-unproven': 1,
        'case-short': 0,
        'file-gone': 0,
        'file-not-scanned': 0,
      })
      expect(evidence.approved).toBeGreaterThan(1000)
      const [missing] = gaps
      expect(missing).toMatchObject({ kind: 'task-unproven', at: { register: 'plan-tasks', id: missing!.task.id } })
      // Its evidence is asked for with what is known of it already, and the form's values are taken as they are.
      expect(missing!.gives).toMatchObject({ task: missing!.task.id, unit: missing!.unit.id, proves: 'progress' })
      const result = gaps.find(({ kind }) => kind === 'result-unproven')!
      expect(result.gives).toMatchObject({
        proves: 'result',
        result: expect.stringContaining('-'),
        level: expect.any(String),
      })
      const taken = await file(tx, {
        ...result.gives,
        kind: 'link',
        link: 'https://example.edu.cn/b',
        proves: 'result',
      })
      expect(taken.values).toMatchObject({ task: result.task.id, number: result.gives!['number'] })
      // What was filed and approved is no gap any more; what waits for a review still is.
      const values = {
        ...proof({ kind: 'link', link: 'https://example.edu.cn/a', proves: 'progress', task: missing!.task.id }),
      }
      const filed = await file(tx, values)
      expect((await planGaps(db.engine, tx, office, PLAN)).counts['task-unproven']).toBe(4)
      for (const action of ['submit', 'approve'])
        await act(db.engine, tx, system, { register: 'plan-evidence', id: filed.id, action })
      expect((await planGaps(db.engine, tx, office, PLAN)).counts['task-unproven']).toBe(3)
      const owner = gaps[1]!.owner!.id
      await tx.run(sql`
        INSERT INTO accounts (college_id, id, name, password_hash, person_id, display_name, created_at, password_changed_at)
        VALUES (${collegeId}, '00000000-0000-7000-9000-0000000000bb', 'owner', '', ${owner}, '示例', now(), now())`)
      const told = await tellOwners(db.engine, tx, office, PLAN, { kinds: ['task-unproven'] })
      expect(told.told).toBe(1)
      const notices = await tx.run<{ body: { zh: string }; link: string }>(
        sql`SELECT body, link FROM notices WHERE college_id = ${collegeId} AND kind = 'evidence-missing'`,
      )
      expect(notices).toHaveLength(1)
      expect(notices[0]).toMatchObject({
        body: { zh: expect.stringContaining('缺佐证') },
        link: `/plans/${plan()}/evidence`,
      })
      await expect(tellOwners(db.engine, tx, actorAt('unit-filler', 'automotive'), PLAN)).rejects.toThrow('You may not')
    }))

  it('goes into a package with index, hashes and files; what is missing is named in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'package-'))
    try {
      const contents = ['第一份材料', '第二份材料', '丢失的材料']
      const received = await Promise.all(
        contents.map((text, i) =>
          receiveFile(
            db.engine,
            { name: `材料 ${i + 1}：说明?.pdf`, type: 'application/pdf', content: Readable.from([Buffer.from(text)]) },
            { maxBytes: 1000 },
          ),
        ),
      )
      await inCollege(async (tx) => {
        const files = []
        for (const one of received) files.push(await recordFile(tx, system, one))
        const values = proof({ files, name: '<b>验收</b>' })
        await createMany(db.engine, tx, system, 'plan-evidence', [{ values, state: 'approved' }])
      })
      const gone = received[2]!.sha256
      await rm(join(db.engine.filesDir, gone.slice(0, 2), gone.slice(2, 4), gone))
      const out = join(folder, 'package.zip')
      const seen: number[] = []
      const written = await writePackage(db.engine, system, {
        college: collegeId,
        plan: PLAN,
        out,
        progress: async (done) => void seen.push(done),
      })
      expect(written).toMatchObject({ files: 3, problems: 1 })
      expect(seen).toEqual([1, 2, 3])
      const bytes = await readFile(out)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(written.digest)
      const zip = openZip(bytes, 1_000_000)
      const text = (path: string) => zip.text(path)
      const lines = (await text('hashes.txt')).trim().split('\n')
      expect(lines).toHaveLength(2)
      for (const line of lines) {
        const [hash, path] = line.split('  ')
        expect(path).toMatch(/^files\/DH-S01\/DH-S01-1-01 [^/]+\/00\d-材料 \d：说明_\.pdf$/)
        expect(
          createHash('sha256')
            .update(await text(path!))
            .digest('hex'),
        ).toBe(hash)
      }
      const page = await text('index.html')
      expect(page).toContain('&lt;b&gt;验收&lt;/b&gt;')
      expect(page).toContain('文件库中已没有此文件')
      expect(page).not.toMatch(/(src|href)="https?:\/\/(?!archive\.example)/)
      const stopped = new AbortController()
      stopped.abort()
      const again = { college: collegeId, plan: PLAN, out: `${out}2`, signal: stopped.signal }
      await expect(writePackage(db.engine, system, again)).rejects.toThrow('aborted')
      await expect(readFile(`${out}2`)).rejects.toThrow('ENOENT')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
