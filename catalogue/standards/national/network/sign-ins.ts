import { defineStandardTable } from '../../../../src/language/standard.ts'
import { accountStates } from '../../../codes/national/account-states.ts'
import { signIns } from '../../../registers/network/sign-ins.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const signInsTable = defineStandardTable(national, signIns, {
  name: 'ODS_TYYHRZDLSJ',
  number: 92,
  code: 'ZYGFW0602',
  label: { zh: '统一用户认证登录', en: 'Sign-ins' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['DLZH', 'DLSJ']],
  columns: [
    key,
    college(),
    ['ZYGFW060201', 'DLZH', '登录账号', 'C30', 'M', 'account'],
    ['ZYGFW060202', 'JS', '角色', 'C60', 'O', 'roles'],
    ['ZYGFW060203', 'SZBMMC', '所在部门名称', 'C200', 'O', 'department.name'],
    ['ZYGFW060204', 'DLSJ', '登录时间', 'C15', 'M', 'signedInAt', 'GB/T 7408'],
    ['ZYGFW060205', 'DLIP', '登录IP', 'C128', 'O', 'address'],
    ['ZYGFW060206', 'ZHZTM', '账号状态码', 'C2', 'M', 'accountState', accountStates],
    collectedAt(),
  ],
})
