import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authorityLevels } from '../../../codes/national/authority-levels.ts'
import { virtualSimulationResourceKinds } from '../../../codes/national/virtual-simulation-resource-kinds.ts'
import { digitalResources } from '../../../registers/teaching/digital-resources.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const virtualSimulationsTable = defineStandardTable(national, digitalResources, {
  name: 'ODS_XNFZSZZYJBSJ',
  number: 28,
  code: 'ZYGJX0802',
  label: { zh: '虚拟仿真数字资源基本', en: 'Virtual simulations' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { simulationKind: { not: null } },
  unique: [['ZYBH']],
  order: [['ZYCJSJ', 'ZYGXSJ']],
  refers: { ZYBH: 'ODS_SZZYJBSJ.ZYBH' },
  columns: [
    key,
    college(),
    ['ZYGJX080101', 'ZYBH', '资源编号', 'C64', 'M', 'number'],
    ['ZYGJX080102', 'ZYMC', '资源名称', 'C300', 'M', 'name'],
    ['ZYGJX030101', 'SSZYH', '所属专业号', 'C64', 'O', 'major.code'],
    ['ZYGJG010101', 'ZYFZRH', '资源负责人号', 'C20', 'O', 'leader.number'],
    ['ZYGJX080201', 'ZYJBM', '资源级别码', 'C2', 'O', 'level', authorityLevels],
    ['ZYGJX080202', 'ZYLXM', '虚拟仿真资源类型码', 'C2', 'O', 'simulationKind', virtualSimulationResourceKinds],
    ['ZYGJX080203', 'ZYCJSJ', '资源创建时间', 'C15', 'O', 'madeAt', 'GB/T 7408'],
    ['ZYGJX080204', 'ZYGXSJ', '资源更新时间', 'C15', 'O', 'renewedAt', 'GB/T 7408'],
    ['ZYGJX010101', 'GLKCH', '关联课程号', 'C50', 'O', 'course.code'],
    ['ZYGJX040101', 'SSSXJDBH', '所属实训基地编号', 'C64', 'O', 'base.number'],
    collectedAt(),
  ],
})
