import type { Label } from '../../language/index.ts'

/** What is said of typed values that wait on this device. */
export const waitingTexts = {
  'waiting.offline': {
    zh: '离线：{n} 项填报已存于本机，恢复连接后自动发送。',
    en: 'Offline: {n} values wait on this device and are sent when the connection is back.',
  },
  'waiting.unreached': {
    zh: '服务器暂时无法连接：{n} 项填报已存于本机，将自动重试。',
    en: 'The server cannot be reached: {n} values wait on this device and are tried again.',
  },
  'waiting.sent': { zh: '已送达 {n} 项填报', en: '{n} values arrived' },
  'waiting.look': {
    zh: '{n} 项填报未被采用，请处理：',
    en: '{n} values were not taken, please look:',
  },
  'waiting.sign-out': { zh: '还有 {n} 项内容没有送达服务器', en: '{n} things have not reached the server' },
  'waiting.sign-out-hint': {
    zh: '包括未发送的填报、未保存的报告正文和课堂作答。退出登录会把它们从本机删除，可先返回相应页面发送或保存。',
    en: 'Typed values, report texts that were not saved, answers in class. Signing out removes them from this device: you can go back, and send or save them first.',
  },
  'waiting.sign-out-anyway': { zh: '删除并退出', en: 'Remove and sign out' },
} as const satisfies Record<string, Label>
