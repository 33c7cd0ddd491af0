import type { Json } from './check-statement.ts'

/** Types of activity that are courses: of the vocabulary of ADL, and of cmi5. */
const COURSES = new Set([
  'http://adlnet.gov/expapi/activities/course',
  'https://w3id.org/xapi/cmi5/activitytype/course',
])

const isCourse = (activity: Json) => COURSES.has(String((activity['definition'] as Json | undefined)?.['type']))

/**
 * The course that a statement belongs to: its object, or an activity of its grouping or parent, that says it is a course;
 * else the only activity of its grouping.
 */
export function courseOf({ object, context }: Json): string | null {
  const within = (context as Json | undefined)?.['contextActivities'] as Json | undefined
  const of = (name: string) => (within?.[name] ?? []) as readonly Json[]
  const grouping = of('grouping')
  const found =
    [object as Json, ...grouping, ...of('parent')].find(isCourse) ?? (grouping.length === 1 ? grouping[0] : null)
  return found ? String(found['id']) : null
}
