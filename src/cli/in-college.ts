import { StartError } from '../database/start-error.ts'
import { type College, listColleges } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'
import { Refusal } from '../engine/refusal.ts'
import { openEngine } from '../server/open.ts'
import { readSettings, type Settings } from '../server/settings.ts'

export interface ChosenCollege {
  readonly engine: Engine
  readonly settings: Settings
  readonly college: College
}

/**
 * Runs a command on one college, with or without a running server: the database is opened, and closed again.
 * @param code the college's code; may be absent when there is exactly one
 * @throws StartError that says which colleges there are
 */
export async function inChosenCollege(
  code: string | undefined,
  work: (chosen: ChosenCollege) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env)
  const { engine, close } = await openEngine(settings, (line) => console.error(line))
  try {
    await work({ engine, settings, college: choose(await listColleges(engine), code) })
  } catch (error) {
    throw error instanceof Refusal ? explained(error) : error
  } finally {
    await close()
  }
}

function choose(colleges: readonly College[], code: string | undefined): College {
  const known = colleges.map((c) => `${c.code}（${c.name}）`).join('、')
  if (colleges.length === 0)
    throw new StartError(
      '这里还没有学校。请运行 bin/jiangxin college add 新建，或运行 npm start（首次启动会载入演示学院）。',
      'There is no college here yet: make one with bin/jiangxin college add, or run npm start (the first start loads the demo college).',
    )
  const found =
    code === undefined ? (colleges.length === 1 ? colleges[0] : undefined) : colleges.find((c) => c.code === code)
  if (found) return found
  if (code === undefined)
    throw new StartError(
      `这里有多所学校，请用 --college 选择：${known}`,
      `There are several colleges; choose with --college: ${known}`,
    )
  throw new StartError(
    `没有代码为“${code}”的学校，现有：${known}`,
    `There is no college "${code}". There are: ${known}`,
  )
}

/** What the engine refuses is what the person can mend: said without a stack. */
function explained(error: Refusal): StartError {
  const problems = (error.details.problems ?? []).map((p) => `\n  - ${p.message.zh} / ${p.message.en}`).join('')
  return new StartError(error.label.zh + problems, error.label.en, { cause: error })
}
