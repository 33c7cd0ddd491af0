import { defineStandardTable } from '../../../../src/language/standard.ts'
import {
  continents,
  inAsean,
  inBrics,
  inCentralAsia,
  inShanghaiCooperation,
  onBeltAndRoad,
} from '../../../codes/country-groups.ts'
import { adoptedResourceKinds } from '../../../codes/national/adopted-resource-kinds.ts'
import { adoptionKinds } from '../../../codes/national/adoption-kinds.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { resourceAdoptions } from '../../../registers/international/resource-adoptions.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const resourceAdoptionsTable = defineStandardTable(national, resourceAdoptions, {
  name: 'ODS_JXZYCNJCSJ',
  number: 97,
  code: 'ZYGGJ0101',
  label: { zh: '教学资源采纳基础', en: 'Teaching resources adopted abroad' },
  every: 'year',
  covers: { zh: '本学年', en: 'This school year' },
  columns: [
    key,
    college(),
    ['ZYGGJ010101', 'CYJXZYLX', '采用教学资源类型', 'C1', 'M', 'kind', adoptedResourceKinds],
    [
      'ZYGGJ010102',
      'CYJXZYBH',
      '采用教学资源编号',
      'C64',
      'M',
      { first: ['course.code', 'major.code', 'textbook.number'] },
    ],
    [
      'ZYGGJ010103',
      'CYJXZYMC',
      '采用教学资源名称',
      'C300',
      'M',
      { first: ['course.name', 'major.name', 'textbook.name'] },
    ],
    ['ZYGGJ010104', 'CYGJDM', '采用国家代码', 'C6', 'M', 'country', 'ISO 3166'],
    ['ZYGGJ010105', 'CYGJMC', '采用国家名称', 'C60', 'M', { from: 'country', as: 'name' }],
    ['ZYGGJ010106', 'CYGJSSDZ', '采用国家所属大洲', 'C20', 'M', { from: 'country', to: continents }],
    ['ZYGGJ010107', 'SFYDYL', '是否一带一路国家', 'C1', 'M', { from: 'country', to: onBeltAndRoad }, yesOrNo],
    ['ZYGGJ010108', 'SFZYWG', '是否中亚五国国家', 'C1', 'M', { from: 'country', to: inCentralAsia }, yesOrNo],
    ['ZYGGJ010109', 'SFDMSG', '是否东盟十国国家', 'C1', 'M', { from: 'country', to: inAsean }, yesOrNo],
    ['ZYGGJ010110', 'SFSHZZ', '是否上合组织国家', 'C1', 'M', { from: 'country', to: inShanghaiCooperation }, yesOrNo],
    ['ZYGGJ010111', 'SFJZGJ', '是否金砖国家', 'C1', 'M', { from: 'country', to: inBrics }, yesOrNo],
    ['ZYGGJ010112', 'CYSJ', '采用时间', 'C6', 'M', 'adoptedIn', 'GB/T 7408'],
    ['ZYGGJ010113', 'CYYXJG', '采用院校(机构)', 'C160', 'M', 'adopter'],
    ['ZYGGJ010114', 'CYLX', '采用类型', 'C1', 'M', 'use', adoptionKinds],
    ['ZYGGJ010115', 'SJWFXSS', '涉及外方学生数', 'N8', 'M', 'students'],
    collectedAt(),
  ],
})
