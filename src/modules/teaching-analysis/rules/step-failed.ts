import { currentLesson, type StepFacts } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const passed = (steps: readonly StepFacts[]) => steps.filter(({ isPassed }) => isPassed).length

/** A third or more did not pass a step of the practice. */
export const stepFailed: AdviceRule = {
  name: 'step-failed',
  label: { zh: '实训步骤多人未过', en: 'A step of the practice was failed by many' },
  reason: {
    zh: '同一步骤多人不合格，多半是示范或规程没有讲清，继续做下去有安全和质量风险。',
    en: 'Where many fail the same step, showing it or its rules was often not clear; going on risks safety and quality.',
  },
  source: { zh: '三分之一、至少 5 人：平台约定', en: 'A third, five students or more: laid down by the platform' },
  evidence: {
    zh: '步骤“{step}”检查 {n} 人，{failed} 人未通过',
    en: 'Step "{step}": {failed} of {n} checked did not pass',
  },
  proposal: {
    zh: '下次先重新示范这一步，让通过的学生带未通过的学生做一遍。',
    en: 'Show this step again first, and let those who passed do it with those who did not.',
  },
  example: {
    zh: '步骤“断电并验电”检查 23 人，9 人未通过',
    en: 'Step "断电并验电": 9 of 23 checked did not pass',
  },
  least: 10,
  find(facts) {
    return [...Map.groupBy(currentLesson(facts).steps, ({ step }) => step)].flatMap(([step, steps]) => {
      const failed = steps.filter(({ isPassed }) => !isPassed)
      if (steps.length < this.least || failed.length < 5 || failed.length * 3 < steps.length) return []
      return [
        {
          key: step,
          words: { step, n: steps.length, failed: failed.length },
          students: failed.map(({ student }) => student),
          acts: steps.flatMap(({ act }) => act ?? []),
        },
      ]
    })
  },
  measure: {
    label: { zh: '实训步骤通过的比例', en: 'Share of steps passed' },
    of: ({ lesson }, key) => {
      const same = lesson.steps.filter(({ step }) => step === key)
      const steps = same.length > 0 ? same : lesson.steps
      return shareOf(passed(steps), steps.length)
    },
  },
}
