/** Where somebody stands in life; learning goes on through all of them. */
export const lifeStages = {
  student: { zh: '在校学生', en: 'Student' },
  worker: { zh: '在职人员', en: 'Worker' },
  senior: { zh: '老年学习者', en: 'Senior' },
  other: { zh: '其他', en: 'Other' },
} as const
