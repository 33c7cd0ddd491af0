import { sex } from '../../../src/language/foundation.ts'
import {
  choice,
  date,
  decimal,
  defineRegister,
  money,
  period,
  reference,
  region,
  text,
  unit,
  yesNo,
  type Problem,
} from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { employerKinds } from '../../codes/employer-kinds.ts'
import { employerSizes } from '../../codes/employer-sizes.ts'
import { industries } from '../../codes/industries.ts'
import { masterKinds } from '../../codes/national/master-kinds.ts'
import { unemploymentKinds } from '../../codes/national/unemployment-kinds.ts'
import { sectors } from '../../codes/sectors.ts'
import { reviewed } from '../../lifecycles.ts'

const SECONDARY = ['mining', 'manufacturing', 'utilities', 'construction']

export const graduates = defineRegister({
  name: 'graduates',
  label: { zh: '毕业生去向', en: 'Graduates and destinations' },
  area: 'students',
  owner: 'employment',
  help: {
    zh: '每位毕业生一行，去向以8月31日为准。',
    en: 'One row for each graduate; destinations as they stand on 31 August.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    period: period({ zh: '毕业年度', en: 'Year' }, { required: true, indexed: true }),
    number: text({ zh: '学号', en: 'Student number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
    student: reference({ zh: '学生', en: 'Student' }, 'students', {
      indexed: true,
      secondary: true,
      help: { zh: '学籍库启用前毕业的为空。', en: 'Empty for those who graduated before the roll was kept here.' },
    }),
    sex: choice({ zh: '性别', en: 'Sex' }, sex),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true, indexed: true }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    graduatedOn: date({ zh: '毕业日期', en: 'Graduated on' }, { required: true }),
    destination: choice(
      { zh: '毕业去向', en: 'Destination' },
      {
        agreement: { zh: '签就业协议形式就业', en: 'Employed by agreement' },
        contract: { zh: '签劳动合同形式就业', en: 'Employed by contract' },
        'other-employment': { zh: '其他录用形式就业', en: 'Employed otherwise' },
        'further-study': { zh: '升学', en: 'Further study' },
        conscription: { zh: '应征义务兵', en: 'Military service' },
        freelance: { zh: '自由职业', en: 'Freelance' },
        startup: { zh: '自主创业', en: 'Own business' },
        waiting: { zh: '待就业', en: 'Looking for work' },
      },
      { required: true, indexed: true },
    ),
    furtherLevel: choice(
      { zh: '升学层次', en: 'Level of further study' },
      {
        'vocational-bachelor': { zh: '职业本科', en: 'Vocational bachelor' },
        bachelor: { zh: '普通本科', en: 'Bachelor' },
        master: { zh: '硕士', en: 'Master' },
        other: { zh: '其他', en: 'Other' },
      },
    ),
    furtherChannel: choice(
      { zh: '升学渠道', en: 'Way to further study' },
      {
        articulated: { zh: '贯通培养', en: 'Articulated programme' },
        'five-year': { zh: '五年一贯制培养', en: 'Five-year programme' },
        'three-plus-two': { zh: '3+2分段培养', en: 'Three-plus-two programme' },
        upgrade: { zh: '专升本', en: 'Upgrade examination' },
        postgraduate: { zh: '考研', en: 'Postgraduate entrance examination' },
        abroad: { zh: '出国（境）升学', en: 'Abroad' },
      },
    ),
    furtherSchool: text({ zh: '录取学校', en: 'Admitted by' }, { maxLength: 60, secondary: true }),
    furtherMajor: text({ zh: '录取专业', en: 'Admitted to major' }, { maxLength: 60, secondary: true }),
    furtherScore: decimal(
      { zh: '升学分数', en: 'Score of admission' },
      { decimals: 1, min: '0', max: '999', unit: { zh: '分', en: 'points' }, secondary: true },
    ),
    masterKind: choice({ zh: '硕士类型', en: 'Kind of master' }, masterKinds, { secondary: true }),
    waitingKind: choice({ zh: '未就业类型', en: 'Why not at work' }, unemploymentKinds, {
      secondary: true,
      help: { zh: '待就业的填写，为空即正在找工作。', en: 'For those without work; empty means looking for it.' },
    }),
    employer: text({ zh: '用人单位', en: 'Employer' }, { maxLength: 120 }),
    employerIsPartner: yesNo(
      { zh: '用人单位是校企合作单位', en: 'The employer is a partner' },
      { default: false, secondary: true },
    ),
    employerKind: choice({ zh: '单位性质', en: 'Kind of employer' }, employerKinds, {
      indexed: true,
      help: {
        zh: '到用人单位就业的填写；没有用人单位（灵活用工等）为空。',
        en: 'For those who work for an employer; empty when there is none.',
      },
    }),
    employerSize: choice({ zh: '单位规模', en: 'Size of employer' }, employerSizes),
    industry: choice({ zh: '行业门类', en: 'Industry' }, industries),
    sector: choice({ zh: '产业', en: 'Sector' }, sectors, {
      help: {
        zh: '为空时按行业门类填入；农林牧渔、采矿和制造业中的辅助活动属于第三产业，请改填。',
        en: 'Follows from the industry when empty; change it for support activities, which are tertiary.',
      },
    }),
    province: region({ zh: '就业省份', en: 'Province of work' }, { level: 'province' }),
    city: region({ zh: '就业城市', en: 'City of work' }, { level: 'city', secondary: true }),
    inProvince: yesNo(
      { zh: '本省落实', en: 'Settled in the province' },
      {
        help: {
          zh: '就业、升学或入伍落实在学校所在省份。',
          en: 'Work, study or service in the province of the college.',
        },
      },
    ),
    grassroots: yesNo({ zh: '到基层就业', en: 'At the grass roots' }),
    relatedToMajor: yesNo({ zh: '与专业对口', en: 'Related to the major' }),
    monthlyIncome: money({ zh: '月收入', en: 'Monthly income' }, { min: '0', secondary: true }),
    settledOn: date({ zh: '落实日期', en: 'Settled on' }, { secondary: true }),
    post: text({ zh: '工作岗位', en: 'Post' }, { maxLength: 60, secondary: true }),
    business: text(
      { zh: '创业项目', en: 'Own business' },
      {
        maxLength: 60,
        secondary: true,
        help: { zh: '自主创业的填写。', en: 'For those with a business of their own.' },
      },
    ),
  },
  unique: [['period', 'number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: aboutPersons,
  order: 'number',
  statistics: [
    { count: 'all', by: 'destination' },
    { count: 'all', by: 'major' },
    { count: 'all', by: 'employerKind' },
    { count: 'all', by: 'sector' },
    { count: 'all', by: 'province' },
    { count: 'all', by: 'unit' },
  ],
  // The rule assigns sections to sectors but for a few divisions, which the help of `sector` names.
  derive: (graduate) =>
    graduate.industry && !graduate.sector
      ? {
          sector:
            graduate.industry === 'agriculture'
              ? 'primary'
              : SECONDARY.includes(graduate.industry)
                ? 'secondary'
                : 'tertiary',
        }
      : {},
  check: (graduate) => {
    const problems: Problem[] = []
    const works = ['agreement', 'contract', 'other-employment', 'freelance', 'startup'].includes(graduate.destination)
    if (graduate.employerKind && !['agreement', 'contract', 'other-employment'].includes(graduate.destination))
      problems.push({
        field: 'employerKind',
        message: { zh: '未到用人单位就业的不填单位性质', en: 'Only those employed have a kind of employer' },
      })
    if (!works && (graduate.sector || graduate.monthlyIncome !== null))
      problems.push({
        field: 'destination',
        message: { zh: '未就业的不填产业和月收入', en: 'Only those at work have a sector and an income' },
      })
    if (graduate.employerSize && !graduate.employerKind)
      problems.push({
        field: 'employerKind',
        message: { zh: '填了单位规模的要填单位性质', en: 'An employer with a size needs a kind' },
      })
    if (graduate.destination === 'further-study' && !graduate.furtherLevel)
      problems.push({
        field: 'furtherLevel',
        message: { zh: '升学的要填升学层次', en: 'Further study needs its level' },
      })
    if (graduate.destination !== 'further-study' && (graduate.furtherLevel || graduate.furtherChannel))
      problems.push({
        field: 'furtherLevel',
        message: { zh: '未升学的不填升学信息', en: 'Only those in further study have its level and way' },
      })
    if (graduate.masterKind && graduate.furtherLevel !== 'master')
      problems.push({
        field: 'masterKind',
        message: { zh: '升学层次不是硕士的不填硕士类型', en: 'Only a master has a kind of master' },
      })
    if (graduate.waitingKind && graduate.destination !== 'waiting')
      problems.push({
        field: 'waitingKind',
        message: { zh: '已落实去向的不填未就业类型', en: 'Only those without work have a reason for it' },
      })
    if (graduate.destination === 'waiting' && graduate.inProvince)
      problems.push({
        field: 'inProvince',
        message: { zh: '待就业的没有落实地', en: 'Those still looking have not settled anywhere' },
      })
    return problems
  },
})
