import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import {
  bulletList,
  caseStudy,
  chart,
  dataTable,
  doc,
  figure,
  figureTable,
  heading,
  image,
  listItem,
  orderedList,
  pageBreak,
  paragraph,
  recordTable,
  text,
} from '../../language/document.ts'
import type { BlockNode, ResolvedFigure, ResolvedReport, ResolvedTable, Section } from '../../language/document.ts'

/** Characters that mean something in HTML, XML, Typst, Markdown or a shell. */
export const specialCharacters = "#$*_<>&\"\\ `@~[]{}() // /* */ = - + %2F 'quoted' 𠮷 😀"

function picture(): Uint8Array {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#dbe7ec"/>' +
    '<rect y="250" width="640" height="110" fill="#9fb9a8"/><rect x="120" y="120" width="180" height="150" fill="#2f6f8f"/>' +
    '<polygon points="110,120 210,60 310,120" fill="#a3605a"/><circle cx="520" cy="80" r="36" fill="#e0b36a"/></svg>'
  return new Resvg(svg).render().asPng()
}

const persons = { zh: '人', en: 'persons' }
const percent = { zh: '%', en: '%' }

function value(
  code: string,
  zh: string,
  en: string,
  amount: string | null,
  more: Partial<ResolvedFigure> = {},
): ResolvedFigure {
  const decimals = amount?.split('.')[1]?.length ?? 0
  return {
    code,
    period: '2031',
    by: {},
    label: { zh, en },
    value: amount,
    text: amount === null ? '' : amount,
    unit: persons,
    decimals,
    definition: { zh: `${zh}：统计期末的数。`, en: `${en}, at the end of the period.` },
    status: amount === null ? 'missing' : 'approved',
    numerator: null,
    denominator: null,
    rows: amount === null ? null : 12,
    ...more,
  }
}

const figures: Record<string, ResolvedFigure> = {
  'placement-rate@2031': value('placement-rate', '毕业去向落实率', 'Placement rate', '96.38', {
    unit: percent,
    definition: {
      zh: '已落实去向的毕业生人数占毕业生总数的比例；"已落实" 指 A & B 两类 <含升学>。',
      en: 'Share of graduates placed; "placed" means kinds A & B <further study included>.',
    },
    definitionVersion: '3',
    numerator: { label: { zh: '已落实人数', en: 'Graduates placed' }, value: '2903', text: '2,903', unit: persons },
    denominator: { label: { zh: '毕业生总数', en: 'Graduates' }, value: '3012', text: '3,012', unit: persons },
    rows: 3012,
    status: 'published',
  }),
  'students@2031': value('students', '全日制在校生人数', 'Full-time students', '9417', { text: '9,417' }),
  'students@2031[gender=female]': value('students', '女生人数', 'Female students', '4386', {
    text: '4,386',
    by: { gender: 'female' },
  }),
  'teachers@2031': value('teachers', '专任教师数', 'Full-time teachers', '527'),
  'income@2031': value('income', '横向技术服务到款额', 'Income from technical services', '1386.507', {
    text: '1,386.507',
    unit: { zh: '万元', en: '10,000 yuan' },
  }),
  'patents@2031': value('patents', '专利授权数', 'Patents granted', null, { unit: { zh: '项', en: 'patents' } }),
}

const serviceTable: ResolvedTable = {
  caption: { zh: '服务贡献表', en: 'Contribution to society' },
  columns: [
    { key: 'n', label: { zh: '序号', en: 'No.' }, align: 'center' },
    { key: 'name', label: { zh: '指标', en: 'Indicator' }, align: 'left' },
    { key: 'unit', label: { zh: '单位', en: 'Unit' }, align: 'center' },
    { key: 'before', label: { zh: '2030 年', en: '2030' }, group: { zh: '数值', en: 'Value' }, align: 'decimal' },
    { key: 'now', label: { zh: '2031 年', en: '2031' }, group: { zh: '数值', en: 'Value' }, align: 'decimal' },
  ],
  rows: [
    { kind: 'subhead', level: 0, cells: [{ text: '一、学生', columns: 5 }, null, null, null, null] },
    {
      kind: 'data',
      level: 0,
      cells: [{ text: '1', rows: 3 }, '全日制在校生人数', '人', '9,260', { figure: 'students@2031' }],
    },
    { kind: 'data', level: 1, cells: [null, '其中：女生', '人', '4,301', { figure: 'students@2031[gender=female]' }] },
    { kind: 'data', level: 2, cells: [null, '其中：来自西部地区', '人', '811', '826'] },
    { kind: 'data', level: 0, cells: ['2', '毕业去向落实率', '%', '95.1', { figure: 'placement-rate@2031' }] },
    { kind: 'subhead', level: 0, cells: [{ text: '二、服务', columns: 5 }, null, null, null, null] },
    { kind: 'data', level: 0, cells: ['3', '横向技术服务到款额', '万元', '1,204.5', { figure: 'income@2031' }] },
    { kind: 'data', level: 0, cells: ['4', '专利授权数', '项', '41', { figure: 'patents@2031' }] },
    { kind: 'total', level: 0, cells: [null, `合计 ${specialCharacters}`, null, null, '7'] },
  ],
  notes: [
    { zh: '数值按统计期末计。', en: 'At the end of the period.' },
    { zh: '“—”为暂缺。', en: '"—" is not available.' },
  ],
}

