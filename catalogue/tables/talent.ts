import { defineTable } from '../../src/language/index.ts'

export const talentTable = defineTable({
  name: 'talent',
  label: { zh: '表1：人才培养质量计分卡', en: 'Table 1: Scorecard of education' },
  rows: [
    { no: '1', label: { zh: '毕业生人数', en: 'Graduates' }, level: 0, indicator: 'q1.graduates' },
    {
      no: '2',
      label: { zh: '毕业去向落实人数', en: 'Graduates with a settled destination' },
      level: 0,
      indicator: 'q1.settled',
    },
    {
      label: { zh: '其中：毕业生升学人数', en: 'Of which in further study' },
      level: 1,
      indicator: 'q1.further-study',
    },
    {
      label: { zh: '升入本科人数', en: 'Admitted to a bachelor programme' },
      level: 2,
      indicator: 'q1.further-study-bachelor',
    },
    {
      no: '3',
      label: { zh: '毕业生本省去向落实率', en: 'Share settled in the province' },
      level: 0,
      indicator: 'q1.settled-in-province-rate',
    },
    { no: '4', label: { zh: '月收入', en: 'Monthly income' }, level: 0, indicator: 'q1.monthly-income' },
    {
      no: '5',
      label: { zh: '毕业生面向三次产业就业人数', en: 'Graduates at work in the three sectors' },
      level: 0,
      indicator: 'q1.sectors',
    },
    {
      label: { zh: '其中：面向第一产业', en: 'Of which in the primary sector' },
      level: 1,
      indicator: 'q1.sector-primary',
    },
    { label: { zh: '面向第二产业', en: 'In the secondary sector' }, level: 1, indicator: 'q1.sector-secondary' },
    { label: { zh: '面向第三产业', en: 'In the tertiary sector' }, level: 1, indicator: 'q1.sector-tertiary' },
    {
      no: '6',
      label: { zh: '自主创业率', en: 'Share with their own business' },
      level: 0,
      indicator: 'q1.own-business-rate',
    },
    {
      no: '7',
      label: { zh: '毕业三年晋升比例', en: 'Promoted within three years' },
      level: 0,
      indicator: 'q1.promotion-rate',
    },
  ],
})
