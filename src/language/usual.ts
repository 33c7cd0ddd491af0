import type { Label, Lang } from './label.ts'

/** Names of the usual states of records, figures and reports. */
const states: Readonly<Record<string, Label>> = {
  active: { zh: '有效', en: 'Active' },
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'Submitted' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  'unit-reviewed': { zh: '单位已审', en: 'Reviewed by the unit' },
  approved: { zh: '已通过', en: 'Approved' },
  returned: { zh: '已退回', en: 'Returned' },
  rejected: { zh: '未通过', en: 'Rejected' },
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  declined: { zh: '已退出', en: 'Declined' },
  given: { zh: '已同意', en: 'Given' },
  accepted: { zh: '已办理', en: 'Accepted' },
  proposed: { zh: '待合并', en: 'Proposed' },
  merged: { zh: '已合并', en: 'Merged' },
  undone: { zh: '已撤销合并', en: 'Undone' },
  closed: { zh: '已关闭', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
  computed: { zh: '已计算', en: 'Computed' },
  entered: { zh: '已填报', en: 'Entered' },
  open: { zh: '进行中', en: 'Open' },
  running: { zh: '进行中', en: 'Running' },
  planned: { zh: '计划中', en: 'Planned' },
  completed: { zh: '已完成', en: 'Completed' },
  done: { zh: '已完成', en: 'Done' },
  verified: { zh: '已核实', en: 'Verified' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  paid: { zh: '已支付', en: 'Paid' },
  reversed: { zh: '已冲销', en: 'Reversed' },
  terminated: { zh: '已终止', en: 'Terminated' },
  ended: { zh: '已结束', en: 'Ended' },
  pending: { zh: '待处理', en: 'Pending' },
  locked: { zh: '已锁定', en: 'Locked' },
  assigned: { zh: '已分派', en: 'Assigned' },
  answered: { zh: '已答复', en: 'Answered' },
  rectified: { zh: '已整改', en: 'Rectified' },
  'in-force': { zh: '生效中', en: 'In force' },
  replaced: { zh: '已被替代', en: 'Replaced' },
  'with-finance': { zh: '待财务审批', en: 'With finance' },
  'with-leaders': { zh: '待校领导审批', en: 'With leaders' },
  registered: { zh: '已登记', en: 'Registered' },
  adopted: { zh: '已采用', en: 'Adopted' },
  deprecated: { zh: '已废止', en: 'Deprecated' },
  accredited: { zh: '已认定', en: 'Accredited' },
  refused: { zh: '未同意', en: 'Refused' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  changed: { zh: '数据有变化', en: 'Records changed' },
  deleted: { zh: '已停用', en: 'Deleted' },
}

/** Names of the usual actions; a transition's own label comes first. */
const actions: Readonly<Record<string, Label>> = {
  create: { zh: '新建', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  import: { zh: '导入', en: 'Imported' },
  delete: { zh: '停用', en: 'Delete' },
  restore: { zh: '恢复', en: 'Restore' },
  erase: { zh: '到期清除', en: 'Erased' },
  submit: { zh: '提交', en: 'Submit' },
  approve: { zh: '审核通过', en: 'Approve' },
  return: { zh: '退回', en: 'Return' },
  reject: { zh: '不通过', en: 'Reject' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  publish: { zh: '发布', en: 'Publish' },
  enter: { zh: '填报', en: 'Enter' },
  review: { zh: '审核', en: 'Review' },
  accept: { zh: '采纳', en: 'Accept' },
  evidence: { zh: '添加佐证', en: 'Evidence added' },
  'evidence-removed': { zh: '移除佐证', en: 'Evidence removed' },
  comment: { zh: '评论', en: 'Comment' },
  complete: { zh: '完成', en: 'Complete' },
  close: { zh: '关闭', en: 'Close' },
  start: { zh: '开始', en: 'Start' },
  cancel: { zh: '取消', en: 'Cancel' },
  pay: { zh: '支付', en: 'Pay' },
  reverse: { zh: '冲销', en: 'Reverse' },
  confirm: { zh: '确认', en: 'Confirm' },
  verify: { zh: '核实', en: 'Verify' },
  recomputed: { zh: '重新计算', en: 'Recomputed' },
  'records-changed': { zh: '数据有变化', en: 'Records changed' },
  'records-agree-again': { zh: '数据恢复一致', en: 'Records agree again' },
  'evidence-added': { zh: '添加佐证', en: 'Evidence added' },
  marked: { zh: '标记', en: 'Marked' },
  unmarked: { zh: '取消标记', en: 'Mark removed' },
  'sign-off': { zh: '签署', en: 'Signed off' },
}

const spaced = (name: string): Label => ({ zh: name.replaceAll('-', ' '), en: name.replaceAll('-', ' ') })

/** What a state is called; a state that is not usual is called by its own name. */
export const stateLabel = (state: string): Label => states[state] ?? spaced(state)

/** What an action is called. */
export const actionLabel = (action: string): Label => actions[action] ?? spaced(action)

/** What a state is called, in one language. */
export const stateText = (state: string, lang: Lang): string => stateLabel(state)[lang]

/** What an action is called, in one language. */
export const actionText = (action: string, lang: Lang): string => actionLabel(action)[lang]
