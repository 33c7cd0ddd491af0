import { defineCodes } from '../../../src/language/codes.ts'

export const virtualSimulationServiceKinds = defineCodes({
  name: 'virtual-simulation-service-kinds',
  label: { zh: '虚拟仿真基地对外服务类型', en: 'Kind of service of virtual simulation bases' },
  officialName: 'XNFZJDDWFWLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'career-introduction': { zh: '职业启蒙', en: 'Introduction to careers' },
    'intercollege-internship': { zh: '校际、国际实习实训', en: 'Internships across colleges and countries' },
    'teacher-practice': { zh: '教师岗位实践', en: 'Practice for teachers' },
    'skill-and-job-training': { zh: '技能、就业培训', en: 'Skill and job training' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'career-introduction': '1',
    'intercollege-internship': '2',
    'teacher-practice': '3',
    'skill-and-job-training': '4',
    other: '5',
  },
})
