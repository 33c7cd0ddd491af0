import type { z } from 'zod'
import { Refusal } from '../../../engine/refusal.ts'
import type { Problem } from '../../../language/register.ts'
import type { ScoringScheme } from '../../../language/scoring.ts'
import { valueProblems } from './value-problems.ts'
import { type ScoreValues, scoreValuesShape } from './values.ts'

/** What is wrong with a shape, at its place: numbers travel as decimal strings. */
const shapeProblem = ({ path, message }: z.core.$ZodIssue): Problem => ({
  field: path.join('.'),
  message: {
    zh: `${path.join('.') || '内容'} 的格式不对：数值须写成文字形式的小数，如 "97.54"（${message}）`,
    en: `${path.join('.') || 'The content'} has the wrong shape: numbers are decimal strings such as "97.54" (${message})`,
  },
})

/** Values from outside, checked against a scheme. @throws Refusal 422 with every problem at its place */
export function readValues(scheme: ScoringScheme, input: unknown): ScoreValues {
  const read = scoreValuesShape.safeParse(input)
  const problems = read.success ? valueProblems(scheme, read.data) : read.error.issues.map(shapeProblem)
  if (!read.success || problems.length > 0)
    throw new Refusal(
      'invalid',
      { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` },
      { problems },
    )
  return read.data
}
