import { defineStandard } from '../../../src/language/standard.ts'

export const national = defineStandard({
  name: 'national',
  label: { zh: '职业院校数字基座高职数据标准', en: 'National data standard of vocational colleges' },
  version: 'V3.0.2（试行）',
  source: '职业院校数字基座高职数据标准及接口规范（试行）V3.0.2',
  college: 'college-profiles',
})
