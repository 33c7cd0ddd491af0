import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, asSystem, hasRole } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { sendNotices } from '../../../engine/notices/notices.ts'
import { table } from '../../../engine/records/stored.ts'
import { createMany } from '../../../engine/records/write-many.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import { type UnitTree, unitTree } from '../../../engine/units.ts'
import type { Label } from '../../../language/label.ts'
import { FILL_DAY, openLeaves, type OpenLeaf } from './open-leaves.ts'
import { openPlan } from './plan-scope.ts'
import { type Audience, type ReminderKind, ruleOn } from './reminder-rules.ts'

/** Something with a date that is not done. */
interface Matter {
  readonly kind: ReminderKind
  readonly id: string
  readonly plan: string
  readonly planCode: string
  readonly task: string | null
  readonly unit: string
  readonly owner: string | null
  readonly what: string
  readonly dueOn: string
}
interface Reminder {
  readonly matter: Matter
  readonly key: string
  readonly days: number
  readonly late: number
  readonly audience: Audience
  readonly accounts: readonly string[]
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string) =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY

/** A step of a matter's reminding; its key tells it from every other. */
type Step = Omit<Reminder, 'accounts'>

/**
 * Reminds of what is about to be due, due, or late, by the declared rules; each step reaches each audience once, as one
 * notice for each person and kind. What was told stands in `plan-reminders`.
 * @param now milliseconds
 * @returns how many steps were told
 */
export async function remindPlans(engine: Engine, tx: Tx, now = Date.now()): Promise<{ told: number }> {
  const day = today(now)
  const steps = (await mattersOf(engine, tx, day)).flatMap((matter) => {
    const late = daysBetween(matter.dueOn, day)
    const rule = ruleOn(matter.kind, late)
    return (rule?.tell ?? []).map((audience): Step => ({
      matter,
      late,
      audience,
      days: rule!.days,
      key: [matter.kind, matter.id, matter.dueOn, rule!.days, audience].join('/'),
    }))
  })
  return takeSteps(engine, tx, steps, now)
}

/**
 * Reminds at once, outside the rules, of a plan's reports of this month that nobody submitted: of each task once a day.
 * @param plan its id or its code
 * @throws Refusal 403 for those who do not review, 404
 */
export async function urgeFills(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  now = Date.now(),
): Promise<{ told: number }> {
  if (!hasRole(actor, REVIEWERS)) throw notAllowed({ zh: '催办填报', en: 'urge reports' })
  const day = today(now)
  const scope = await openPlan(engine, tx, actor, plan)
  const leaves = await openLeaves(engine, tx, actor, sql`plan.id = ${scope.plan.id}`, day)
  const steps = leaves.filter(isUnsubmitted).map((leaf): Step => {
    const matter = fillOf(leaf)
    const late = daysBetween(matter.dueOn, day)
    return { matter, late, days: late, audience: 'owner', key: `fill/${leaf.id}/${matter.dueOn}/urged ${day}` }
  })
  return takeSteps(engine, tx, steps, now)
}

const REVIEWERS = ['quality-office', 'unit-head', 'system-administrator']

/** Tells the steps that were not told before, and keeps that they were. */
async function takeSteps(engine: Engine, tx: Tx, steps: readonly Step[], now: number): Promise<{ told: number }> {
  if (steps.length === 0) return { told: 0 }
  const day = today(now)
  // Two servers do not both tell.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`plan reminders ${tx.collegeId}`}))`)
  const known = await tx.run<{ key: string }>(sql`
    SELECT key FROM ${table(getRegister(engine, 'plan-reminders'))}
    WHERE college_id = ${tx.collegeId} AND key = ANY(${steps.map(({ key }) => key)}::text[])`)
  const told = new Set(known.map(({ key }) => key))
  const find = await accountsFinder(engine, tx, day)
  const reminders = steps
    .filter(({ key }) => !told.has(key))
    .map((step): Reminder => ({ ...step, accounts: find(step.audience, step.matter) }))
  if (reminders.length === 0) return { told: 0 }
  await createMany(
    engine,
    tx,
    asSystem(tx.collegeId, '督办提醒'),
    'plan-reminders',
    reminders.map(({ matter, key, days, audience, accounts }) => ({
      id: v7(),
      values: {
        key,
        plan: matter.plan,
        task: matter.task,
        unit: matter.unit,
        kind: matter.kind,
        what: matter.what.slice(0, 400),
        dueOn: matter.dueOn,
        days,
        audience,
        told: accounts.length,
        sentOn: day,
      },
    })),
  )
  await tell(tx, reminders, new Date(now).toISOString())
  return { told: reminders.length }
}

