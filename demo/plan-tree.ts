import { officersOf, staffNumbersOf } from './college.ts'
import { type DemoContext, spread } from './context.ts'
import { AS_OF, type Board, FROM, type Level, LEVELS, STEPS } from './plan-outline.ts'
import { daysAfter } from './shares.ts'

/** One task of the demo's plan. Its number is its key in the register plan-tasks. */
export interface PlanTask {
  readonly number: string
  readonly name: string
  readonly level: Level
  readonly kind: 'board' | 'task' | 'sub-task' | 'leaf'
  readonly parent: string | null
  readonly unit: string
  /** Staff number. */
  readonly owner: string
  readonly from: string
  readonly to: string
}

const two = (n: number) => String(n).padStart(2, '0')
/** The demo's teacher has something to fill in. */
const TEACHER = 'T0200'

/** Every task of the plan, parents before children. */
export function planTree(demo: DemoContext): readonly PlanTask[] {
  return LEVELS.flatMap((level) => {
    const sizes = spread(
      level.leaves,
      level.boards.reduce((sum, { tasks }) => sum + tasks.length, 0),
    )
    return level.boards.flatMap((board, b) => {
      const own = board.tasks.map(() => sizes.shift()!)
      return boardTasks(demo, level, board, `DH-${level.letter}${two(b + 1)}`, own)
    })
  })
}

function boardTasks(
  demo: DemoContext,
  level: Level,
  board: Board,
  number: string,
  sizes: readonly number[],
): readonly PlanTask[] {
  const random = demo.random(`plan/${number}`)
  const staff = staffNumbersOf(board.unit)
  const common = { level, unit: board.unit, owner: officersOf(board.unit).head, from: FROM, to: AS_OF }
  const tasks = board.tasks.flatMap((name, t): PlanTask[] => {
    const taskNumber = `${number}-${t + 1}`
    // The school's tasks have sub-tasks, the group's have leaves directly below them.
    const halves = level.key === 'school' ? ['制度与条件', '实施与成效'] : []
    const subTasks = halves.map((half, h): PlanTask => ({
      ...common,
      number: `${taskNumber}-${'AB'[h]}`,
      name: `${name}：${half}`,
      kind: 'sub-task',
      parent: taskNumber,
    }))
    const size = sizes[t]!
    const leaves = Array.from({ length: size }, (_, i): PlanTask => {
      // The last leaf is always the last step, so that something of every task is due at the mid-term.
      const [step, to] = STEPS[i === size - 1 ? STEPS.length - 1 : i]!
      return {
        ...common,
        number: `${taskNumber}-${two(i + 1)}`,
        name: `${name}：${step}`,
        kind: 'leaf',
        parent: subTasks.length === 0 ? taskNumber : subTasks[i < size / 2 ? 0 : 1]!.number,
        owner: board.unit === 'automotive' && t === 0 ? TEACHER : random.pick(staff),
        from: [FROM, daysAfter(to, -180)].sort().at(-1)!,
        to,
      }
    })
    return [{ ...common, number: taskNumber, name, kind: 'task', parent: number }, ...subTasks, ...leaves]
  })
  return [{ ...common, number, name: board.name, kind: 'board', parent: null }, ...tasks]
}
