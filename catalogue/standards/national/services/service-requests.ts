import { defineStandardTable } from '../../../../src/language/standard.ts'
import { personKinds } from '../../../codes/national/person-kinds.ts'
import { serviceRequestKinds } from '../../../codes/national/service-request-kinds.ts'
import { serviceRequests } from '../../../registers/services/service-requests.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const serviceRequestsTable = defineStandardTable(national, serviceRequests, {
  name: 'ODS_ZXSWBLSJ',
  number: 86,
  code: 'ZYGFW0201',
  label: { zh: '在线事务办理', en: 'Service requests' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [['SQSJ', 'BLSJ']],
  columns: [
    key,
    college(),
    ['ZYGFW020101', 'BSSWMC', '办事事务名称', 'C200', 'M', 'name'],
    ['ZYGFW020102', 'BSSWLXM', '办事事务类型码', 'C2', 'M', 'kind', serviceRequestKinds],
    ['ZYGFW020103', 'RYLXM', '人员类型码', 'C2', 'M', 'personKind', personKinds],
    ['ZYGFW020104', 'SQSJ', '申请时间', 'C15', 'M', 'requestedAt', 'GB/T 7408'],
    ['ZYGFW020105', 'SWBLR', '事务申请人', 'C36', 'O', { first: ['applicant.name', 'applicantName'] }],
    ['GZFW040208', 'BLSJ', '办理时间', 'C15', 'O', 'handledAt', 'GB/T 7408'],
    collectedAt(),
  ],
})
