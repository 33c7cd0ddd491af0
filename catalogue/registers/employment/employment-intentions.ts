import { choice, dateTime, defineRegister, longText, region, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { industries } from '../../codes/industries.ts'
import { careerIntentions } from '../../codes/national/career-intentions.ts'
import { ofStudent } from '../students/whose-record.ts'

/** What students about to graduate want to do. What became of it stands in graduates. */
export const employmentIntentions = defineRegister({
  name: 'employment-intentions',
  label: { zh: '学生就业意向', en: 'Employment intentions' },
  area: 'employment',
  owner: 'employment',
  title: 'enteredAt',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    intention: choice({ zh: '就业意向', en: 'Intention' }, careerIntentions, { required: true, indexed: true }),
    note: longText({ zh: '意向说明', en: 'In their words' }, { required: true, maxLength: 500, secondary: true }),
    region: region({ zh: '意向城市', en: 'City they want' }, { required: true, level: 'city' }),
    industry: choice({ zh: '意向行业', en: 'Industry they want' }, industries, {
      required: true,
      indexed: true,
      help: { zh: '意向为升学的填教育。', en: 'Education for those who want to study on.' },
    }),
    employer: text({ zh: '意向单位', en: 'Employer they want' }, { maxLength: 150 }),
    enteredAt: dateTime({ zh: '录入时间', en: 'Entered at' }, { required: true, indexed: true }),
  },
  unique: [['student', 'enteredAt']],
  access: aboutPersons,
  order: '-enteredAt',
  statistics: [
    { count: 'all', by: 'intention' },
    { count: 'all', by: 'industry' },
    { count: 'all', by: 'unit' },
  ],
  check: (wish) =>
    wish.intention === 'further-study' && wish.industry !== 'education'
      ? [
          {
            field: 'industry',
            message: { zh: '意向为升学的，行业填教育', en: 'For further study the industry is education' },
          },
        ]
      : [],
})
