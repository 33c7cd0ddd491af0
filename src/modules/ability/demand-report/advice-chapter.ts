import { doc, recordTable } from '../../../language/document.ts'
import { ADVICE_LOOKED_AT } from '../inside/advice.ts'
import type { WireAdvice } from '../wire.ts'
import type { Facts } from './facts.ts'
import {
  cell,
  column,
  COUNT,
  countAdded,
  linkTo,
  type Maker,
  p,
  rowsAdded,
  SHARE,
  shareAdded,
  tableAdded,
} from './maker.ts'
import { placesAdded } from './plan-chapter.ts'
import { namesOf, narrowed, type Texts } from './said.ts'

const COURSES = 40
const courseWords = (courses: readonly string[]) =>
  courses.length === 0
    ? '没有相近的课程，可新开课或开设选修'
    : namesOf(
        courses.map((one) => one.slice(0, 30)),
        3,
      )

/** What to change in a plan, and course by course what that rests on. */
export function adviceChapter(maker: Maker, facts: Facts): Texts {
  const { advice } = facts.match
  const of = (kind: WireAdvice['kind']) => advice.filter((one) => one.kind === kind)
  const asked = ({ skill, n }: WireAdvice) => {
    const filter = narrowed(facts, { skills: [skill] })
    const label = `要求“${skill}”的招聘信息`
    return [
      cell(maker, countAdded(maker, `skill.${skill}.n`, label, filter, n ?? 0)),
      cell(maker, shareAdded(maker, `skill.${skill}`, label, filter, narrowed(facts), n ?? 0, facts.demand.n).percent),
    ]
  }
  const blocks = []
  const add = of('add')
  if (add.length > 0)
    blocks.push(
      p`一、增设。下列能力岗位要求多而方案没有。建议放入的课程，是方案中与它最常一起被要求的能力所在的课程；没有相近课程的，可以新开课程或开设选修模块。`,
      recordTable(
        tableAdded(
          maker,
          'advice-add',
          { zh: '建议增设的能力', en: 'To add' },
          [
            column('skill', '能力', 'Skill'),
            column('n', '招聘信息', 'Advertisements', COUNT),
            column('share', '占比', 'Share', SHARE),
            column('course', '建议放入的课程', 'Course'),
            column('near', '依据：一同被要求的能力', 'Asked beside'),
            column('beside', '一同要求', 'Together', COUNT),
          ],
          add.map((one) => [one.skill, ...asked(one), courseWords(one.courses), ...besideCells(maker, facts, one)]),
          [
            {
              zh: '“一同要求”取要求该能力的最近两千条招聘信息（不足的取全部），不限地区。',
              en: 'Of the latest 2,000 advertisements that ask for the skill, of all places.',
            },
          ],
        ),
      ),
    )
  const upgrade = of('upgrade')
  if (upgrade.length > 0)
    blocks.push(
      p`二、充实。下列能力方案只触及上位内容，建议在所列课程中写明并训练到会用的程度。`,
      recordTable(simple('advice-upgrade', '建议充实的能力', 'To upgrade', '建议充实的课程', upgrade)),
    )
  const drop = of('drop')
  if (drop.length > 0)
    blocks.push(
      p`三、精简。下列内容少有岗位要求，建议核对是否仍为后续课程所需；不需要的，把课时让给增设的能力。`,
      recordTable(simple('advice-drop', '建议精简的内容', 'To drop', '所在课程', drop)),
    )
  const merge = of('merge')
  if (merge.length > 0)
    blocks.push(
      p`四、合并。下列成对的课程写到的能力大半相同，建议核对内容，合并或重新分工。`,
      recordTable(
        tableAdded(
          maker,
          'advice-merge',
          { zh: '建议合并或重新分工的课程', en: 'To merge' },
          [
            column('courses', '课程', 'Courses'),
            column('shared', '共同的能力', 'Shared', { align: 'decimal', unit: { zh: '项', en: 'skills' } }),
            column('skills', '能力', 'Skills'),
          ],
          merge.map(({ courses, skill }) => {
            const shared = skill.split('、')
            return [
              courses.join('、'),
              cell(
                maker,
                rowsAdded(
                  maker,
                  `merge.${courses.join('+')}`,
                  `“${courses.join('”与“')}”共同写到的能力`,
                  '项',
                  shared.map((label) => ({ label, text: courses.join('、') })),
                ),
              ),
              namesOf(shared, 6),
            ]
          }),
        ),
      ),
    )
  return {
    'advice.changes': doc(
      ...(blocks.length === 0
        ? [p`按现有的招聘信息和方案，没有需要增设、充实、精简或合并的内容。`]
        : [
            p`以下建议由程序按固定规则给出，每一项都附有依据，供专业带头人和任课教师讨论取舍；采纳与否，应当结合学生基础、课时总量和办学条件决定。`,
            ...blocks,
          ]),
    ),
    'advice.courses': coursesSection(maker, facts),
  }

  function simple(name: string, zh: string, en: string, where: string, rows: readonly WireAdvice[]): string {
    return tableAdded(
      maker,
      name,
      { zh, en },
      [
        column('skill', '能力', 'Skill'),
        column('n', '招聘信息', 'Advertisements', COUNT),
        column('share', '占比', 'Share', SHARE),
        column('course', where, 'Course'),
      ],
      rows.map((one) => [one.skill, ...asked(one), courseWords(one.courses)]),
    )
  }
}

