import { choice, defineRegister, integer, month, reference, text, type Problem } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { adoptedResourceKinds } from '../../codes/national/adopted-resource-kinds.ts'
import { adoptionKinds } from '../../codes/national/adoption-kinds.ts'

const SUBJECTS = { 'course-standard': 'course', 'major-standard': 'major', textbook: 'textbook' } as const

/**
 * A course standard, standard of a major or textbook taken up by one school of one country. What the annual report
 * counts, standards and equipment by name and country, stands in adopted-standards.
 */
export const resourceAdoptions = defineRegister({
  name: 'resource-adoptions',
  label: { zh: '教学资源被国（境）外采用', en: 'Teaching resources adopted abroad' },
  area: 'international',
  owner: 'international',
  title: 'adopter',
  fields: {
    kind: choice({ zh: '教学资源类型', en: 'Kind of resource' }, adoptedResourceKinds, {
      required: true,
      indexed: true,
    }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { indexed: true }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { indexed: true }),
    textbook: reference({ zh: '教材', en: 'Textbook' }, 'textbooks', { indexed: true }),
    country: choice({ zh: '采用国家', en: 'Country' }, countries, { required: true, indexed: true }),
    adopter: text(
      { zh: '采用院校（机构）', en: 'Adopted by' },
      { required: true, maxLength: 160, help: { zh: '填中文译名。', en: 'Its name in Chinese.' } },
    ),
    adoptedIn: month({ zh: '采用年月', en: 'Adopted in' }, { required: true, indexed: true }),
    use: choice({ zh: '采用类型', en: 'Use' }, adoptionKinds, { required: true, indexed: true }),
    students: integer(
      { zh: '涉及外方学生数', en: 'Foreign students concerned' },
      { required: true, min: 0, max: 99_999_999, unit: { zh: '人', en: 'people' } },
    ),
  },
  unique: [['kind', 'course', 'major', 'textbook', 'country', 'adopter']],
  access: openToMembers,
  order: '-adoptedIn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'country' },
  ],
  check: (adoption) => {
    const wanted = SUBJECTS[adoption.kind]
    const problems: Problem[] = []
    for (const name of Object.values(SUBJECTS)) {
      if (name === wanted && adoption[name] === null)
        problems.push({
          field: name,
          message: {
            zh: '按教学资源类型选择课程、专业或教材',
            en: 'Choose the course, major or textbook that the kind means',
          },
        })
      if (name !== wanted && adoption[name] !== null)
        problems.push({
          field: name,
          message: { zh: '与教学资源类型不符，请清空', en: 'It does not belong to this kind: leave it empty' },
        })
    }
    return problems
  },
})
