import { doc, recordTable } from '../../../language/document.ts'
import { isOfIndustry } from '../inside/fit.ts'
import { classNameOf } from '../inside/demand.ts'
import type { Facts } from './facts.ts'
import {
  cell,
  column,
  COUNT,
  countAdded,
  type Maker,
  otherAdded,
  p,
  rowsAdded,
  SHARE,
  shareAdded,
  tableAdded,
} from './maker.ts'
import { namesOf, type Texts } from './said.ts'

/** How the major, and all majors of the college, fit the industries of the city, with the definitions. */
export function fitChapter(maker: Maker, facts: Facts): Texts {
  const { fit, base, match } = facts
  const city = base.city === undefined ? {} : { city: base.city }
  const classes = match.occupations.map(({ key }) => key)
  const rows = fit.industries.map((industry) => {
    const served = industry.classes.filter((one) => classes.includes(one))
    const meant = facts.cells.filter((one) => classes.includes(one.key) && isOfIndustry(industry, one))
    return { ...industry, served, meant: meant.reduce((sum, one) => sum + one.n, 0) }
  })
  const serving = rows.filter(({ served }) => served.length > 0)
  const table = tableAdded(
    maker,
    'industries',
    { zh: '城市产业的招聘需求与本专业的对应', en: 'Industries of the city' },
    [
      column('name', '产业', 'Industry'),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('meant', '其中本专业面向的职业', 'For this major', COUNT),
      column('share', '占比', 'Share', SHARE),
      column('majors', '全校对应的专业', 'Majors'),
    ],
    rows.map(({ name, classes: own, codes, n, meant: k, majors }) => {
      const all = { ...city, industries: [{ classes: own, codes }] }
      const meant = { ...all, classes }
      return [
        name,
        cell(maker, countAdded(maker, `industry.${name}.n`, `产业“${name}”的招聘信息`, all, n)),
        ...(k === 0
          ? ['—', '—']
          : [
              cell(
                maker,
                countAdded(maker, `industry.${name}.meant`, `“${name}”中本专业面向的职业的招聘信息`, meant, k),
              ),
              cell(
                maker,
                shareAdded(maker, `industry.${name}`, `“${name}”中本专业面向的职业`, meant, all, k, n).percent,
              ),
            ]),
        namesOf(majors, 5) || '没有',
      ]
    }),
    fit.isShipped
      ? [
          {
            zh: '学校尚未列出本市的产业，这里用随系统提供的通用清单。',
            en: 'The shipped list: the college has none of its own.',
          },
        ]
      : [],
  )
  const served = rowsAdded(
    maker,
    'industries.served',
    '本专业服务的产业',
    '个',
    serving.map(({ name, served: own }) => ({ label: name, text: own.map(classNameOf).join('、') })),
  )
  const listed = rowsAdded(
    maker,
    'industries.listed',
    '所列的城市产业',
    '个',
    rows.map(({ name, classes: own, codes }) => ({
      label: name,
      text: [...own.map(classNameOf), ...codes].join('、'),
    })),
  )
  return {
    'fit.major': doc(
      p`一个专业服务一个产业，是指该专业按《职业教育专业目录》面向的职业小类中，至少有一个在这个产业中就业。所列${listed}产业中，本专业服务${served}${[serving.length === 0 ? '' : `：${namesOf(serving.map(({ name }) => name))}`]}。`,
      recordTable(table),
    ),
    'fit.college': collegeSection(maker, facts),
  }
}

function collegeSection(maker: Maker, { fit, base }: Facts) {
  const city = base.city === undefined ? {} : { city: base.city }
  if (fit.majors.length === 0) return doc(p`学校的专业库中没有在办的专业，无从计算契合度。`)
  const fitting = fit.majors.filter(({ industries }) => industries.length > 0)
  const byMajors = otherAdded(
    maker,
    'fit.by-majors',
    {
      label: { zh: '专业契合度（按专业）' },
      value: fit.byMajors.percent,
      unit: { zh: '%', en: '%' },
      rows: fitting.length,
      definition: {
        zh: '至少服务一个所列产业的在办专业数 ÷ 面向职业已知的在办专业数 × 100。',
        en: 'Majors that serve an industry listed ÷ majors that run and whose occupations are known × 100.',
      },
    },
    {
      kind: 'row-share',
      rows: fitting.map(({ name, code, industries, id }) => ({
        label: `${name}（${code}）`,
        text: industries.join('、'),
        to: `/registers/majors/${id}`,
      })),
      whole: fit.majors.length,
    },
  )
  const count = (code: string, label: string, majors: typeof fit.majors) =>
    rowsAdded(
      maker,
      code,
      label,
      '个',
      majors.map(({ id, name, code: of, occupations }) => ({
        label: `${name}（${of}）`,
        text: occupations.map((one) => one.name).join('、'),
        to: `/registers/majors/${id}`,
      })),
    )
  const led = [...new Set(fit.majors.flatMap(({ occupations }) => occupations.map(({ key }) => key)))]
  const among = { ...city, industries: fit.industries.map(({ classes, codes }) => ({ classes, codes })) }
  const meant = { ...among, classes: led }
  const { part, whole } = fit.byDemand
  const byDemand = shareAdded(maker, 'fit.by-demand', '城市产业的需求中有专业面向的', meant, among, part, whole)
  const all = countAdded(maker, 'fit.whole', '城市产业的招聘信息', among, whole)
  const own = countAdded(maker, 'fit.part', '其中有专业面向的', meant, part)
  const unserved = tableAdded(
    maker,
    'unserved',
    { zh: '城市产业需要而没有专业面向的职业', en: 'Occupations no major leads to' },
    [
      column('name', '职业小类', 'Occupation'),
      column('industry', '产业', 'Industry'),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('majors', '目录中面向它的专业', 'Majors of the catalogue'),
    ],
    fit.unserved.map(({ key, name, industry, n, majors }) => [
      name,
      industry,
      cell(maker, countAdded(maker, `class-asked.${key}`, `“${name}”的招聘信息`, { ...among, classes: [key] }, n)),
      namesOf(
        majors.map((one) => one.name),
        4,
      ) || '没有',
    ]),
  )
  return doc(
    p`按专业计算：在办且面向职业已知的专业有${count('fit.known', '面向职业已知的在办专业', fit.majors)}，其中${count('fit.fitting', '服务所列产业的专业', fitting)}至少服务一个所列产业，契合度为${byMajors}。`,
    p`按需求计算：所列产业共有${all}招聘信息（招聘信息写明行业的按行业归类，没有写明的按职业归类），其中有专业面向的职业占${own}，契合度为${byDemand.percent}。前一个数说明专业设置朝向产业，后一个数说明产业的需求有多少能由学校的专业来满足；两个数都只按所列产业和已导入的招聘信息计算。`,
    recordTable(unserved),
  )
}
