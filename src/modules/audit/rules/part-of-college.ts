import { statementsOf } from '../understanding/statements.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * A name without what writers put in or leave out: 服务地方企业 and 技术服务企业, 行业类赛项 and 行业技能大赛. Loose, and so only
 * for what must be no more than the whole.
 */
const plainOf = (key: string): string =>
  key
    .replace(/(职业院校|学生)?(技能)?(大赛|竞赛|赛项|比赛)/g, '赛')
    .replace(/地方|区域|社会|技术(?=服务|推广|开发|转化)|类(?=赛)|[各中小]类?型?(?=企业)/g, '')

/**
 * What a group of majors or a department has is part of what the college has.
 * Example: the college serves 90 firms with its techniques, one group of majors 156.
 */
export const partOfCollege: AuditRule = {
  name: 'part-of-college',
  kind: 'order',
  reason: { zh: '学校的数量不小于其一部分的数量', en: 'A college has no less than one of its parts' },
  wrong:
    '# 一、学校层面建设情况\n\n学校完成新技术推广项目 12 项，成效良好。\n\n# 二、专业群层面建设情况\n\n完成新技术推广项目 18 项，成效良好。\n',
  right:
    '# 一、学校层面建设情况\n\n学校完成新技术推广项目 12 项，成效良好。\n\n# 二、专业群层面建设情况\n\n完成新技术推广项目 8 项，成效良好。\n',
  check: (understood) => {
    const all = statementsOf(understood).filter(
      (s) =>
        s.from === 'prose' &&
        s.closeness === 'exact' &&
        s.name.key.length >= 4 &&
        !s.isPart &&
        s.unitClass !== '%' &&
        !/均|率|比/.test(s.label),
    )
    const wholes = all.filter((s) => s.scope === '')
    return all.flatMap((part) => {
      if (!/^专业群|^二级学院/.test(part.scope)) return []
      const whole = wholes.filter(
        (s) =>
          plainOf(s.name.key) === plainOf(part.name.key) &&
          s.name.level === part.name.level &&
          s.unitClass === part.unitClass &&
          s.isNew === part.isNew &&
          s.year === part.year,
      )
      if (whole.length !== 1 || part.value.lte(whole[0]!.value)) return []
      const [w] = whole
      return [
        finding({
          kind: 'order',
          severity: 'notable',
          confidence: 0.7,
          zh: `“${part.label}”在${part.scope}为 ${part.printed}，在全校为 ${w!.printed}`,
          en: `"${part.label}" is ${part.printed} for a part of the college (${part.scope}), ${w!.printed} for the whole`,
          arithmetic: `${part.printed} > ${w!.printed}`,
          values: [part.printed, w!.printed],
          places: [part.place, w!.place],
          explanations: [EXPLANATIONS.definition, EXPLANATIONS.period],
        }),
      ]
    })
  },
}
