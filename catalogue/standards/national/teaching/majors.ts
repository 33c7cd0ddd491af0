import { defineStandardTable } from '../../../../src/language/standard.ts'
import { degreeCategories } from '../../../codes/national/degree-categories.ts'
import { keyMajorKinds } from '../../../codes/national/key-major-kinds.ts'
import { keyMajorLevels } from '../../../codes/national/key-major-levels.ts'
import { programmeLengths } from '../../../codes/national/programme-lengths.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { studyLevels } from '../../../codes/study-levels.ts'
import { majors } from '../../../registers/teaching/majors.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const majorsTable = defineStandardTable(national, majors, {
  name: 'ODS_ZYSZSJ',
  number: 13,
  code: 'ZYGJX0302',
  label: { zh: '专业设置', en: 'Majors' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['ZYH', 'SCZSNY']],
  order: [['PZSZNY', 'SCZSNY']],
  needs: [{ column: 'ZDZYJBM', when: 'SFZDZY', is: ['1'] }],
  columns: [
    key,
    college(),
    ['ZYGJX030201', 'ZYSSYXBMC', '专业所属院系部名称', 'C60', 'O', 'unit.name'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'M', 'name'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'code'],
    ['ZYGJX030202', 'SSZYQMC', '所属专业群名称', 'C60', 'O', 'group.name'],
    ['ZYGJX030203', 'SSZYQH', '所属专业群号', 'C20', 'O', 'group.code'],
    ['ZYGJX030204', 'PZSZNY', '批准设置年月', 'C6', 'M', 'approvedIn', 'GB/T 7408'],
    ['ZYGJX030205', 'SCZSNY', '首次招生年月', 'C6', 'M', { from: 'openedOn', as: 'month' }, 'GB/T 7408'],
    ['ZYGJX030206', 'ZYCCM', '专业层次码', 'C2', 'M', 'level', studyLevels],
    [
      'ZYGJX030207',
      'XZM',
      '学制码',
      'C2',
      'M',
      { from: 'years', to: { '2': '1', '3': '3', '4': '4', '5': '5', '6': '6' } },
      programmeLengths,
    ],
    ['ZYGJX030208', 'SYXWLBM', '授予学位类别码', 'C2', 'O', 'degree', degreeCategories],
    ['ZYGJX030209', 'SFZDZY', '是否重点专业', 'C1', 'M', 'key', yesOrNo],
    [
      'ZYGJX030210',
      'ZDZYJBM',
      '重点专业级别码',
      'C2',
      'O',
      { from: 'keyLevel', to: { national: '1', provincial: '2', college: '9' } },
      keyMajorLevels,
    ],
    ['ZYGJX030211', 'ZDZYLXM', '重点专业类型码', 'C2', 'O', 'keyKind', keyMajorKinds],
    collectedAt(),
  ],
})
