import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, may } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { append } from '../../../engine/history/append.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import type { SkillKind } from '../dictionaries/skill-table.ts'
import type { TermDecision, WireDecidedTerm, WireKnownSkill, WireOpenTerm, WireTermEffect, WireTerms } from '../wire.ts'
import { besideOf, classNameOf, evidenceOf, inContext } from './demand.ts'
import {
  dictionaryWith,
  isLayered,
  type NamedSkill,
  renamedBy,
  shippedWays,
  type TermInForce,
  termsInForce,
} from './own-dictionary.ts'
import { effectOf } from './read-again.ts'

/** Whoever brings advertisements in decides on their terms. @throws Refusal 403 */
export function checkMayDecide(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'reports.write'))
    throw notAllowed({ zh: '处理招聘信息中的新词', en: 'decide on new terms of advertisements' })
}

/** How many terms a page holds. */
export const TERMS_PAGE = 50

/** Terms no dictionary knows, by how often they are asked for or by name, each with the latest place where it stands. */
export async function listTerms(
  tx: Tx,
  {
    words = '',
    kind,
    sort,
    from,
  }: {
    readonly words?: string | undefined
    readonly kind?: string | undefined
    readonly sort: 'n' | 'name'
    readonly from: number
  },
): Promise<WireTerms> {
  const rows = await tx.run<{ term: string; shown: string; kind: string; n: number; total: number }>(sql`
    SELECT term, (array_agg(skill ORDER BY n DESC, skill))[1] AS shown, (array_agg(kind ORDER BY n DESC, kind))[1] AS kind,
      sum(n)::integer AS n, (count(*) OVER ())::integer AS total
    FROM (SELECT lower(skill) AS term, skill, kind, count(*) AS n FROM advertisement_skills
      WHERE college_id = ${tx.collegeId} AND is_new ${kind === undefined ? sql`` : sql`AND kind = ${kind}`}
        ${words === '' ? sql`` : sql`AND strpos(lower(skill), ${words.toLowerCase()}) > 0`}
      GROUP BY skill, kind) AS ways
    GROUP BY term ORDER BY ${sort === 'n' ? sql`n DESC, term` : sql`term`} LIMIT ${TERMS_PAGE} OFFSET ${from}`)
  const places = await tx.run<{
    skill: string
    small_class: string
    title: string
    body: string
    in_title: boolean
    starts: number
    ends: number
  }>(sql`
    SELECT w.skill, p.*,
      (SELECT c.small_class FROM advertisement_skills c WHERE c.college_id = ${tx.collegeId} AND c.skill = w.skill
        GROUP BY c.small_class ORDER BY count(*) DESC, c.small_class LIMIT 1) AS small_class
    FROM unnest(${rows.map(({ shown }) => shown)}::text[]) AS w(skill)
    CROSS JOIN LATERAL (
      SELECT a.title, a.body, s.in_title, s.starts, s.ends FROM advertisement_skills s
      JOIN advertisements a ON a.college_id = ${tx.collegeId} AND a.id = s.advertisement_id
      WHERE s.college_id = ${tx.collegeId} AND s.skill = w.skill ORDER BY s.advertisement_id DESC LIMIT 1) AS p`)
  const placeOf = new Map(places.map((place) => [place.skill, place]))
  return {
    terms: rows.map(({ term, shown, kind: of, n }) => {
      const place = placeOf.get(shown)
      return {
        term,
        shown,
        kind: of,
        n,
        occupation: place === undefined || place.small_class === '' ? '' : classNameOf(place.small_class),
        ...(place === undefined ? { before: '', words: shown, after: '' } : inContext(place)),
      }
    }),
    total: rows[0]?.total ?? 0,
  }
}

/** The advertisements in which a term stands, however it is written, and what is asked beside it. */
export async function openTerm(tx: Tx, term: string): Promise<WireOpenTerm> {
  const ways = await tx.run<{ skill: string }>(sql`
    SELECT DISTINCT skill FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND is_new AND lower(skill) = ${term.toLowerCase()}`)
  const names = ways.map(({ skill }) => skill)
  return { ads: await evidenceOf(tx, {}, names), ...(await besideOf(tx, {}, names)) }
}

/** Every way of writing a skill that is known, small letters, to the skill as it is called here. */
function knownSkills(own: readonly TermInForce[]): Map<string, NamedSkill> {
  const renamed = renamedBy(own)
  const called = ({ name, kind }: NamedSkill) => renamed({ name, kind })
  const known = new Map<string, NamedSkill>([...shippedWays()].map(([way, term]) => [way, called(term)]))
  for (const { decision, term, name, kind } of own)
    if (decision !== 'reject')
      for (const way of isLayered(decision) ? [name.toLowerCase()] : [term, name.toLowerCase()])
        known.set(way, called({ name, kind }))
  return known
}

