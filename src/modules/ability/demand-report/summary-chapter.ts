import { bulletList, doc, listItem, type ListItemNode } from '../../../language/document.ts'
import type { WireMatchedSkill } from '../wire.ts'
import type { Facts } from './facts.ts'
import { type Maker, p } from './maker.ts'
import { coverageAdded } from './plan-chapter.ts'
import { namesOf, skillAdded, type Texts, wholeAdded } from './said.ts'

/** What a dean reads first, and what is left to decide. Its figures are those of the chapters. */
export function summaryChapter(maker: Maker, facts: Facts): Texts {
  const { demand, match, plan } = facts
  const all = wholeAdded(maker, facts)
  const hard = demand.skills.filter(({ kind }) => kind !== 'soft').slice(0, 3)
  const of = (state: WireMatchedSkill['state']) => match.skills.filter((one) => one.state === state)
  const [missing, thin] = [of('missing'), of('thin')]
  const first = missing[0]
  const coverage = coverageAdded(maker, facts)
  const items: ListItemNode[] = [
    listItem(
      p`需求：本专业面向的职业有${all}招聘信息${[hard.length === 0 ? '。' : `；要求最多的能力是${namesOf(hard.map(({ skill }) => skill))}，`]}${hard[0] ? skillAdded(maker, facts, hard[0]).percent : ['']}${[hard[0] ? `的招聘信息要求“${hard[0].skill}”。` : '']}`,
    ),
    ...(coverage === null
      ? []
      : [
          listItem(
            p`覆盖：方案“${[plan.name || '所附文字']}”已覆盖的能力占需求的${coverage.share}，触及${coverage.touched}。`,
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          listItem(
            p`缺口：方案没有写到的能力中，要求最多的是“${[first.skill]}”，有${skillAdded(maker, facts, first).n}招聘信息要求；其次为${[
              namesOf(
                missing.slice(1).map(({ skill }) => skill),
                5,
              ) || '无',
            ]}。`,
          ),
        ]),
    ...(thin.length === 0
      ? []
      : [
          listItem(
            p`薄弱：${[
              namesOf(
                thin.map(({ skill }) => skill),
                6,
              ),
            ]}，方案只写到上位内容。`,
          ),
        ]),
    ...(match.outdated.length === 0
      ? []
      : [
          listItem(
            p`可精简：${[
              namesOf(
                match.outdated.map(({ skill }) => skill),
                6,
              ),
            ]}，方案写到而少有岗位要求。`,
          ),
        ]),
  ]
  const adds = match.advice.filter(({ kind }) => kind === 'add')
  const decisions: ListItemNode[] = [
    ...adds
      .slice(0, 5)
      .map(({ skill, courses }) =>
        listItem(
          p`是否${[courses.length === 0 ? '新开课程或选修模块' : `在“${courses[0]!.slice(0, 30)}”中`]}增设“${[skill]}”。`,
        ),
      ),
    ...(thin.length === 0
      ? []
      : [
          listItem(
            p`由任课教师确认${[
              namesOf(
                thin.map(({ skill }) => skill),
                6,
              ),
            ]}是否实际在教，并写入课程标准。`,
          ),
        ]),
    ...(match.outdated.length === 0
      ? []
      : [
          listItem(
            p`逐项核对${[
              namesOf(
                match.outdated.map(({ skill }) => skill),
                6,
              ),
            ]}的去留。`,
          ),
        ]),
    listItem(p`导入新的招聘信息后重新生成本报告，与这一次比较。`),
  ]
  return {
    summary: doc(
      p`本报告由招聘信息和培养方案计算而成，说明“${[plan.name || '本专业']}”面向的岗位要什么、方案有什么、还差什么、可以怎样改。报告中的每个数字都可打开，看到它所依据的招聘信息或课程。`,
      bulletList(...items),
    ),
    conclusion: doc(
      p`岗位的要求在变，方案的调整要有依据、有取舍。根据以上各章，建议在专业建设委员会讨论以下事项。`,
      bulletList(...decisions),
      p`以上事项应与用人企业、毕业生和任课教师的意见一并考虑；招聘信息只是其中一方面的依据。`,
    ),
  }
}
