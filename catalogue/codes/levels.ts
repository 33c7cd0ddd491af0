import { defineCodes } from '../../src/language/codes.ts'

/** The level at which a course, library, base, textbook or prize is recognised. One thing may hold several. */
export const levels = defineCodes({
  name: 'levels',
  label: { zh: '级别', en: 'Level' },
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省级', en: 'Provincial' },
    college: { zh: '校级', en: 'College' },
  },
})