/** Skills whose name or alias holds these words, those that begin with them first. */
export async function findSkillsNamed(tx: Tx, words: string): Promise<WireKnownSkill[]> {
  const asked = words.trim().toLowerCase()
  if (asked === '') return []
  const hits = [...knownSkills(await termsInForce(tx))].filter(([way]) => way.includes(asked))
  const place = ([way]: readonly [string, unknown]) => (way === asked ? 0 : way.startsWith(asked) ? 1 : 2)
  const names = new Map<string, WireKnownSkill>()
  for (const [, skill] of hits.toSorted((a, b) => place(a) - place(b))) names.set(skill.name, skill)
  return [...names.values()].slice(0, 20)
}

/** What somebody means to decide. */
export interface AskedDecision {
  /** As it is shown in the list. */
  readonly term: string
  readonly decision: TermDecision
  /** The name of the skill: a new one, or that of the skill it is merged into. */
  readonly name?: string | undefined
  /** Of a new skill; as it was proposed when left out. */
  readonly kind?: SkillKind | undefined
}

/** Makes sure that a decision can be taken. @throws Refusal 404, 409, 422 */
async function prepare(tx: Tx, { term: said, decision, name, kind }: AskedDecision) {
  const shown = said.trim()
  const term = shown.toLowerCase()
  const own = await termsInForce(tx)
  const before = own.find((one) => one.term === term)
  if (before)
    throw new Refusal('conflict', {
      zh: `“${shown}”已经处理过，请刷新；要改变，先撤销原来的处理`,
      en: `"${shown}" was decided before: load anew, and undo that decision to change it`,
    })
  if (isLayered(decision)) return prepareSkill(own, { term: shown, decision, name, kind })
  const [met] = await tx.run<{ kind: SkillKind }>(sql`
    SELECT kind FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND skill = ${shown} AND is_new LIMIT 1`)
  if (!met)
    throw new Refusal('not-found', {
      zh: `招聘信息中没有新词“${shown}”，请刷新`,
      en: `No advertisement has a new term "${shown}": load anew`,
    })
  const made: TermInForce = { id: v7(), term, shown, decision, name: '', kind: kind ?? met.kind }
  if (decision === 'reject') return { shown, own, made }
  const called = (name ?? shown).trim() || shown
  const known = knownSkills(own).get(called.toLowerCase())
  if (decision === 'merge') {
    if (known === undefined)
      throw new Refusal('invalid', {
        zh: `没有名为“${called}”的技能，请从列表中选择`,
        en: `There is no skill "${called}": choose one of the list`,
      })
    return { shown, own, made: { ...made, ...known } }
  }
  if (known !== undefined)
    throw new Refusal('invalid', {
      zh: `已有技能“${known.name}”，请改用“并入”`,
      en: `There is a skill "${known.name}" already: merge into it`,
    })
  return { shown, own, made: { ...made, name: called } }
}

/** Makes sure that a skill of the dictionary can be renamed, or counted as another. @throws Refusal 404, 422 */
function prepareSkill(own: readonly TermInForce[], { term: shown, decision, name = '', kind }: AskedDecision) {
  const known = knownSkills(own)
  const skill = known.get(shown.toLowerCase())
  if (skill?.name !== shown)
    throw new Refusal('not-found', {
      zh: `词典中没有名为“${shown}”的技能，请从列表中选择`,
      en: `The dictionary has no skill "${shown}": choose one of the list`,
    })
  const called = name.trim()
  const other = known.get(called.toLowerCase())
  const made = { id: v7(), term: shown.toLowerCase(), shown, decision }
  if (decision === 'join') {
    if (other === undefined || other.name === shown)
      throw new Refusal('invalid', {
        zh: `没有另一项名为“${called}”的技能，请从列表中选择`,
        en: `There is no other skill "${called}": choose one of the list`,
      })
    return { shown, own, made: { ...made, ...other } }
  }
  if (called === '' || called === shown)
    throw new Refusal('invalid', {
      zh: '请填写与原来不同的名称',
      en: 'Give a name that is not the one it has',
    })
  const earlier = own.find((one) => isLayered(one.decision) && one.shown === called)
  if (earlier)
    throw new Refusal('conflict', {
      zh: `“${called}”是改名或并入之前的名称，请撤销那一项`,
      en: `"${called}" is a name from before a decision: undo that instead`,
    })
  // Another way of writing the same skill may become its name.
  if (other !== undefined && other.name !== shown)
    throw new Refusal('invalid', {
      zh: `已有技能“${other.name}”，请改用“并入”`,
      en: `There is a skill "${other.name}" already: count this one as it instead`,
    })
  return { shown, own, made: { ...made, name: called, kind: kind ?? skill.kind } }
}

