/** Table 3 rows 10–13, table 6 rows 7 and 8 and chapters 1.2 and 6.1 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q3.internet-bandwidth', value: '30150.00' },
  { code: 'q3.backbone-bandwidth', value: '10000.00' },
  { code: 'q3.workplaces-per-student', value: '0.71', note: '12102 ÷ 17045' },
  { code: 'q3.equipment-value-per-student', value: '22440.52', note: '389612308.24 ÷ 折合在校生 17362' },
  { code: 'q6.enterprise-equipment', value: '3530.60' },
  { code: 'q6.practice-centres', value: '7' },
  { code: 'q0.land-area', value: '129.14', note: '1.2' },
  { code: 'q0.building-area', value: '52.01', note: '1.2' },
  { code: 'q0.teaching-area-per-student', value: '20.39', note: '1.2：347547.55 ÷ 17045' },
  { code: 'q0.books-per-student', value: '155.21', note: '1.2：2694756 ÷ 折合在校生 17362' },
  { code: 'q0.practice-sites', value: '442', note: '6.1' },
  { code: 'q0.practice-sites-on-campus', value: '224', note: '6.1' },
  { code: 'q0.practice-sites-external', value: '218', note: '6.1' },
  { code: 'q0.donated-equipment', value: '752.56', note: '6.1' },
] as const

/** Not printed, but fixed by the printed figures and the definitions. */
export const derived = [
  { code: 'q0.workplaces', value: '12102' },
  { code: 'q0.equipment-value', value: '38961.23' },
  { code: 'q0.printed-books-per-student', value: '78.95', note: '1370700 ÷ 17362' },
] as const

export const differs = [] as const
