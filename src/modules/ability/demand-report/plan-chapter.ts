import { chart, doc, recordTable } from '../../../language/document.ts'
import type { WireMatchedSkill } from '../wire.ts'
import type { BehindRow } from './behind.ts'
import type { Facts } from './facts.ts'
import {
  cell,
  chartAdded,
  column,
  COUNT,
  countAdded,
  linkTo,
  type Maker,
  otherAdded,
  p,
  rowsAdded,
  SHARE,
  shareAdded,
  tableAdded,
} from './maker.ts'
import { KIND_WORDS, namesOf, narrowed, skillAdded, type Texts } from './said.ts'

/** The words of the plan that name a skill. */
export const itemRows = ({ items }: Facts, skill: string): BehindRow[] =>
  (items.get(skill) ?? []).map(({ course, label, text }) => ({ label: course === '' ? label : course, text }))

/** How many places of the plan name a skill, each with its words. */
export const placesAdded = (maker: Maker, facts: Facts, skill: string): string =>
  rowsAdded(maker, `plan.${skill}.places`, `方案中写到“${skill}”的内容`, '处', itemRows(facts, skill))

const PLACES = { align: 'decimal', unit: { zh: '处', en: 'places' } } as const

/** Skills asked, by what the plan gives of them, with the evidence of both sides. */
export function planChapter(maker: Maker, facts: Facts): Texts {
  const { match, plan } = facts
  const of = (state: WireMatchedSkill['state']) => match.skills.filter((one) => one.state === state)
  const [covered, thin, missing] = [of('covered'), of('thin'), of('missing')]
  return {
    'plan.about': aboutSection(maker, facts, { covered, thin, missing }),
    'plan.covered': doc(
      ...(covered.length === 0
        ? [p`方案中没有写到岗位所要求的能力。若方案没有写明课程内容，请先补充知识点，再重新生成本报告。`]
        : [
            p`下列能力岗位有要求，方案也写到了。“岗位”两列可打开招聘信息的原文，“方案”一列可打开写到它的课程或条目。写到不等于教会：教到什么程度，仍需任课教师判断。`,
            recordTable(stateTable(maker, facts, 'covered', '岗位要求且方案已覆盖的能力', 'Covered', covered)),
          ]),
    ),
    'plan.thin': doc(
      ...(thin.length === 0
        ? [p`没有只写到上位概念、未写到具体能力的情形。`]
        : [
            p`下列能力岗位点名要求，方案只写到比它宽的内容，没有点名。应当由任课教师确认是否实际在教；在教的，在课程标准中写明，没有教的，充实相应课程。`,
            recordTable(stateTable(maker, facts, 'thin', '方案只写到上位内容的能力', 'Thin', thin)),
          ]),
    ),
    'plan.missing': doc(
      ...(missing.length === 0
        ? [p`要求占比达到百分之二的能力，方案都已写到。`]
        : [
            p`下列能力岗位有要求，方案没有写到，也没有写到比它宽的内容。占比高、写明“必须具备”的，应当优先考虑。`,
            recordTable(stateTable(maker, facts, 'missing', '岗位要求而方案缺失的能力', 'Missing', missing)),
          ]),
    ),
    'plan.outdated': outdatedSection(maker, facts),
  }

  function aboutSection(
    making: Maker,
    of_: Facts,
    { covered: yes, thin: some, missing: no }: Record<WireMatchedSkill['state'], readonly WireMatchedSkill[]>,
  ) {
    const counts = (['covered', 'thin', 'missing'] as const).map((state) => {
      const words = { covered: '已覆盖', thin: '薄弱', missing: '缺失' }[state]
      const rows = { covered: yes, thin: some, missing: no }[state]
      return {
        words,
        code: rowsAdded(
          making,
          `state.${state}`,
          `${words}的能力`,
          '项',
          rows.map(({ skill, n, share }) => ({
            label: skill,
            text: `${n} 条招聘信息，占 ${share.percent}%`,
            to: linkTo(`skill.${skill}.n`),
          })),
        ),
      }
    })
    const coverage = coverageAdded(making, of_)
    const items = rowsAdded(
      making,
      'plan.items',
      '方案中读到的条目',
      '条',
      plan.items.map(({ course, label, text }) => ({ label: course === '' ? label : course, text })),
    )
    const name = chartAdded(making, 'states-chart', {
      caption: { zh: '岗位要求的能力在方案中的情况', en: 'Skills by state' },
      kind: 'pie',
      categories: counts.map(({ words }) => ({ zh: words })),
      series: [{ label: { zh: '能力', en: 'Skills' }, codes: counts.map(({ code }) => code) }],
      unit: { zh: '项', en: 'skills' },
    })
    const [a, b, c] = counts
    return doc(
      p`对照的方案是“${[plan.name || '所附文字']}”，共读到${items}，包括课程、知识点或方案中的语句，全文列在附录三。取至少百分之二的招聘信息要求的专业能力（不含职业素养）与方案对照：已覆盖${a!.code}，薄弱${b!.code}，缺失${c!.code}。`,
      chart(name),
      ...(coverage === null
        ? []
        : [
            p`按需求量计算，覆盖率为${coverage.share}：各项能力被要求的次数合计${coverage.all}次，其中方案已覆盖的能力${coverage.covered}次；连同薄弱的能力，触及${coverage.touched}。被要求得多的能力，在覆盖率中所占的分量也大。`,
          ]),
    )
  }
}

interface CoverageCodes {
  readonly share: string
  readonly touched: string
  readonly covered: string
  readonly all: string
}

