/** The classroom for other modules: acts of teaching and learning, and who belongs to a lesson. */
export { ACT_KINDS, type ActKindName } from './act-kinds.ts'
export { type ActContext, type NewAct, recordActs } from './acts.ts'
export { findLesson, type Lesson, rosterOf, type RosterStudent, studentOf, teacherOf } from './roster.ts'
