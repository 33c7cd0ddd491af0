import { defineStandardTable } from '../../../../src/language/standard.ts'
import { collegeDisciplines } from '../../../codes/national/college-disciplines.ts'
import { collegeKinds } from '../../../codes/national/college-kinds.ts'
import { highLevelCollegeKinds } from '../../../codes/national/high-level-college-kinds.ts'
import { highLevelCollegeLevels } from '../../../codes/national/high-level-college-levels.ts'
import { sponsorKinds } from '../../../codes/national/sponsor-kinds.ts'
import { sponsorLevels } from '../../../codes/national/sponsor-levels.ts'
import { collegeProfiles } from '../../../registers/college/college-profiles.ts'
import { collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const collegeProfilesTable = defineStandardTable(national, collegeProfiles, {
  name: 'ODS_XXJBSJ',
  number: 1,
  code: 'ZYGXX0101',
  label: { zh: '学校基本数据', en: 'The college' },
  every: 'year',
  covers: { zh: '每所学校一条数据，信息发生变化则根据主键更新', en: 'One row, changed when the college changes' },
  unique: [['XXDM']],
  order: [
    ['ZJGRS', 'XYJZGZS'],
    ['GLGRS', 'XYJZGZS'],
    ['GQGRS', 'XYJZGZS'],
  ],
  columns: [
    key,
    ['ZYGXX010102', 'SJGBM', '省机构编码', 'C6', 'M', { from: 'region', as: 'province-code' }, 'GB/T 2260'],
    ['ZYGXX010103', 'SJGMC', '省机构名称', 'C60', 'M', { from: 'region', as: 'province-name' }],
    ['ZYGXX010104', 'SHJGBM', '市机构编码', 'C6', 'M', { from: 'region', as: 'city-code' }, 'GB/T 2260'],
    ['ZYGXX010105', 'SHJGMC', '市机构名称', 'C60', 'M', { from: 'region', as: 'city-name' }],
    ['ZYGXX010106', 'QXJGBM', '区县机构编码', 'C6', 'M', { from: 'region', as: 'county-code' }, 'GB/T 2260'],
    ['ZYGXX010107', 'QXJGMC', '区县机构名称', 'C60', 'M', { from: 'region', as: 'county-name' }],
    ['ZYGXX010108', 'XXJGDM', '学校机构代码', 'C18', 'M', 'creditCode', 'credit-code'],
    ['JCXX010101', 'XXDM', '学校代码', 'C10', 'M', 'code'],
    ['JCXX010102', 'XXMC', '学校名称', 'C60', 'M', 'name'],
    ['JCXX010107', 'JXNY', '建校年月', 'C6', 'O', 'foundedIn', 'GB/T 7408'],
    ['ZYGXX010109', 'XXJBZMC', '学校举办者名称', 'C60', 'M', 'sponsorName'],
    ['ZYGXX010110', 'XXJBZXZM', '学校举办者性质码', 'C2', 'M', 'sponsorKind', sponsorKinds],
    ['ZYGXX010111', 'XXJBZJBM', '学校举办者级别码', 'C2', 'M', 'sponsorLevel', sponsorLevels],
    ['ZYGXX010112', 'XXXZM', '学校性质码', 'C2', 'M', 'discipline', collegeDisciplines],
    ['ZYGXX010113', 'GSPXXXZM', '高水平学校性质码', 'C2', 'M', 'highLevelKind', highLevelCollegeKinds],
    ['ZYGXX010114', 'GSPXXJBM', '高水平学校（专业群）级别码', 'C2', 'M', 'highLevelLevel', highLevelCollegeLevels],
    ['ZYGXX010115', 'GSPXXLXBMMC', '高水平学校（专业群）立项部门名称（全称）', 'C60', 'O', 'highLevelApprovedBy'],
    ['ZYGXX010116', 'GSPXXPZNY', '高水平学校（专业群）批准年月', 'C6', 'O', 'highLevelApprovedIn', 'GB/T 7408'],
    ['ZYGXX010117', 'ZYQSL', '专业群数量', 'N5', 'M', 'majorGroups'],
    ['ZYGXX010118', 'XXBXLXM', '学校办学类型码', 'C2', 'M', 'kind', collegeKinds],
    ['ZYGXX010119', 'XYJZGZS', '现有教职工总数', 'N8', 'M', 'staff'],
    ['ZYGXX010120', 'ZJGRS', '专技岗人数', 'N8', 'M', 'professionalPosts'],
    ['ZYGXX010121', 'GLGRS', '管理岗人数', 'N8', 'M', 'managementPosts'],
    ['ZYGXX010122', 'GQGRS', '工勤岗人数', 'N8', 'M', 'workerPosts'],
    ['ZYGXX010123', 'XYXSS', '现有学生数', 'N8', 'M', 'students'],
    ['ZYGXX010124', 'XXTSXXHXTS', '学校特色信息化系统数', 'N8', 'M', 'featuredSystems'],
    ['ZYGXX010125', 'XYCKDK', '校园出口带宽', 'N20', 'M', 'exitBandwidth'],
    ['ZYGXX010126', 'XYZGWDK', '校园主干网带宽', 'N20', 'M', 'backboneBandwidth'],
    ['ZYGXX010127', 'YXWLJRS', '有线网络接入数', 'N10', 'M', 'wiredPorts'],
    ['ZYGXX010128', 'WXWLJRS', '无线网络接入数', 'N10', 'M', 'wirelessPoints'],
    ['ZYGXX010129', 'DMTJSS', '多媒体教室数', 'N5', 'M', 'multimediaRooms'],
    collectedAt('ZYGXX010130'),
  ],
})