/** What a decision would change; nothing is kept. @throws Refusal 403, 404, 409, 422 */
export async function tryTerm(engine: Engine, tx: Tx, actor: Actor, asked: AskedDecision): Promise<WireTermEffect> {
  checkMayDecide(engine, actor)
  const { shown, own, made } = await prepare(tx, asked)
  return effectOf(tx, made.term, shown, dictionaryWith(own), dictionaryWith([...own, made]))
}

/** A batch of an import in work ends before, the next is read by the new terms. */
export const waitForImports = (tx: Tx) =>
  tx.run(
    sql`SELECT id FROM advertisement_imports WHERE college_id = ${tx.collegeId} AND state = 'running' ORDER BY id FOR UPDATE`,
  )

/** Keeps a decision; the job reads the advertisements again. @returns its id @throws Refusal 403, 404, 409, 422 */
export async function decideTerm(engine: Engine, tx: Tx, actor: Actor, asked: AskedDecision): Promise<string> {
  checkMayDecide(engine, actor)
  await waitForImports(tx)
  const { shown, made } = await prepare(tx, asked)
  const at = new Date().toISOString()
  const { id, term, decision, name, kind } = made
  const kept = await tx.change(sql`
    INSERT INTO skill_terms (college_id, id, term, shown, decision, name, kind, decided_at, decided_by, state, total, done, changed)
    VALUES (${tx.collegeId}, ${id}, ${term}, ${shown}, ${decision}, ${name}, ${kind}, ${at}, ${actor.name}, 'running', 0, 0, 0)
    ON CONFLICT (college_id, term) WHERE undone_at IS NULL DO NOTHING`)
  if (kept === 0)
    throw new Refusal('conflict', {
      zh: `“${shown}”刚刚由别人处理，请刷新`,
      en: `"${shown}" was just decided by somebody else: load anew`,
    })
  await append(tx, actor, at, [
    { subject: 'skill-terms', subjectId: id, action: decision, after: { term: shown, name, kind } },
  ])
  return id
}

/** Takes a decision back; the job reads the advertisements again. @throws Refusal 403, 404, 409 */
export async function undoTerm(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<void> {
  checkMayDecide(engine, actor)
  await waitForImports(tx)
  const own = await termsInForce(tx)
  const one = own.find((other) => other.id === id)
  if (one === undefined)
    throw new Refusal('not-found', {
      zh: '没有找到这项处理，或已经撤销，请刷新',
      en: 'This decision was not found or is undone already: load anew',
    })
  // What rests on the name it gave goes first.
  const resting =
    (one.decision === 'accept' || one.decision === 'rename') &&
    own.find((other) => other.id !== id && (other.name === one.name || other.shown === one.name))
  if (resting)
    throw new Refusal('conflict', {
      zh: `对“${resting.shown}”的处理以“${one.name}”为依据，请先撤销那一项`,
      en: `What was decided on "${resting.shown}" rests on "${one.name}": undo that first`,
    })
  const at = new Date().toISOString()
  await tx.run(sql`
    UPDATE skill_terms SET undone_at = ${at}, undone_by = ${actor.name}, state = 'running', done = 0, changed = 0
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await append(tx, actor, at, [
    {
      subject: 'skill-terms',
      subjectId: id,
      action: 'undo',
      before: { term: one.term, name: one.name, kind: one.kind },
    },
  ])
}

/** What was decided, the latest first, with what it changed and who took it back. */
export async function listDecided(tx: Tx): Promise<WireDecidedTerm[]> {
  const rows = await tx.run<
    Omit<WireDecidedTerm, 'decidedAt' | 'undoneAt'> & { readonly decidedAt: Date; readonly undoneAt: Date | null }
  >(sql`
    SELECT id, shown, decision, name, kind, decided_at AS "decidedAt", decided_by AS "decidedBy", undone_at AS "undoneAt",
      undone_by AS "undoneBy", state, total, done, changed
    FROM skill_terms WHERE college_id = ${tx.collegeId} ORDER BY coalesce(undone_at, decided_at) DESC, id DESC LIMIT 200`)
  return rows.map(({ decidedAt, undoneAt, ...row }) => ({
    ...row,
    decidedAt: new Date(decidedAt).toISOString(),
    undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
  }))
}
