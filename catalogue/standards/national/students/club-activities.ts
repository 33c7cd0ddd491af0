import { defineStandardTable } from '../../../../src/language/standard.ts'
import { clubActivityKinds } from '../../../codes/national/club-activity-kinds.ts'
import { clubActivityLevels } from '../../../codes/national/club-activity-levels.ts'
import { clubAdmissionWays } from '../../../codes/national/club-admission-ways.ts'
import { clubParticipationWays } from '../../../codes/national/club-participation-ways.ts'
import { clubActivities } from '../../../registers/students/club-activities.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const clubActivitiesTable = defineStandardTable(national, clubActivities, {
  name: 'ODS_JBSTHDSJ',
  number: 50,
  code: 'ZYGXS0303',
  label: { zh: '举办社团活动', en: 'Activities of clubs' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['STHDBH']],
  order: [
    ['HDFBSJ', 'HDKSSJ'],
    ['HDKSSJ', 'HDJSSJ'],
  ],
  columns: [
    key,
    college(),
    ['ZYGXS030301', 'STHDBH', '社团活动编号', 'C32', 'M', 'number'],
    ['ZYGXS030302', 'STHDMC', '社团活动名称', 'C150', 'M', 'name'],
    ['ZYGXS030101', 'STBH', '社团编号', 'C20', 'M', 'club.number'],
    ['ZYGXS030102', 'STMC', '社团名称', 'C150', 'M', 'club.name'],
    ['ZYGXS030303', 'HDFBSJ', '活动发布时间', 'C15', 'M', 'publishedAt', 'GB/T 7408'],
    ['ZYGXS030304', 'HDKSSJ', '活动开始时间', 'C15', 'M', 'startsAt', 'GB/T 7408'],
    ['ZYGXS030305', 'HDJSSJ', '活动结束时间', 'C15', 'M', 'endsAt', 'GB/T 7408'],
    ['ZYGXS030306', 'HDLQFSM', '活动录取方式码', 'C2', 'O', 'admission', clubAdmissionWays],
    ['ZYGXS030307', 'HDZDJSGH', '活动指导教师工号', 'C150', 'M', 'adviser.number'],
    ['ZYGXS030308', 'HDZDJSXM', '活动指导教师姓名', 'C36', 'M', 'adviser.name'],
    ['ZYGXS030309', 'HDLXM', '活动类型码', 'C2', 'M', 'kind', clubActivityKinds],
    ['ZYGXS030310', 'HDJBM', '活动级别码', 'C2', 'M', 'level', clubActivityLevels],
    ['ZYGXS030311', 'ZDBMRS', '最大报名人数', 'N5', 'M', 'places'],
    ['ZYGXS030312', 'HDBMRS', '活动报名人数', 'N5', 'M', 'registered'],
    ['ZYGXS030313', 'HDCYFSM', '活动参与方式码', 'C2', 'M', 'participation', clubParticipationWays],
    collectedAt(),
  ],
})
