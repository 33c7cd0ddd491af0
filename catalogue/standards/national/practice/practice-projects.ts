import { defineStandardTable } from '../../../../src/language/standard.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { practiceProjects } from '../../../registers/practice/practice-projects.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const practiceProjectsTable = defineStandardTable(national, practiceProjects, {
  name: 'ODS_SXXMSJ',
  number: 16,
  code: 'ZYGJX0403',
  label: { zh: '实训项目', en: 'Practice projects' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SXXMBH']],
  refers: { XNSXSH: 'ODS_SXSJBSJ.SXSH' },
  columns: [
    key,
    college(),
    ['ZYGJX040301', 'SXXMBH', '实训项目编号', 'C60', 'M', 'number'],
    ['ZYGJX040302', 'SXXMMC', '实训项目名称', 'C150', 'M', 'name'],
    ['ZYGJX040303', 'SFXNFZSXXM', '是否虚拟仿真实训项目', 'C1', 'M', 'virtual', yesOrNo],
    ['ZYGJX040304', 'GKZYH', '归口专业号', 'C64', 'M', 'major.code'],
    ['ZYGJX040305', 'GKZYMC', '归口专业名称', 'C60', 'M', 'major.name'],
    ['ZYGJX040306', 'SSJHKCH', '所属计划课程号', 'C50', 'O', 'plannedCourse.number'],
    ['ZYGJX040307', 'PTSXZYMC', '配套实训资源名称', 'T500', 'O', 'resources'],
    ['ZYGJX040308', 'DXRWMC', '典型任务名称', 'T128', 'O', 'task'],
    ['ZYGJX040309', 'JNYQ', '技能要求', 'T999', 'O', 'skills'],
    ['ZYGJX040310', 'KHFS', '考核方式', 'C180', 'O', 'assessment'],
    ['ZYGJX040311', 'MKSL', '模块数量', 'N5', 'O', 'modules'],
    ['ZYGJX040312', 'XSSXKSS', '学生实训课时数', 'N5', 'M', 'hours'],
    ['ZYGJX040313', 'SFDWFW', '是否对外服务', 'C1', 'O', 'openToOthers', yesOrNo],
    ['JCTB010205', 'XN', '学年（度）', 'C9', 'M', 'term.schoolYear'],
    ['JCTB010206', 'XQ', '学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGJX040314', 'QTSXDD', '其他实训地点', 'C180', 'O', 'otherPlace'],
    ['ZYGJX040315', 'XNSXSH', '校内实训室号', 'C64', 'O', 'room.number'],
    collectedAt(),
  ],
})
