import { currentLesson, judgedByItem, presentIn } from '../inside/class-facts.ts'
import { changeOfShare } from '../inside/statistics.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LEAST_UNOPENED = 5

/** Those who got an item wrong had opened the preview less often than those who got it right. */
export const previewUnopened: AdviceRule = {
  name: 'preview-unopened',
  label: { zh: '没有预习的学生集中做错', en: 'Wrong where the preview was not opened' },
  reason: {
    zh: '做错的学生中没有打开预习的明显多于做对的学生：差的是课前准备，不一定是课上讲解。只有两组的差别超出偶然才提示。',
    en: 'Among those who were wrong clearly more had not opened the preview: it may be preparation that lacks, not the explanation. Said only where the difference is beyond chance.',
  },
  source: {
    zh: '差异区间：Newcombe (1998) 方法 10；最少人数由平台约定',
    en: 'Interval of the difference: Newcombe (1998), method 10; least numbers laid down by the platform',
  },
  evidence: {
    zh: '{wrong} 人做错第 {place} 题，其中 {unopened} 人没有打开预习；做对的 {right} 人中没有打开的是 {others} 人',
    en: '{wrong} students got item {place} wrong, {unopened} of them had not opened the preview; of the {right} who got it right {others} had not',
  },
  proposal: {
    zh: '下次课前一天提醒未打开预习的学生，或在课前 3 分钟用一道预习题检查。',
    en: 'Remind those who have not opened the preview the day before, or begin with one question on it.',
  },
  example: {
    zh: '12 人做错第 3 题，其中 7 人没有打开预习；做对的 34 人中没有打开的是 4 人',
    en: '12 students got item 3 wrong, 7 of them had not opened the preview; of the 34 who got it right 4 had not',
  },
  least: 20,
  find(facts) {
    const lesson = currentLesson(facts)
    const { previewed } = lesson
    if (!previewed) return []
    const found = [...judgedByItem(lesson).values()].flatMap((answers) => {
      const wrong = answers.filter(({ isCorrect }) => !isCorrect)
      const right = answers.filter(({ isCorrect }) => isCorrect)
      const unopened = wrong.filter(({ student }) => !previewed.has(student))
      if (answers.length < this.least || unopened.length < LEAST_UNOPENED || right.length < LEAST_UNOPENED) return []
      const others = right.filter(({ student }) => !previewed.has(student)).length
      const { change, low } = changeOfShare(
        { hits: others, of: right.length },
        { hits: unopened.length, of: wrong.length },
      )
      return low.lte(0) ? [] : [{ answers, wrong, right, unopened, others, change }]
    })
    // The plainest of several: they tell of the same preview.
    const [best] = found.toSorted((a, b) => b.change.cmp(a.change))
    if (!best) return []
    return [
      {
        key: '',
        words: {
          wrong: best.wrong.length,
          place: best.answers[0]!.place,
          unopened: best.unopened.length,
          right: best.right.length,
          others: best.others,
        },
        students: best.unopened.map(({ student }) => student),
        acts: best.answers.map(({ act }) => act),
      },
    ]
  },
  measure: {
    label: { zh: '到课学生中打开预习的比例', en: 'Share of those present who had opened the preview' },
    of: ({ lesson }) => {
      const present = presentIn(lesson)
      return lesson.previewed && shareOf(present.filter((id) => lesson.previewed!.has(id)).length, present.length)
    },
  },
}
