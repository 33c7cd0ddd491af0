import { answerInWords, type Item, solutionInWords } from '../../item-bank/index.ts'
import type { Bar, Definitions, ItemTally, PracticeDefinition, WirePractice, WireResult } from '../wire.ts'
import type { ActivityRow, ActRow } from './facts.ts'
import { photosIn } from './photos.ts'

/** Bars of answers without options: so many, the most given first. */
const MOST_BARS = 6
const MOST_WORDS = 60

type Names = ReadonlyMap<string, string>

const isKind = <K extends ActivityRow['kind']>(activity: ActivityRow, kind: K): activity is ActivityRow<K> =>
  activity.kind === kind

/** The last act of each student, by a key within the activity. */
function lastOf(acts: readonly ActRow[], key: (act: ActRow) => string = () => ''): ActRow[] {
  return [...new Map(acts.map((act) => [`${act.student} ${key(act)}`, act])).values()]
}

export const placeOf = (act: ActRow): number => Number(act.body['place'] ?? 0)

/** What came of an activity until now, with everything that its teacher may see. */
export function tally(activity: ActivityRow, acts: readonly ActRow[], names: Names): WireResult {
  const own = acts.filter((act) => act.activity === activity.id)
  const answered = new Set(own.filter(({ kind }) => kind !== 'was-picked').map(({ student }) => student)).size
  if (isKind(activity, 'quiz'))
    return {
      answered,
      items: activity.definition.items.map(({ item }, place) =>
        tallyItem(item, lastOf(own.filter((act) => act.kind === 'answered' && placeOf(act) === place))),
      ),
    }
  if (isKind(activity, 'poll')) return { answered, bars: pollBars(activity.definition, lastOf(own)) }
  if (isKind(activity, 'words')) return { answered, words: countWords(lastOf(own)) }
  if (isKind(activity, 'pick'))
    return {
      answered: own.length,
      picks: own.flatMap(({ student, at }) => (student ? [{ student, name: names.get(student) ?? '', at }] : [])),
    }
  if (isKind(activity, 'groups'))
    return {
      answered: activity.definition.groups.flat().length,
      groups: activity.definition.groups.map((group) => group.map((id) => ({ id, name: names.get(id) ?? '' }))),
    }
  if (isKind(activity, 'board'))
    return {
      answered,
      posts: own.map(({ id, student, body }) => ({
        id,
        name: names.get(student ?? '') ?? '',
        text: String(body['text']),
        hidden: activity.definition.hidden.includes(id),
      })),
    }
  if (isKind(activity, 'practice')) return { answered, practice: practiceOf(own) }
  return { answered }
}

function tallyItem(item: Item, answers: readonly ActRow[]): ItemTally {
  const right = answers.filter(({ correct }) => correct === true).length
  const common = {
    stem: item.stem,
    answered: answers.length,
    right,
    solution: solutionInWords(item),
    explanation: item.explanation,
  }
  if (item.kind === 'single' || item.kind === 'multiple') {
    const isRight = (key: string) => (item.kind === 'single' ? item.right === key : item.right.includes(key))
    return {
      ...common,
      bars: item.options.map(({ key, text }) => ({
        key,
        label: text,
        count: answers.filter(({ body }) => keysOf(body['answer']).includes(key)).length,
        right: isRight(key),
      })),
    }
  }
  const given = Map.groupBy(answers, ({ body }) => answerInWords(item, body['answer']))
  const bars = [...given]
    .map(([label, of], i): Bar => ({ key: String(i), label, count: of.length, right: of[0]?.correct ?? null }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_BARS)
  return { ...common, bars }
}

const keysOf = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : [answer])

const pollBars = ({ options }: Definitions['poll'], acts: readonly ActRow[]): Bar[] =>
  options.map((label, place) => ({
    key: String(place),
    label,
    count: acts.filter(({ body }) => (body['options'] as readonly number[]).includes(place)).length,
    right: null,
  }))

/** The words of a cloud: a word counts once for each who gave it. */
function countWords(acts: readonly ActRow[]): { word: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { body } of acts)
    for (const word of new Set(body['words'] as readonly string[])) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
}

/** How far each student is: a step may be taken back, points may be given anew. */
function practiceOf(acts: readonly ActRow[]): WirePractice[] {
  return [...Map.groupBy(acts, ({ student }) => student ?? '')].map(([student, own]) => {
    const done = new Set<number>()
    const points: Record<string, string> = {}
    let note: string | null = null
    let photos: readonly string[] = []
    for (const { body } of own) {
      const step = body['step']
      if (typeof step === 'number' && body['done'] === true) done.add(step)
      else if (typeof step === 'number') done.delete(step)
      Object.assign(points, body['points'])
      if (typeof body['note'] === 'string') note = body['note']
      const removed = photosIn(body, 'removed')
      photos = [...new Set([...photos, ...photosIn(body)])].filter((one) => !removed.includes(one))
    }
    return { student, done: [...done].toSorted((a, b) => a - b), points, note, photos }
  })
}

/** How far one student is. */
export const practiceOfStudent = (acts: readonly ActRow[], activity: string, student: string): WirePractice | null =>
  practiceOf(acts.filter((act) => act.activity === activity && act.student === student))[0] ?? null

/** The points of a practice as they may be given: nothing beyond the rubric. */
export function pointProblems({ rubric }: PracticeDefinition, points: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(points).flatMap(([label, value]) => {
    const row = rubric.find((one) => one.label === label)
    const isNumber = typeof value === 'string' && /^\d{1,3}(\.\d)?$/.test(value)
    return row && isNumber && Number(value) <= row.max ? [] : [label]
  })
}