/** One notice for each person and kind, however many matters there are. */
async function tell(tx: Tx, reminders: readonly Reminder[], at: string): Promise<void> {
  const inbox = new Map<string, { account: string; reminders: Reminder[] }>()
  for (const reminder of reminders)
    for (const account of reminder.accounts) {
      const key = `${account} ${reminder.matter.kind}`
      const box = inbox.get(key) ?? { account, reminders: [] }
      // Who is both owner and head is told once.
      if (!box.reminders.some(({ matter }) => matter.id === reminder.matter.id)) box.reminders.push(reminder)
      inbox.set(key, box)
    }
  for (const { account, reminders: own } of inbox.values()) await sendNotices(tx, [account], noticeOf(own), at)
}

const SUBJECT: Readonly<Record<ReminderKind, Label>> = {
  fill: { zh: '本月进度未提交', en: 'Progress of the month is not submitted' },
  task: { zh: '任务到期提醒', en: 'Tasks and their dates' },
  decision: { zh: '会议决议待落实', en: 'Decisions to be carried out' },
  finding: { zh: '检查问题待整改', en: 'Findings to be mended' },
}
const LISTED = 3

function noticeOf(own: readonly Reminder[]) {
  const first = own[0]!
  const { kind } = first.matter
  const listed = own.slice(0, LISTED)
  const more = own.length - listed.length
  const words = (lang: keyof Label) =>
    listed
      .map(({ matter, late }) => `${matter.what}${whenText(matter.dueOn, late)[lang]}`)
      .join(lang === 'zh' ? '；' : '; ')
  return {
    kind: `plan-${kind}`,
    text: {
      zh: `${SUBJECT[kind].zh}：${words('zh')}${more > 0 ? `；另有 ${more} 项` : ''}`,
      en: `${SUBJECT[kind].en}: ${words('en')}${more > 0 ? `; and ${more} more` : ''}`,
    },
    link: own.length === 1 ? linkOf(first) : listOf(first),
  }
}

const whenText = (dueOn: string, late: number): Label =>
  late > 0
    ? { zh: `（期限 ${dueOn}，已逾期 ${late} 天）`, en: ` (due on ${dueOn}, ${late} days late)` }
    : late === 0
      ? { zh: '（今天到期）', en: ' (due today)' }
      : { zh: `（${dueOn} 到期，还有 ${-late} 天）`, en: ` (due on ${dueOn}, in ${-late} days)` }

function linkOf({ matter, audience }: Reminder): string {
  if (matter.kind === 'fill') return listOf({ matter, audience })
  if (matter.kind === 'task') return `/plans/${encodeURIComponent(matter.planCode)}/tasks/${matter.id}/ledger`
  return `/registers/${matter.kind === 'decision' ? 'plan-decisions' : 'plan-findings'}/${matter.id}`
}

function listOf({ matter, audience }: Pick<Reminder, 'matter' | 'audience'>): string {
  if (matter.kind === 'fill' || matter.kind === 'task') return audience === 'owner' ? '/my-plan-tasks' : '/plan-reviews'
  return `/registers/${matter.kind === 'decision' ? 'plan-decisions' : 'plan-findings'}`
}

const isUnsubmitted = ({ currentState }: OpenLeaf) => currentState === null || currentState === 'draft'

const ofLeaf = (leaf: OpenLeaf) => ({
  id: leaf.id,
  plan: leaf.planId,
  planCode: leaf.planCode,
  task: leaf.id,
  unit: leaf.unitId,
  owner: leaf.ownerId,
})

const fillOf = (leaf: OpenLeaf): Matter => ({
  ...ofLeaf(leaf),
  kind: 'fill',
  what: `${leaf.month} ${leaf.number} ${leaf.name}`,
  dueOn: `${leaf.month}-${FILL_DAY}`,
})

