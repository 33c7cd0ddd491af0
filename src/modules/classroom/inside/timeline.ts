import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { ActKindName } from '../act-kinds.ts'
import type { WireTimelineAct } from '../wire.ts'
import type { Session } from './session.ts'

/** So many acts of one lesson are shown; a lesson of two hundred phones has fewer. */
const MOST = 5000
const LONGEST = 80

interface Row {
  readonly id: string
  readonly at: string
  readonly kind: ActKindName
  readonly student: string | null
  readonly activity: string | null
  readonly correct: boolean | null
  readonly body: Readonly<Record<string, unknown>>
}

/** What happened in a lesson, in the order in which it happened. */
export async function timelineOf(tx: Tx, session: Session): Promise<WireTimelineAct[]> {
  const rows = await tx.run<Row>(sql`
    SELECT a.id, a.happened_at AS at, a.kind, s.name AS student, coalesce(nullif(v.title, ''), v.kind) AS activity, a.correct, a.body
    FROM classroom_acts a
    LEFT JOIN records.students s ON s.college_id = a.college_id AND s.id = a.student_id
    LEFT JOIN classroom_activities v ON v.college_id = a.college_id AND v.id = a.activity_id
    WHERE a.college_id = ${tx.collegeId} AND a.session_id = ${session.id}
    ORDER BY a.happened_at, a.id LIMIT ${MOST}`)
  return rows.map(({ body, ...row }) => ({ ...row, words: wordsOf(body) }))
}

/** What an act says of itself, in a few words that need no translation. */
function wordsOf(body: Row['body']): string {
  const said = body['answer'] ?? body['text'] ?? body['reason'] ?? body['note'] ?? body['points'] ?? ''
  const text = typeof said === 'string' ? said : JSON.stringify(said).replaceAll(/["[\]{}]/g, '')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
