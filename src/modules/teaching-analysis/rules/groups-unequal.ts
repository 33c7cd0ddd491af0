import { type ActivityFacts, activeIn, currentLesson } from '../inside/class-facts.ts'
import { type AdviceRule, shareOf } from './advice-rule.ts'

const LEAST_MEMBERS = 3

const silentOf = (groups: ActivityFacts['groups'], active: ReadonlySet<string>) =>
  groups.map((members) => members.filter((id) => !active.has(id)))

/** In one group all took part, in another less than half. */
export const groupsUnequal: AdviceRule = {
  name: 'groups-unequal',
  label: { zh: '小组参与不均', en: 'Groups take part unequally' },
  reason: {
    zh: '有的小组人人动手，有的小组多数人旁观：分组或分工需要调整。',
    en: 'In some groups all work, in others most look on: groups or tasks need to change.',
  },
  source: {
    zh: 'Johnson & Johnson (1999) 关于个体责任；一半由平台约定',
    en: 'Johnson & Johnson (1999) on individual accountability; one half laid down by the platform',
  },
  evidence: {
    zh: '“{title}”{groups} 个小组中，{full} 个组人人参与，{weak} 个组参与不到一半（{silent} 人没有任何参与）',
    en: '"{title}": in {full} of {groups} groups all took part, in {weak} less than half ({silent} students did nothing)',
  },
  proposal: {
    zh: '给每人一个角色（操作、记录、检查、汇报），下次重新随机分组。',
    en: 'Give everybody a role (do, note, check, report), and draw the groups again next time.',
  },
  example: {
    zh: '“均衡方案讨论”8 个小组中，3 个组人人参与，2 个组参与不到一半（7 人没有任何参与）',
    en: '"均衡方案讨论": in 3 of 8 groups all took part, in 2 less than half (7 students did nothing)',
  },
  least: 10,
  find(facts) {
    const lesson = currentLesson(facts)
    const active = activeIn(lesson)
    return lesson.activities.flatMap(({ id, title, groups: all }) => {
      const groups = all.filter((members) => members.length >= LEAST_MEMBERS)
      if (groups.reduce((sum, members) => sum + members.length, 0) < this.least) return []
      const silent = silentOf(groups, active)
      const full = silent.filter((idle) => idle.length === 0).length
      const weak = silent.filter((idle, i) => idle.length * 2 > groups[i]!.length)
      if (full === 0 || weak.length === 0) return []
      const idle = weak.flat()
      const members = new Set(groups.flat())
      return [
        {
          key: id,
          words: { title, groups: groups.length, full, weak: weak.length, silent: idle.length },
          students: idle,
          acts: lesson.parts
            .filter(({ student, kind }) => kind !== 'grouped' && members.has(student))
            .map(({ act }) => act),
        },
      ]
    })
  },
  measure: {
    label: { zh: '小组成员中有参与的比例', en: 'Share of group members who took part' },
    of: ({ lesson }) => {
      const members = [...new Set(lesson.activities.flatMap(({ groups }) => groups.flat()))]
      const active = activeIn(lesson)
      return shareOf(members.filter((id) => active.has(id)).length, members.length)
    },
  },
}