async function mattersOf(engine: Engine, tx: Tx, day: string): Promise<Matter[]> {
  const system = asSystem(tx.collegeId, '督办提醒')
  const of = (name: string) => table(getRegister(engine, name))
  // A plan whose figures have ended is no longer reported month by month.
  const leaves = await openLeaves(engine, tx, system, sql`plan.as_of IS NULL`, day)
  const fills = leaves.filter(isUnsubmitted).map(fillOf)
  const due = leaves
    .filter(({ countedPercent }) => countedPercent !== 100)
    .map((leaf): Matter => ({ ...ofLeaf(leaf), kind: 'task', what: `${leaf.number} ${leaf.name}`, dueOn: leaf.to }))
  const open = await tx.run<Matter & Record<string, unknown>>(sql`
    SELECT 'decision' AS kind, d.id, m.plan, p.code AS "planCode", d.task, d.unit, d.responsible AS owner,
      d.subject AS what, d.due_on::text AS "dueOn"
    FROM ${of('plan-decisions')} AS d
      JOIN ${of('plan-meetings')} AS m ON m.college_id = d.college_id AND m.id = d.meeting
      JOIN ${of('plans')} AS p ON p.college_id = d.college_id AND p.id = m.plan
    WHERE d.college_id = ${tx.collegeId} AND d.deleted_at IS NULL AND d.state = 'open' AND d.due_on IS NOT NULL
    UNION ALL
    SELECT 'finding', f.id, c.plan, p.code, f.task, f.unit, f.responsible, f.what, f.mend_by::text
    FROM ${of('plan-findings')} AS f
      JOIN ${of('plan-checks')} AS c ON c.college_id = f.college_id AND c.id = f."check"
      JOIN ${of('plans')} AS p ON p.college_id = f.college_id AND p.id = c.plan
    WHERE f.college_id = ${tx.collegeId} AND f.deleted_at IS NULL AND f.state = 'open'`)
  return [...fills, ...due, ...open]
}

const ROLES: Readonly<Record<Exclude<Audience, 'owner'>, string>> = {
  unit: 'unit-head',
  office: 'quality-office',
  leader: 'college-leader',
}

/** Finds the accounts of an audience: read once for all matters. */
async function accountsFinder(
  engine: Engine,
  tx: Tx,
  day: string,
): Promise<(audience: Audience, matter: Matter) => readonly string[]> {
  const people = await tx.run<{ id: string; person_id: string }>(sql`
    SELECT id, person_id FROM accounts WHERE college_id = ${tx.collegeId} AND NOT disabled AND person_id IS NOT NULL`)
  const holders = await tx.run<{ account_id: string; unit_id: string; role: string }>(sql`
    SELECT DISTINCT x.account_id, x.unit_id, x.role FROM assignments x
    JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id AND NOT a.disabled
    WHERE x.college_id = ${tx.collegeId} AND x.role = ANY(${Object.values(ROLES)}::text[])
      AND (x.valid_from IS NULL OR x.valid_from <= ${day}::date) AND (x.valid_to IS NULL OR x.valid_to >= ${day}::date)`)
  const tree: UnitTree = await unitTree(engine.database, tx)
  const held = (audience: Exclude<Audience, 'owner'>) => holders.filter(({ role }) => role === ROLES[audience])
  // The head of the unit itself, or the nearest above it.
  const headsOf = (unit: string) => {
    const heads = held('unit')
    const nearest = tree.above(unit).find((id) => heads.some(({ unit_id }) => unit_id === id))
    return heads.filter(({ unit_id }) => unit_id === nearest)
  }
  const ids = (of: readonly { readonly account_id: string }[]) => [...new Set(of.map(({ account_id }) => account_id))]
  return (audience, { owner, unit }) => {
    if (audience === 'unit') return ids(headsOf(unit))
    if (audience !== 'owner') return ids(held(audience))
    const own = people.filter(({ person_id }) => person_id === owner).map(({ id }) => id)
    // An owner who left, or has no account, is told by way of the unit's head.
    return own.length > 0 ? own : ids(headsOf(unit))
  }
}
