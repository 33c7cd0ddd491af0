import { sql } from 'kysely'
import type { Tx } from '../src/database/connection.ts'
import type { Damage } from './reliability-compare.ts'
import type { Book } from './reliability-writes.ts'

/** Holds what clients were told of acts, statements and homework against what is there. */
export async function compareLearned(tx: Tx, book: Book, damage: Damage): Promise<void> {
  await compareActs(tx, book, damage)
  const kept = await tx.run<{ id: string; n: number }>(sql`
    SELECT i.id, (SELECT count(*) FROM learning_statements s WHERE s.college_id = i.college_id AND s.id = i.id) AS n
    FROM learning_statement_ids i WHERE i.college_id = ${tx.collegeId}`)
  const known = new Map(kept.map(({ id, n }) => [id, n]))
  for (const id of book.statements) if (!known.has(id)) damage.lost.push(`statement ${id}`)
  for (const [id, n] of known) {
    if (n > 1) damage.doubled.push(`statement ${id}: ${n} times`)
    if (n === 0) damage.halved.push(`the id of statement ${id} without the statement`)
  }
  await compareHandIns(tx, book, damage)
}

async function compareActs(tx: Tx, book: Book, damage: Damage): Promise<void> {
  const rows = await tx.run<{
    client: string
    n: number
    different: number
    last: number
    arrived: number
    stated: number
  }>(sql`
    SELECT c.client_id AS client, c.arrived, count(a.id) AS n, count(DISTINCT a.sequence) AS different, coalesce(max(a.sequence), 0) AS last,
      count(i.id) AS stated
    FROM classroom_clients c
    LEFT JOIN classroom_acts a ON a.college_id = c.college_id AND a.client_id = c.client_id
    LEFT JOIN learning_statement_ids i ON i.college_id = a.college_id AND i.id = a.id
    WHERE c.college_id = ${tx.collegeId} GROUP BY c.client_id, c.arrived`)
  for (const { client, n, different, last, arrived, stated } of rows) {
    if (n > different) damage.doubled.push(`window ${client}: ${n} acts under ${different} numbers`)
    if (different !== last || arrived !== last)
      damage.halved.push(`window ${client}: ${different} acts, the last is ${last}, said to have arrived: ${arrived}`)
    if (stated !== n) damage.halved.push(`window ${client}: ${n} acts, ${stated} statements of them`)
  }
  const lasts = new Map(rows.map(({ client, last }) => [client, last]))
  for (const [client, sequence] of book.acts)
    if ((lasts.get(client) ?? 0) < sequence) damage.lost.push(`act ${sequence} of window ${client}`)
}

async function compareHandIns(tx: Tx, book: Book, damage: Damage): Promise<void> {
  const rows = await tx.run<{ task: string; student: string; n: number; text: string; acts: number }>(sql`
    SELECT h.task_id AS task, h.student_id AS student, count(*) AS n, min(h.text) AS text, (
      SELECT count(*) FROM classroom_acts a WHERE a.college_id = ${tx.collegeId} AND a.kind = 'handed-in' AND a.student_id = h.student_id
        AND a.activity_id = h.task_id) AS acts
    FROM coursework_hand_ins h WHERE h.college_id = ${tx.collegeId} GROUP BY h.task_id, h.student_id`)
  for (const { task, n, acts } of rows) {
    if (n > 1) damage.doubled.push(`homework of task ${task}: handed in ${n} times`)
    if (acts !== n) damage.halved.push(`homework of task ${task}: handed in ${n} times, ${acts} acts`)
  }
  const byTask = new Map(rows.map((row) => [row.task, row]))
  for (const [task, { student, text }] of book.handIns) {
    const row = byTask.get(task)
    if (row?.student !== student || row.text !== text) damage.lost.push(`homework of task ${task}`)
  }
}
