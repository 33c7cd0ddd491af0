import { choice, date, defineRegister, integer, reference, text, unit, yesNo } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'

export const certificates = defineRegister({
  name: 'certificates',
  label: { zh: '学生技能证书', en: 'Skill certificates of students' },
  area: 'students',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '证书号', en: 'Certificate number' }, { required: true, maxLength: 50 }),
    name: text({ zh: '证书名称', en: 'Certificate' }, { required: true, maxLength: 100 }),
    student: reference({ zh: '学生', en: 'Student' }, 'students', { required: true, indexed: true }),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true, indexed: true }),
    kind: choice(
      { zh: '证书类型', en: 'Kind' },
      {
        'vocational-qualification': { zh: '职业资格证书', en: 'Vocational qualification' },
        'skill-level': { zh: '职业技能等级证书', en: 'Vocational skill level' },
        'one-plus-x': { zh: '1+X 职业技能等级证书', en: '1+X skill level' },
        other: { zh: '其他证书', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    level: choice(
      { zh: '证书等级', en: 'Level' },
      {
        '1': { zh: '一级', en: '1' },
        '2': { zh: '二级', en: '2' },
        '3': { zh: '三级', en: '3' },
        '4': { zh: '四级', en: '4' },
        '5': { zh: '五级', en: '5' },
        elementary: { zh: '初级', en: 'Elementary' },
        intermediate: { zh: '中级', en: 'Intermediate' },
        advanced: { zh: '高级', en: 'Advanced' },
        none: { zh: '无等级', en: 'None' },
      },
    ),
    issuer: text({ zh: '发证机构', en: 'Issuer' }, { maxLength: 150 }),
    issuerCode: text(
      { zh: '发证机构编码', en: 'Code of the issuer' },
      {
        required: true,
        maxLength: 60,
        secondary: true,
        help: { zh: '与证书目录中的编码一致。', en: 'As in the certificate schemes.' },
      },
    ),
    issuedOn: date({ zh: '发证日期', en: 'Issued on' }, { required: true, indexed: true }),
    electronic: yesNo(
      { zh: '支持电子证书', en: 'Electronic certificate' },
      { required: true, default: false, secondary: true },
    ),
    copies: integer(
      { zh: '下载/打印次数', en: 'Times downloaded or printed' },
      { required: true, min: 0, max: 99_999, default: 0, secondary: true, unit: { zh: '次', en: 'times' } },
    ),
  },
  unique: [['number']],
  access: aboutPersons,
  order: '-issuedOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'name' },
    { count: 'all', by: 'unit' },
  ],
})
