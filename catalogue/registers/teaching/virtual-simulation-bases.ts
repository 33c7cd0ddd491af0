import {
  choices,
  date,
  defineRegister,
  integer,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Training bases built on virtual simulation (虚拟仿真实训基地). */
export const virtualSimulationBases = defineRegister({
  name: 'virtual-simulation-bases',
  label: { zh: '虚拟仿真实训基地', en: 'Virtual simulation bases' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    name: text({ zh: '基地名称', en: 'Name' }, { required: true, maxLength: 100 }),
    unit: unit({ zh: '建设单位', en: 'Unit' }, { required: true, indexed: true }),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors'),
    leader: person({ zh: '负责人', en: 'Leader' }),
    levels: choices({ zh: '认定级别', en: 'Levels' }, levels, { required: true }),
    recognisedOn: date({ zh: '首次认定日期', en: 'First recognised on' }, { required: true, indexed: true }),
    onNationalPlatform: yesNo({ zh: '接入国家智慧教育平台', en: 'On the national platform' }, { default: false }),
    resources: integer({ zh: '虚拟仿真资源数', en: 'Simulation resources' }, { min: 0 }),
    seats: integer({ zh: '工位数', en: 'Seats' }, { min: 0, unit: { zh: '个', en: 'seats' } }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  statistics: [
    { count: 'all', by: 'levels' },
    { count: 'all', by: 'unit' },
  ],
})
