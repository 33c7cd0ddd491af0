import type { Label, Lang } from '../../language/label.ts'

/** Names of the usual states, as the screens call them; another state is called by its own name. */
const usual: Readonly<Record<string, Label>> = {
  active: { zh: '有效', en: 'Active' },
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'Submitted' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  approved: { zh: '已通过', en: 'Approved' },
  returned: { zh: '已退回', en: 'Returned' },
  rejected: { zh: '未通过', en: 'Rejected' },
  published: { zh: '已发布', en: 'Published' },
  closed: { zh: '已关闭', en: 'Closed' },
  archived: { zh: '已归档', en: 'Archived' },
}

export const stateLabel = (state: string, lang: Lang): string => usual[state]?.[lang] ?? state