function longTable(rows: number): ResolvedTable {
  return {
    caption: { zh: '校企合作项目一览', en: 'Projects with companies' },
    columns: [
      { key: 'n', label: { zh: '序号', en: 'No.' }, align: 'center' },
      { key: 'name', label: { zh: '项目名称', en: 'Project' }, align: 'left' },
      { key: 'company', label: { zh: '合作企业', en: 'Company' }, align: 'left' },
      { key: 'money', label: { zh: '到款', en: 'Paid' }, unit: { zh: '万元', en: '10,000 yuan' }, align: 'decimal' },
    ],
    rows: Array.from({ length: rows }, (_, index) => ({
      kind: 'data' as const,
      level: 0,
      cells: [
        String(index + 1),
        index % 7 === 0 ? '智能生产线数字孪生与预测性维护平台的研究与示范应用' : `示例项目 ${index + 1} 号`,
        `示例企业（${String.fromCharCode(65 + (index % 26))}）有限公司`,
        `${(index * 37) % 211}${['', '.5', '.25'][index % 3]}`,
      ],
    })),
  }
}

/**
 * A small report of an invented college with invented numbers, using every node of the model. `copies` repeats the
 * chapters to make a long one: 30 copies fill about a hundred pages.
 */
export function madeUpReport(copies = 1): ResolvedReport {
  const bytes = picture()
  const file = createHash('sha256').update(bytes).digest('hex')
  const sections: Section[] = [
    {
      id: 'preface',
      title: { zh: '前言', en: 'Preface' },
      numbered: false,
      text: doc(
        paragraph(
          '示例职业学院面向示例市的装备制造与现代服务产业办学。统计期末全日制在校生 ',
          figure('students', { unit: true }),
          '，其中女生 ',
          figure('students', { unit: true, by: { gender: 'female' } }),
          '；毕业去向落实率 ',
          figure('placement-rate', { unit: true }),
          '（',
          figure('placement-rate', { part: 'numerator' }),
          ' / ',
          figure('placement-rate', { part: 'denominator' }),
          '）。The college publishes this report every year.',
        ),
        paragraph(`特殊字符应当原样出现：${specialCharacters}`),
        paragraph(
          text('加粗', { type: 'bold' }),
          '、',
          text('强调', { type: 'italic' }),
          '与',
          text('链接', { type: 'link', attrs: { href: 'https://college.example/?a=1&b="2"' } }),
          '。',
        ),
      ),
    },
  ]
  for (let copy = 1; copy <= copies; copy += 1) sections.push(...chapters(copy, file))
  return {
    report: {
      title: { zh: '示例职业学院质量报告', en: 'Quality Report of Example Vocational College' },
      subtitle: { zh: '（2031 年度）', en: '2031' },
      college: { zh: '示例职业学院', en: 'Example Vocational College' },
      period: '2031',
      cover: {
        publicForm: { zh: '学院网站', en: 'Website of the college' },
        publicAddress: 'https://college.example/reports/2031',
        declaration: [
          {
            zh: '本院对本报告及其附表的真实、完整和准确负责。',
            en: 'The college answers for this report and its annexes.',
          },
          { zh: '特此声明。', en: 'So declared.' },
        ],
        legalRepresentative: '',
        date: { zh: '二〇三二年一月', en: 'January 2032' },
      },
      sections,
      annexTables: ['service'],
    },
    figures,
    tables: { service: serviceTable, projects: longTable(60), short: longTable(6) },
    charts: {
      origins: {
        caption: { zh: '新生来源地', en: 'Where new students come from' },
        kind: 'bar',
        categories: ['本市', '东部地区', '中部地区', '西部地区', '东北地区'].map((zh, index) => ({
          zh,
          en: ['City', 'East', 'Centre', 'West', 'Northeast'][index],
        })),
        series: [
          { label: { zh: '2030 年', en: '2030' }, values: ['1420', '310', '266', '519', '88'] },
          { label: { zh: '2031 年', en: '2031' }, values: ['1502', '298', '301', '540', null] },
        ],
        unit: persons,
      },
      trend: {
        caption: { zh: '近五年毕业去向落实率', en: 'Placement rate over five years' },
        kind: 'line',
        categories: ['2027', '2028', '2029', '2030', '2031'].map((zh) => ({ zh })),
        series: [{ label: { zh: '落实率', en: 'Rate' }, values: ['93.80', '94.12', '95.06', '95.10', '96.38'] }],
        unit: percent,
      },
      kinds: {
        caption: { zh: '就业单位性质', en: 'Kinds of employer' },
        kind: 'pie',
        categories: [
          { zh: '国有企业', en: 'State-owned' },
          { zh: '民营企业', en: 'Private' },
          { zh: '事业单位', en: 'Public institution' },
          { zh: '其他', en: 'Other' },
        ],
        series: [{ label: { zh: '人数', en: 'Graduates' }, values: ['640', '1710', '231', '322'] }],
        unit: persons,
      },
      contests: {
        caption: { zh: '技能竞赛获奖', en: 'Prizes in skills contests' },
        kind: 'horizontal-bar',
        categories: [
          { zh: '国家级一等奖', en: 'National first prize' },
          { zh: '国家级二等奖', en: 'National second prize' },
          { zh: '省级一等奖', en: 'Provincial first prize' },
        ],
        series: [{ label: { zh: '项', en: 'Prizes' }, values: ['2', '5', '31'] }],
        unit: { zh: '项', en: 'prizes' },
      },
    },
    images: { [file]: bytes },
  }
}

