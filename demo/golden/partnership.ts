/** Figures of chapter 6 as printed in the report that the demo college follows. */
export const golden = [
  { code: 'q0.industry-colleges', value: '11', note: '6.7' },
  { code: 'q0.apprenticeship-majors', value: '22', note: '6.3、6.7' },
  { code: 'q0.agreement-partners', value: '107', note: '6.2：与 107 家国内外知名企业' },
  { code: 'q0.industry-communities-led', value: '7', note: '6.5' },
  { code: 'q0.city-consortia-led', value: '1', note: '6.4' },
] as const

export const differs = [] as const
