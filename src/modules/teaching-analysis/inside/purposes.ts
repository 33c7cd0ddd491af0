import type { Label } from '../../../language/label.ts'
import { ACT_KINDS, type ActKindName } from '../../classroom/index.ts'
import { DIMENSION_NAMES } from '../model/evaluation-model.ts'
import { ADVICE_RULES } from '../rules/advice-rules.ts'
import type { RiskReason, WirePurpose, WirePurposes } from '../wire.ts'
import { RISKS } from './risk.ts'
import type { Weights } from './weights.ts'

/** How long what is recorded in class stays with a name; the database's function lets nothing go sooner. */
export const RETENTION = { actYears: 5, traceDays: 180 } as const

interface Purpose {
  readonly purpose: Label
  readonly seenBy: Label
}

const SIGN_IN: Purpose = {
  purpose: { zh: '记录出勤，形成考勤台账', en: 'Attendance, and the register of absences' },
  seenBy: { zh: '本人；任课教师', en: 'Oneself; the teacher of the class' },
}
const LEARNING: Purpose = {
  purpose: {
    zh: '反馈学习情况，改进教学（参与面、知识点掌握、教学建议）',
    en: 'Feedback on learning, and better teaching (participation, mastery, advice)',
  },
  seenBy: {
    zh: '本人；任课教师。其他同学看不到谁答了什么',
    en: 'Oneself; the teacher of the class. No fellow student sees who answered what',
  },
}
const WORK: Purpose = {
  purpose: { zh: '评阅作业、登记平时成绩', en: 'Grading work, and the marks of the term' },
  seenBy: {
    zh: '本人；任课教师；互评时匿名的互评人',
    en: 'Oneself; the teacher of the class; unnamed peers where they review',
  },
}
const TEACHING: Purpose = {
  purpose: {
    zh: '让教师看到自己的教学过程，计算等待与反馈时间',
    en: 'Showing teachers their own teaching; wait and feedback times',
  },
  seenBy: {
    zh: '教师本人；督导只看到至少 5 名教师的汇总',
    en: 'The teacher; supervisors only see figures of five teachers or more',
  },
}

/** Why each kind of act is recorded, and who sees it. A new kind does not compile without. */
const PURPOSES: Readonly<Record<ActKindName, Purpose>> = {
  'signed-in': SIGN_IN,
  'corrected-sign-in': SIGN_IN,
  answered: LEARNING,
  polled: LEARNING,
  worded: LEARNING,
  'raised-hand': LEARNING,
  'was-picked': LEARNING,
  grouped: LEARNING,
  posted: LEARNING,
  practised: LEARNING,
  'opened-material': LEARNING,
  'did-preview': LEARNING,
  'handed-in': WORK,
  'reviewed-peer': WORK,
  discussed: LEARNING,
  journalled: WORK,
  reflected: WORK,
  'opened-lesson': TEACHING,
  'closed-lesson': TEACHING,
  'opened-activity': TEACHING,
  'closed-activity': TEACHING,
  'showed-result': TEACHING,
  picked: TEACHING,
  'gave-feedback': WORK,
  graded: WORK,
}

const YEARS: Label = {
  zh: `${RETENTION.actYears} 年（在校三年，加毕业后两年供申诉）`,
  en: `${RETENTION.actYears} years (three of study, two for appeals)`,
}
const DAYS: Label = { zh: `${RETENTION.traceDays} 天`, en: `${RETENTION.traceDays} days` }
const ANONYMOUS: Label = {
  zh: '去掉是谁、写了什么，只留次数',
  en: 'Who it was and what they wrote goes; the count stays',
}
const ERASED: Label = { zh: '清除', en: 'Erased' }

/** What is kept beside acts. */
const OTHERS: readonly WirePurpose[] = [
  {
    kind: 'sign-in',
    label: { zh: '签到结果（到课、迟到、旷课、请假）', en: 'Sign-ins (present, late, absent, on leave)' },
    ...SIGN_IN,
    kept: YEARS,
    afterwards: ERASED,
  },
  {
    kind: 'device',
    label: {
      zh: '签到所用手机的公钥、异常提示、被拒绝的签到',
      en: "The telephone's public key, doubts, refused sign-ins",
    },
    purpose: { zh: '防止代签', en: 'Against signing in for others' },
    seenBy: { zh: '任课教师（只看到有无异常）', en: 'The teacher of the class (only whether there was a doubt)' },
    kept: DAYS,
    afterwards: ERASED,
  },
  {
    kind: 'coursework',
    label: { zh: '作业、成绩、评语、讨论、互评', en: 'Work, marks, feedback, discussion, peer review' },
    ...WORK,
    kept: YEARS,
    afterwards: ERASED,
  },
  {
    kind: 'results',
    label: { zh: '归档的课程成绩', en: 'Filed results of courses' },
    purpose: { zh: '写入学生综合成绩台账', en: "The student's record of results" },
    seenBy: { zh: '任课教师；台账按其权限', en: 'The teacher of the class; the record as its register says' },
    kept: { zh: '长期保存（学籍成绩档案）', en: "For good, as part of the student's file" },
    afterwards: { zh: '—', en: '—' },
  },
  {
    kind: 'rating',
    label: { zh: '学生评教（不记是谁说的，只记谁已评过）', en: 'Ratings of courses (not who said what, only who has)' },
    purpose: { zh: '课程质量评价，报送国家数据表', en: 'Evaluation of courses, and the national table' },
    seenBy: {
      zh: '任课教师和质量部门只看到至少 5 人的平均分',
      en: 'The teacher and the quality office see means of five or more',
    },
    kept: { zh: '长期保存', en: 'For good' },
    afterwards: { zh: '—', en: '—' },
  },
  {
    kind: 'advice',
    label: { zh: '教学建议及其采纳情况', en: 'Advice and what became of it' },
    ...TEACHING,
    kept: YEARS,
    afterwards: ERASED,
  },
  {
    kind: 'risk',
    label: {
      zh: '需要帮助的学生及原因（由以上数据算出）',
      en: 'Students who may need help, with the reasons (worked out from the above)',
    },
    purpose: { zh: '及时帮助学生', en: 'Helping students in time' },
    seenBy: {
      zh: '任课教师；学生所在学院的负责人、辅导员和班主任。每次查看都记入审计日志',
      en: "The teacher of the class; head, counsellors and class advisers of the student's faculty. Every look is in the audit log",
    },
    kept: {
      zh: '只保存最近一次算出的结果，班里有新记录即重算',
      en: 'Only as last worked out: whatever is new in the class replaces it',
    },
    afterwards: { zh: '随以上数据一并清除', en: 'Goes with the data it follows from' },
  },
]

/** Everything that is recorded in class, why, who sees it and for how long: for everybody. */
export function listPurposes({ of }: Weights): WirePurposes {
  const acts = Object.entries(ACT_KINDS).map(([kind, { label }]): WirePurpose => ({
    kind,
    label,
    ...PURPOSES[kind as ActKindName],
    kept: YEARS,
    afterwards: ANONYMOUS,
  }))
  return {
    purposes: [...OTHERS, ...acts],
    model: DIMENSION_NAMES.map((name) => ({ name, weight: of[name] })),
    rules: ADVICE_RULES.map(({ name, label, reason, source, example, least }) => ({
      name,
      label,
      reason,
      source,
      example,
      least,
    })),
    risks: (Object.keys(RISKS) as RiskReason[]).map((reason) => ({ reason, ...RISKS[reason] })),
  }
}
