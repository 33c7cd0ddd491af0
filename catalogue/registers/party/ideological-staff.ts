import { choices, decimal, defineRegister, text, yesNo } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ideologyStaffKinds } from '../../codes/national/ideology-staff-kinds.ts'
import { ofTeacher } from '../staff/whose-record.ts'

const years = { decimals: 1, min: '0', max: '60', unit: { zh: '年', en: 'years' } } as const
const studied = { maxLength: 60, secondary: true } as const

/** Teachers of ideological and political theory, class advisers and counsellors: what the staff register does not say of them. */
export const ideologicalStaff = defineRegister({
  name: 'ideological-staff',
  label: { zh: '思政教职工', en: 'Ideological staff' },
  area: 'party',
  owner: 'party-building',
  title: 'years',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    kinds: choices({ zh: '人员类型', en: 'Kinds' }, ideologyStaffKinds, { required: true }),
    years: decimal(
      { zh: '从事思政工作年限', en: 'Years in this work' },
      {
        ...years,
        required: true,
        help: { zh: '班主任、辅导员年限或思政课年限', en: 'As adviser or counsellor, or teaching the theory' },
      },
    ),
    teachingYears: decimal({ zh: '教龄', en: 'Years of teaching' }, years),
    juniorCollegeMajor: text({ zh: '专科所学专业', en: 'Major at junior college' }, studied),
    bachelorMajor: text({ zh: '本科所学专业', en: 'Major of the bachelor' }, studied),
    masterMajor: text({ zh: '硕士所学专业', en: 'Major of the master' }, studied),
    doctorMajor: text({ zh: '博士所学专业', en: 'Major of the doctor' }, studied),
    teachesPsychology: yesNo({ zh: '是否心理健康课教师', en: 'Teaches mental health' }, { required: true }),
    psychologist: yesNo({ zh: '是否心理咨询师', en: 'Counsels in psychology' }, { required: true }),
    certified: yesNo({ zh: '是否持有心理咨询师资格证书', en: 'Holds the certificate' }, { required: true }),
    certificateNumber: text({ zh: '心理咨询师资格证书编号', en: 'Certificate number' }, { maxLength: 60 }),
  },
  unique: [['teacher']],
  access: aboutPersons,
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'psychologist' },
  ],
  check: (member) =>
    member.certificateNumber !== null && !member.certified
      ? [
          {
            field: 'certified',
            message: { zh: '填了证书编号的须为持有证书', en: 'Whoever has a certificate number holds one' },
          },
        ]
      : [],
})
