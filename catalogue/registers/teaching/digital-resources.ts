import { choice, date, dateTime, defineRegister, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { authorityLevels } from '../../codes/national/authority-levels.ts'
import { digitalResourceKinds } from '../../codes/national/digital-resource-kinds.ts'
import { nationalPlatformResourceKinds } from '../../codes/national/national-platform-resource-kinds.ts'
import { virtualSimulationResourceKinds } from '../../codes/national/virtual-simulation-resource-kinds.ts'

/**
 * Digital teaching resources, one by one. What is said of virtual simulation and of the national platform stands here
 * too, so that nothing is written twice.
 */
export const digitalResources = defineRegister({
  name: 'digital-resources',
  label: { zh: '数字资源', en: 'Digital resources' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '资源编号', en: 'Number' }, { required: true, maxLength: 64 }),
    name: text({ zh: '资源名称', en: 'Name' }, { required: true, maxLength: 300 }),
    kind: choice({ zh: '资源类型', en: 'Kind' }, digitalResourceKinds, { indexed: true }),
    unit: unit({ zh: '建设单位', en: 'Unit' }, { required: true, indexed: true }),
    major: reference({ zh: '所属专业', en: 'Major' }, 'majors', { indexed: true }),
    course: reference({ zh: '关联课程', en: 'Course' }, 'courses', { indexed: true }),
    leader: reference({ zh: '负责人', en: 'Leader' }, 'staff'),
    level: choice({ zh: '资源级别', en: 'Level' }, authorityLevels),
    madeAt: dateTime({ zh: '创建时间', en: 'Made at' }),
    renewedAt: dateTime({ zh: '更新时间', en: 'Renewed at' }, { secondary: true }),
    simulationKind: choice({ zh: '虚拟仿真资源类型', en: 'Kind of simulation' }, virtualSimulationResourceKinds, {
      secondary: true,
      help: { zh: '仅虚拟仿真实训资源填写', en: 'Only for virtual simulations' },
    }),
    base: reference({ zh: '所属实训基地', en: 'Practice base' }, 'teaching-sites', { secondary: true }),
    platformKind: choice(
      { zh: '国家平台资源类型', en: 'Kind on the national platform' },
      nationalPlatformResourceKinds,
      {
        secondary: true,
      },
    ),
    platformSince: date(
      { zh: '对接国家平台日期', en: 'On the national platform since' },
      { indexed: true, help: { zh: '未对接的为空', en: 'Empty while it is not there' } },
    ),
    platformAddress: text(
      { zh: '国家平台访问链接', en: 'Address on the national platform' },
      {
        maxLength: 300,
        secondary: true,
        pattern: 'https?://[!-~]+',
        help: { zh: '以 http:// 或 https:// 开头', en: 'Begins with http:// or https://' },
      },
    ),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'level' },
    { count: 'all', by: 'unit' },
  ],
  check: (resource) => [
    ...(resource.madeAt && resource.renewedAt && resource.renewedAt < resource.madeAt
      ? [{ field: 'renewedAt', message: { zh: '更新时间早于创建时间', en: 'Renewed before it was made' } }]
      : []),
    ...((resource.simulationKind !== null) !== (resource.kind === 'virtual-simulation')
      ? [
          {
            field: 'simulationKind',
            message: {
              zh: '虚拟仿真实训资源须填写虚拟仿真资源类型，其他资源不填',
              en: 'A virtual simulation has a kind of simulation, other resources have none',
            },
          },
        ]
      : []),
    ...((resource.platformSince === null) !== (resource.platformAddress === null)
      ? [
          {
            field: resource.platformSince === null ? 'platformSince' : 'platformAddress',
            message: { zh: '对接日期和访问链接须同时填写', en: 'Give both the day and the address, or neither' },
          },
        ]
      : []),
  ],
})
