/**
 * Kinds, levels and grades of learning outcomes, best last: a rule asks for a grade or a better one. National credit
 * banks sort outcomes into degree, non-degree and informal ones; see `formOf`.
 */
export const outcomeKinds = {
  'degree-course': { zh: '学历课程', en: 'Course of a degree programme' },
  'degree-certificate': { zh: '学历证书', en: 'Degree' },
  'vocational-certificate': { zh: '职业技能等级证书', en: 'Vocational certificate' },
  'other-certificate': { zh: '其他证书', en: 'Other certificate' },
  training: { zh: '培训', en: 'Training' },
  competition: { zh: '竞赛获奖', en: 'Competition' },
  'work-experience': { zh: '工作经历', en: 'Work experience' },
  research: { zh: '专利、论文与技术成果', en: 'Patents, papers and technical results' },
} as const

export const outcomeLevels = {
  none: { zh: '不分等级', en: 'No level' },
  elementary: { zh: '初级', en: 'Elementary' },
  intermediate: { zh: '中级', en: 'Intermediate' },
  advanced: { zh: '高级', en: 'Advanced' },
  municipal: { zh: '市级', en: 'Municipal' },
  provincial: { zh: '省级', en: 'Provincial' },
  national: { zh: '国家级', en: 'National' },
} as const

export const outcomeGrades = {
  pass: { zh: '合格', en: 'Pass' },
  good: { zh: '良好', en: 'Good' },
  excellent: { zh: '优秀', en: 'Excellent' },
} as const

export const creditCategories = {
  general: { zh: '公共基础课', en: 'General' },
  foundation: { zh: '专业基础课', en: 'Professional foundation' },
  core: { zh: '专业核心课', en: 'Professional core' },
  extension: { zh: '专业拓展课', en: 'Professional extension' },
  practice: { zh: '实践性教学环节', en: 'Practice' },
  elective: { zh: '公共选修课', en: 'General elective' },
  ideological: { zh: '思想政治课', en: 'Ideological education' },
  physical: { zh: '体育课', en: 'Physical education' },
} as const

/** What an expert advises of an outcome. */
export const expertRecommendations = {
  accredit: { zh: '建议认定', en: 'Accredit' },
  refuse: { zh: '建议不予认定', en: 'Do not accredit' },
  'more-evidence': { zh: '需补充材料', en: 'More evidence needed' },
} as const