function besideCells(maker: Maker, facts: Facts, { skill, beside }: WireAdvice) {
  if (beside === null) return ['—', '—']
  const { classes } = facts.base
  const latest = { skill, most: ADVICE_LOOKED_AT, classes }
  return [
    beside.skill,
    cell(
      maker,
      countAdded(
        maker,
        `near.${skill}.${beside.skill}`,
        `要求“${skill}”的招聘信息中同时要求“${beside.skill}”的`,
        { classes, skills: [skill, beside.skill], latest },
        beside.n,
      ),
    ),
  ]
}

/** Each course (of a plan that was sent, each sentence) with what it gives of what is asked. */
function coursesSection(maker: Maker, facts: Facts) {
  const asked = new Map(facts.match.skills.map((one) => [one.skill, one]))
  const hardly = new Map(facts.match.outdated.map((one) => [one.skill, one]))
  const courses = new Map<string, Set<string>>()
  for (const [skill, items] of facts.items)
    for (const { course, label } of items) {
      const name = course === '' ? label : course
      courses.set(name, (courses.get(name) ?? new Set()).add(skill))
    }
  const through = new Map(
    [
      ...Map.groupBy(
        facts.match.skills.filter(({ state }) => state === 'thin'),
        (one) => one.through!,
      ),
    ].map(([wide, of]) => [wide, of.map(({ skill }) => skill)]),
  )
  const rows = [...courses]
    .map(([name, skills]) => {
      const own = [...skills]
      const taught = own.flatMap((skill) => asked.get(skill) ?? [])
      return {
        name,
        taught,
        demand: taught.reduce((sum, { n }) => sum + n, 0),
        old: own.filter((skill) => hardly.has(skill)),
        upgrade: own.flatMap((skill) => through.get(skill) ?? []),
        add: facts.match.advice
          .filter(({ kind, courses: of }) => kind === 'add' && of.includes(name))
          .map(({ skill }) => skill),
      }
    })
    .toSorted((a, b) => b.demand - a.demand || (a.name < b.name ? -1 : 1))
  if (rows.length === 0) return doc(p`方案中没有一门课程或一条内容写到词典中的能力，无法逐门给出依据。`)
  // What nobody asks for and nothing is to change in stands in the appendix.
  const shown = rows
    .filter(({ taught, old, upgrade, add }) => taught.length + old.length + upgrade.length + add.length > 0)
    .slice(0, COURSES)
  const table = tableAdded(
    maker,
    'courses',
    { zh: '逐门课程：岗位要求与可以调整之处', en: 'Course by course' },
    [
      column('course', '课程或条目', 'Course'),
      column('taught', '岗位要求的能力', 'Asked', { align: 'decimal', unit: { zh: '项', en: 'skills' } }),
      column('skills', '其中要求最多的', 'Most asked'),
      column('change', '可以调整之处', 'Change'),
    ],
    shown.map(({ name, taught, old, upgrade, add }) => [
      name.slice(0, 40),
      cell(
        maker,
        rowsAdded(
          maker,
          `course.${name}`.slice(0, 100),
          `“${name.slice(0, 40)}”写到的、岗位要求的能力`,
          '项',
          taught.map(({ skill, n, share }) => ({
            label: skill,
            text: `${n} 条招聘信息要求，占 ${share.percent}%`,
            to: linkTo(`skill.${skill}.n`),
          })),
        ),
      ),
      namesOf(
        taught.toSorted((a, b) => b.n - a.n).map(({ skill }) => skill),
        3,
      ) || '—',
      [
        add.length > 0 ? `增设${namesOf(add, 3)}` : '',
        upgrade.length > 0 ? `充实${namesOf(upgrade, 3)}` : '',
        old.length > 0 ? `核对${namesOf(old, 3)}是否仍需要` : '',
      ]
        .filter(Boolean)
        .join('；') || '保持',
    ]),
  )
  const counted = rowsAdded(
    maker,
    'courses.n',
    '写到专业能力的课程或条目',
    '门',
    rows.map(({ name, taught }) => ({ label: name, text: namesOf(taught.map(({ skill }) => skill)) })),
  )
  for (const skill of new Set(shown.flatMap(({ taught }) => taught.map((one) => one.skill))))
    placesAdded(maker, facts, skill)
  return doc(
    p`方案中写到专业能力的课程或条目共${counted}。下表按它们所教能力被要求的多少排列；打开“岗位要求的能力”一列，可见逐项能力和条数，再到前一章打开招聘信息的原文。`,
    recordTable(table),
  )
}
