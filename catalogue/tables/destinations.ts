import { defineTable } from '../../src/language/indicator.ts'

/** Printed in the text beside the employment section; each way with its share of the graduates. */
export const destinationsTable = defineTable({
  name: 'destinations',
  label: { zh: '毕业去向落实率及毕业去向分布', en: 'Destinations of graduates' },
  rows: [
    { no: '1', label: { zh: '毕业生人数', en: 'Graduates' }, level: 0, indicator: 'q1.graduates' },
    {
      no: '2',
      label: { zh: '签就业协议形式就业', en: 'Employed by agreement' },
      level: 0,
      indicator: 'q0.destination-agreement',
    },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.destination-agreement-share' },
    { no: '3', label: { zh: '升学', en: 'Further study' }, level: 0, indicator: 'q1.further-study' },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.further-study-rate' },
    {
      no: '4',
      label: { zh: '签劳动合同形式就业', en: 'Employed by contract' },
      level: 0,
      indicator: 'q0.destination-contract',
    },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.destination-contract-share' },
    {
      no: '5',
      label: { zh: '其他录用形式就业', en: 'Employed otherwise' },
      level: 0,
      indicator: 'q0.destination-other-employment',
    },
    {
      label: { zh: '占毕业生比例', en: 'Share of graduates' },
      level: 1,
      indicator: 'q0.destination-other-employment-share',
    },
    {
      no: '6',
      label: { zh: '应征义务兵', en: 'Military service' },
      level: 0,
      indicator: 'q0.destination-conscription',
    },
    {
      label: { zh: '占毕业生比例', en: 'Share of graduates' },
      level: 1,
      indicator: 'q0.destination-conscription-share',
    },
    { no: '7', label: { zh: '自由职业', en: 'Freelance' }, level: 0, indicator: 'q0.destination-freelance' },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.destination-freelance-share' },
    { no: '8', label: { zh: '自主创业', en: 'Own business' }, level: 0, indicator: 'q0.destination-startup' },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.destination-startup-share' },
    { no: '9', label: { zh: '待就业', en: 'Looking for work' }, level: 0, indicator: 'q0.destination-waiting' },
    { label: { zh: '占毕业生比例', en: 'Share of graduates' }, level: 1, indicator: 'q0.destination-waiting-share' },
    { no: '10', label: { zh: '毕业去向落实人数', en: 'Settled' }, level: 0, indicator: 'q1.settled' },
    { label: { zh: '毕业去向落实率', en: 'Share settled' }, level: 1, indicator: 'q0.destination-rate' },
  ],
})
