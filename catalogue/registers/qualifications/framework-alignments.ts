import { choice, defineRegister, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Which items of a framework a programme, a course or a certificate of the college leads to. */
export const frameworkAlignments = defineRegister({
  name: 'framework-alignments',
  label: { zh: '课证对标', en: 'Alignments' },
  area: 'qualifications',
  owner: 'continuing-education',
  help: {
    zh: '人才培养方案、课程、证书三者填写一项，对标到能力单元、学习成果或资历等级。',
    en: 'Name a programme, a course or a certificate, and the unit, outcome or level that it leads to.',
  },
  title: 'number',
  fields: {
    number: text({ zh: '对标编号', en: 'Number' }, { required: true, maxLength: 60 }),
    item: reference({ zh: '框架条目', en: 'Item' }, 'framework-items', { required: true, indexed: true }),
    programme: reference({ zh: '人才培养方案', en: 'Programme' }, 'training-programmes', { indexed: true }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { indexed: true }),
    certificate: reference({ zh: '证书', en: 'Certificate' }, 'certificate-schemes', { indexed: true }),
    coverage: choice(
      { zh: '覆盖程度', en: 'Coverage' },
      { full: { zh: '全部覆盖', en: 'Full' }, part: { zh: '部分覆盖', en: 'Part' } },
      { required: true, default: 'full' },
    ),
    note: text({ zh: '说明', en: 'Note' }, { maxLength: 500 }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [{ count: 'all', by: 'coverage' }],
  check: (alignment) =>
    [alignment.programme, alignment.course, alignment.certificate].filter((one) => one !== null).length === 1
      ? []
      : [
          {
            field: 'programme',
            message: {
              zh: '人才培养方案、课程、证书填写其中一项',
              en: 'Name one of programme, course and certificate',
            },
          },
        ],
})
