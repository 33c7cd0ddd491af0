import type { Label, Lang } from '../../../language/index.ts'

/** The kinds of entries in the audit log. The first word of several gathers them all. */
export const auditKinds: Readonly<Record<string, Label>> = {
  'sign-in': { zh: '登录', en: 'Sign-in' },
  'sign-in.wrong': { zh: '登录失败', en: 'Wrong sign-in' },
  'sign-in.locked': { zh: '登录被锁定', en: 'Sign-in locked out' },
  'sign-out': { zh: '退出登录', en: 'Sign-out' },
  'session.end': { zh: '结束会话', en: 'Session ended' },
  'password.change': { zh: '修改密码', en: 'Password changed' },
  'password.reset': { zh: '重置密码', en: 'Password reset' },
  'passkey.add': { zh: '添加通行密钥', en: 'Passkey added' },
  'passkey.remove': { zh: '移除通行密钥', en: 'Passkey removed' },
  'account.create': { zh: '新建账号', en: 'Account made' },
  'account.change': { zh: '修改账号', en: 'Account changed' },
  'account.lock': { zh: '锁定账号', en: 'Account locked' },
  'account.unlock': { zh: '解锁账号', en: 'Account unlocked' },
  'assignment.add': { zh: '授予角色', en: 'Role given' },
  'assignment.remove': { zh: '收回角色', en: 'Role taken back' },
  'delegation.add': { zh: '委托角色', en: 'Role delegated' },
  'delegation.remove': { zh: '结束委托', en: 'Delegation ended' },
  'settings.change': { zh: '修改设置', en: 'Settings changed' },
  'standard.connection': { zh: '修改上报连接', en: 'Reporting connection changed' },
  'standard.report': { zh: '上报数据', en: 'Data reported' },
  'feed.change': { zh: '修改数据接入', en: 'Feed changed' },
  'feed.remove': { zh: '删除数据接入', en: 'Feed removed' },
  'feed.run': { zh: '执行数据接入', en: 'Feed run' },
  'statements.look': { zh: '查看学习记录明细', en: 'Single learning records looked at' },
  'students.look': { zh: '查看需要帮助的学生', en: 'Students who may need help looked at' },
  'record.erase': { zh: '到期清除记录', en: 'Records erased' },
  'job.cancel': { zh: '取消后台任务', en: 'Background job cancelled' },
  'job.again': { zh: '重新执行后台任务', en: 'Background job run again' },
  'job.pause': { zh: '暂停或恢复定时任务', en: 'Timetable paused or resumed' },
  export: { zh: '导出数据', en: 'Data exported' },
  system: { zh: '系统操作', en: 'By the system' },
}

/** What a kind is called; its own name when nobody gave it words. */
export function kindText(kind: string, lang: Lang): string {
  return auditKinds[kind]?.[lang] ?? kind.replaceAll(/[-.]/g, ' ')
}
