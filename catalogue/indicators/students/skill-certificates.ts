import { count, defineIndicator, distinct } from '../../../src/language/index.ts'
import { certificates } from '../../registers/students/certificates.ts'
import { persons } from './of-the-year.ts'

const skills = {
  kind: ['vocational-qualification', 'skill-level', 'one-plus-x'],
  issuedOn: { within: '@period' },
} as const

const common = { period: 'school-year', decimals: 0, version: 1, owner: 'academic-affairs' } as const

export const skillCertificateHolders = defineIndicator({
  ...common,
  code: 'q6.skill-certificates',
  label: { zh: '职业技能等级证书（含职业资格证书）获取人数', en: 'Students who obtained a skill certificate' },
  unit: persons,
  source: '中国职业教育质量报告（2023年度）表6 第6行',
  definition: {
    zh: '学年内取得职业技能等级证书或职业资格证书的学生人数，一人多证只计一次。',
    en: 'Students who obtained a skill or qualification certificate in the school year, each once.',
  },
  rivals: ['q0.skill-certificates-issued'],
  value: distinct(certificates, 'student', skills),
})

export const skillCertificatesIssued = defineIndicator({
  ...common,
  code: 'q0.skill-certificates-issued',
  label: { zh: '职业技能等级证书（含职业资格证书）获取人次', en: 'Skill certificates obtained' },
  unit: { zh: '人次', en: 'certificates' },
  source: '表6 第6行的另一口径：按证书计',
  definition: { zh: '学年内取得的证书张数，一人多证分别计。', en: 'Certificates obtained in the school year.' },
  rivals: ['q6.skill-certificates'],
  value: count(certificates, skills),
})
