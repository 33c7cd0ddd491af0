import type { Label } from '../../../src/language/label.ts'
import { defineReport, type SectionTemplate } from '../../../src/language/report.ts'

const title = (zh: string, en: string): Label => ({ zh, en })
/** The faculty of the major answers for its report; academic affairs where no faculty is known. */
const section = (key: string, zh: string, en: string, sections?: readonly SectionTemplate[]): SectionTemplate => ({
  key,
  title: title(zh, en),
  owner: 'academic-affairs',
  ...(sections ? { sections } : {}),
})
const unnumbered = (key: string, zh: string, en: string): SectionTemplate => ({
  ...section(key, zh, en),
  numbered: false,
})

/** What work asks of a major's graduates, and what its plan gives: made by the ability module of its own figures. */
export const demandReport = defineReport({
  name: 'demand-report',
  label: title('专业人才需求分析报告', 'Demand for a major'),
  made: {
    subject: title('专业', 'Major'),
    behind: '/ability/behind',
    at: title(
      '请在“职业能力分析”的“专业对照”中选择专业后生成',
      'choose the major on the page "Abilities", tab "A major", and make it there',
    ),
  },
  cover: {
    publicForm: title('校内论证使用，可在学校网站公开', 'For decisions in the college; may be published on its site'),
    declaration: [
      {
        zh: '本报告的每一个数字都由招聘信息和培养方案计算得出，可逐条打开核对；结论只说明招聘信息中写明的内容。',
        en: 'Every figure is counted from advertisements and the plan and opens to them; it says what advertisements say, and no more.',
      },
    ],
  },
  sections: [
    unnumbered('summary', '摘要', 'Summary'),
    section('data', '数据与口径', 'Data', [
      section('data.sources', '数据来源', 'Sources'),
      section('data.limits', '数据不能说明什么', 'What the data cannot say'),
    ]),
    section('demand', '岗位需求', 'Demand', [
      section('demand.occupations', '面向的职业', 'Occupations'),
      section('demand.places', '地区', 'Places'),
      section('demand.schooling', '学历与经验', 'Schooling and experience'),
      section('demand.months', '月份与趋势', 'Months'),
      section('demand.pay', '薪酬', 'Pay'),
    ]),
    section('skills', '能力需求', 'Skills', [
      section('skills.ranking', '岗位要求最多的能力', 'Most asked'),
      section('skills.kinds', '分类能力清单', 'By kind'),
      section('skills.levels', '不同学历的要求', 'By schooling'),
      section('skills.places', '不同地区的要求', 'By place'),
      section('skills.trend', '能力要求的变化', 'Change'),
      section('skills.together', '常一起出现的能力', 'Asked together'),
      section('skills.pay', '薪酬与能力的关联', 'Pay with and without'),
      section('skills.soft', '职业素养', 'Soft skills'),
    ]),
    section('plan', '培养方案对照', 'The plan', [
      section('plan.about', '方案与总体覆盖', 'Coverage'),
      section('plan.covered', '已覆盖的能力', 'Covered'),
      section('plan.thin', '薄弱的能力', 'Thin'),
      section('plan.missing', '缺失的能力', 'Missing'),
      section('plan.outdated', '少有岗位要求的内容', 'Hardly asked'),
    ]),
    section('advice', '课程与调整建议', 'Advice', [
      section('advice.changes', '增设、充实、精简与合并', 'Add, upgrade, drop, merge'),
      section('advice.courses', '逐门课程的依据', 'Course by course'),
    ]),
    section('fit', '与城市产业的契合', 'Fit with the city', [
      section('fit.major', '本专业服务的产业', 'Industries it serves'),
      section('fit.college', '全校专业的契合度', 'Fit of all majors'),
    ]),
    section('conclusion', '结论', 'Conclusion'),
    unnumbered('appendix.definitions', '附录一　名词与算法', 'Appendix 1: definitions'),
    unnumbered('appendix.samples', '附录二　样本招聘信息', 'Appendix 2: advertisements behind samples'),
    unnumbered('appendix.items', '附录三　方案中的课程与内容', 'Appendix 3: items of the plan'),
  ],
  charts: [],
  recordTables: [],
  annex: [],
})