const prose =
  '学院坚持面向市场、服务发展、促进就业的办学方向，依托示例市智能制造产业园建设校内外实训基地，' +
  '与示例企业共同制定人才培养方案，把岗位标准写入课程标准，把真实项目带进课堂，由企业导师与专任教师共同授课、共同评价。'

function chapters(copy: number, file: string): Section[] {
  const id = (name: string) => (copy === 1 ? name : `${name}-${copy}`)
  const fill = (count: number): BlockNode[] => Array.from({ length: count }, () => paragraph(prose + prose))
  return [
    {
      id: id('talent'),
      title: { zh: '人才培养', en: 'Teaching' },
      text: doc(...fill(2)),
      children: [
        {
          id: id('students'),
          title: { zh: '学生发展', en: 'Students' },
          text: doc(
            paragraph('新生来自全国各地，见下图。', prose),
            chart('origins'),
            heading(1, '就业质量'),
            paragraph('毕业去向落实率为 ', figure('placement-rate', { unit: true }), '。', prose),
            chart('trend'),
            chart('kinds'),
            bulletList(
              '开设订单班 12 个',
              '共建产业学院 3 所',
              listItem(paragraph('现代学徒制'), bulletList('试点专业 5 个')),
            ),
            orderedList('调研岗位', '修订标准', '评价改进'),
          ),
        },
        {
          id: id('teachers'),
          title: { zh: '教师队伍', en: 'Teachers' },
          text: doc(
            paragraph('专任教师 ', figure('teachers', { unit: true }), '。', prose),
            figureTable('service'),
            caseStudy(
              '一条生产线走进课堂',
              paragraph(prose),
              heading(1, '做法'),
              image(file, '厂房与太阳', '校内实训基地外景'),
              paragraph('横向技术服务到款额 ', figure('income', { unit: true }), '。', prose),
              dataTable('short'),
            ),
          ),
        },
      ],
    },
    {
      id: id('cooperation'),
      title: { zh: '产教融合', en: 'Work with industry' },
      text: doc(
        ...fill(1),
        recordTable('projects'),
        chart('contests'),
        pageBreak(),
        paragraph('专利授权数：', figure('patents', { unit: true })),
      ),
    },
  ]
}