/** Of the demand for the skills listed, how much the plan covers. */
export function coverageAdded(maker: Maker, facts: Facts): CoverageCodes | null {
  const { coverage, skills } = facts.match
  if (coverage === null) return null
  const names = (states: readonly WireMatchedSkill['state'][]) =>
    skills.filter(({ state }) => states.includes(state)).map(({ skill }) => skill)
  const among = names(['covered', 'thin', 'missing'])
  const of = narrowed(facts)
  const times = (code: string, label: string, own: readonly string[], n: number) =>
    otherAdded(
      maker,
      code,
      {
        label: { zh: label },
        value: String(n),
        unit: null,
        rows: n,
        definition: {
          zh: '招聘信息每要求其中一项能力计一次；一条招聘信息要求几项就计几次。',
          en: 'An advertisement counts once for each of these skills that it asks for.',
        },
      },
      { kind: 'mentions', skills: own, of },
    )
  const share = (code: string, label: string, own: readonly string[], value: string, n: number) =>
    otherAdded(
      maker,
      code,
      {
        label: { zh: label },
        value,
        unit: { zh: '%', en: '%' },
        rows: n,
        definition: {
          zh: '方案写到的能力被要求的次数之和 ÷ 所列全部能力被要求的次数之和 × 100。',
          en: 'Demand for the skills that the plan names ÷ demand for all skills listed × 100.',
        },
      },
      { kind: 'mention-share', skills: own, among, of },
    )
  const covered = names(['covered'])
  const touched = names(['covered', 'thin'])
  const touchedTimes = skills.reduce((sum, { n, state }) => sum + (state === 'missing' ? 0 : n), 0)
  return {
    share: share('coverage.share', '方案对需求的覆盖率', covered, coverage.percent, coverage.covered),
    touched: share('coverage.touched', '方案对需求的触及率', touched, coverage.touched, touchedTimes),
    covered: times('coverage.covered', '已覆盖的能力被要求的次数', covered, coverage.covered),
    all: times('coverage.mentions', '所列能力被要求的次数', among, coverage.mentions),
  }
}

function stateTable(
  maker: Maker,
  facts: Facts,
  state: WireMatchedSkill['state'],
  zh: string,
  en: string,
  skills: readonly WireMatchedSkill[],
): string {
  const asked = { zh: '岗位', en: 'Work' }
  const plan = { zh: '方案', en: 'Plan' }
  const named = (one: WireMatchedSkill) => (state === 'thin' ? one.through! : one.skill)
  return tableAdded(
    maker,
    `plan-${state}`,
    { zh, en },
    [
      column('skill', '能力', 'Skill'),
      // A thin one needs the room for what is named instead.
      ...(state === 'thin' ? [] : [column('kind', '种类', 'Kind')]),
      column('n', '招聘信息', 'Advertisements', { ...COUNT, group: asked }),
      column('share', '占比', 'Share', { ...SHARE, group: asked }),
      column('must', '必须具备', 'As a must', { ...COUNT, group: asked }),
      ...(state === 'missing'
        ? []
        : [
            ...(state === 'thin' ? [column('through', '写到的上位内容', 'Wider', { group: plan })] : []),
            column('places', '写到', 'Places', { ...PLACES, group: plan }),
            column('where', '所在课程或条目', 'Where', { group: plan }),
          ]),
    ],
    skills.map((one) => {
      const { n, percent, must } = skillAdded(maker, facts, one)
      const where = [...new Set(itemRows(facts, named(one)).map(({ label }) => label))]
      return [
        one.skill,
        ...(state === 'thin' ? [] : [KIND_WORDS[one.kind]?.zh ?? one.kind]),
        ...[n, percent, must].map((code) => cell(maker, code)),
        ...(state === 'missing'
          ? []
          : [
              ...(state === 'thin' ? [named(one)] : []),
              cell(maker, placesAdded(maker, facts, named(one))),
              namesOf(
                where.map((label) => label.slice(0, 30)),
                2,
              ),
            ]),
      ]
    }),
  )
}

function outdatedSection(maker: Maker, facts: Facts) {
  const { outdated } = facts.match
  if (outdated.length === 0)
    return doc(p`没有方案写到而岗位几乎不要求的能力，或招聘信息太少（不足二百条），不作这一判断。`)
  const rows = outdated.map(({ skill, n }) => {
    const of = narrowed(facts, { skills: [skill] })
    const label = `要求“${skill}”的招聘信息`
    return [
      skill,
      cell(maker, countAdded(maker, `skill.${skill}.n`, label, of, n)),
      cell(maker, shareAdded(maker, `skill.${skill}`, label, of, narrowed(facts), n, facts.demand.n).percent),
      cell(maker, placesAdded(maker, facts, skill)),
      namesOf(
        [...new Set(itemRows(facts, skill).map((one) => one.label))].map((one) => one.slice(0, 30)),
        2,
      ),
    ]
  })
  const name = tableAdded(
    maker,
    'plan-outdated',
    { zh: '方案写到而少有岗位要求的内容', en: 'Hardly asked' },
    [
      column('skill', '内容', 'Content'),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('share', '占比', 'Share', SHARE),
      column('places', '方案写到', 'Places', PLACES),
      column('where', '所在课程或条目', 'Where'),
    ],
    rows,
  )
  return doc(
    p`下列内容方案写到了，而要求它的招聘信息不到千分之三。少有岗位点名，不等于没有用：基础理论、升学所需和后续课程的先修内容，招聘信息很少写明。请逐项判断是保留、精简，还是换成岗位正在使用的工具和方法。`,
    recordTable(name),
  )
}
