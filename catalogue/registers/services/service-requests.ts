import { choice, dateTime, defineRegister, person, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { personKinds } from '../../codes/national/person-kinds.ts'
import { serviceRequestKinds } from '../../codes/national/service-request-kinds.ts'

/** What was asked for in the online service hall, and when it was done. */
export const serviceRequests = defineRegister({
  name: 'service-requests',
  label: { zh: '在线事务办理', en: 'Service requests' },
  area: 'services',
  owner: 'information',
  title: 'name',
  person: 'applicant',
  fields: {
    number: text({ zh: '办理编号', en: 'Number' }, { required: true, maxLength: 40 }),
    name: text({ zh: '事务名称', en: 'Matter' }, { required: true, maxLength: 200 }),
    kind: choice({ zh: '事务类型', en: 'Kind' }, serviceRequestKinds, { required: true }),
    personKind: choice({ zh: '人员类型', en: 'Kind of applicant' }, personKinds, { required: true }),
    applicant: person({ zh: '申请人', en: 'Applicant' }),
    applicantName: text(
      { zh: '申请人姓名', en: "Applicant's name" },
      {
        maxLength: 36,
        secondary: true,
        help: { zh: '仅在人员库中没有申请人时填写', en: 'Only where the applicant is not among the people' },
      },
    ),
    requestedAt: dateTime({ zh: '申请时间', en: 'Requested at' }, { required: true, indexed: true }),
    handledAt: dateTime({ zh: '办理时间', en: 'Handled at' }),
  },
  unique: [['number']],
  access: aboutPersons,
  order: '-requestedAt',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'personKind' },
  ],
  check: (request) =>
    request.handledAt && request.handledAt < request.requestedAt
      ? [{ field: 'handledAt', message: { zh: '办理时间早于申请时间', en: 'Handled before it was requested' } }]
      : [],
})
