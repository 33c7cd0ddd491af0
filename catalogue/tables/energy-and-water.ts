import { defineTable } from '../../src/language/indicator.ts'

/** A data set of the logistics office: its sums are entered by hand. */
export const energyAndWaterTable = defineTable({
  name: 'energy-and-water',
  label: { zh: '能源与用水', en: 'Energy and water' },
  rows: [
    {
      no: '1',
      label: { zh: '全年用电量', en: 'Electricity used in the year' },
      level: 0,
      indicator: 'local.electricity',
    },
    {
      label: { zh: '其中：可再生能源电量', en: 'Of which renewable' },
      level: 1,
      indicator: 'local.renewable-electricity',
    },
    {
      label: { zh: '生均用电量', en: 'Electricity per student' },
      level: 1,
      indicator: 'local.electricity-per-student',
    },
    { no: '2', label: { zh: '全年用水量', en: 'Water used in the year' }, level: 0, indicator: 'local.water' },
  ],
})
