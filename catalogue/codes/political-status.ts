import { defineCodes } from '../../src/language/codes.ts'

export const politicalStatus = defineCodes({
  name: 'political-status',
  label: { zh: '政治面貌', en: 'Political status' },
  source: 'GB/T 4762',
  values: {
    'party-member': { zh: '中共党员', en: 'Party member' },
    'probationary-member': { zh: '中共预备党员', en: 'Probationary party member' },
    'youth-league': { zh: '共青团员', en: 'Youth League member' },
    'democratic-party': { zh: '民主党派成员', en: 'Member of a democratic party' },
    'no-party': { zh: '无党派人士', en: 'Public figure without party' },
    masses: { zh: '群众', en: 'None' },
  },
  official: { 'party-member': '01', 'probationary-member': '02', 'youth-league': '03', 'no-party': '12', masses: '13' },
})
