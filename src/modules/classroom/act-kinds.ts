import type { Label } from '../../language/label.ts'

/** What an act is called, who does it, and its verb in learning records (xAPI 2.0, 4.2.3: an IRI). */
interface ActKind {
  readonly label: Label
  readonly who: 'student' | 'teacher'
  readonly verb: string
}

const adl = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`
const activityStreams = (name: string) => `http://activitystrea.ms/schema/1.0/${name}`
/** Where no public vocabulary has a word for it. */
const own = (name: string) => `urn:jiangxin:verb:${name}`

/** Every act of teaching and learning that is recorded, before, in and after class. */
export const ACT_KINDS = {
  'signed-in': { label: { zh: '签到', en: 'signed in' }, who: 'student', verb: adl('attended') },
  answered: { label: { zh: '答题', en: 'answered' }, who: 'student', verb: adl('answered') },
  polled: { label: { zh: '投票', en: 'voted' }, who: 'student', verb: adl('responded') },
  worded: { label: { zh: '写词', en: 'gave words' }, who: 'student', verb: adl('responded') },
  'raised-hand': { label: { zh: '举手', en: 'raised a hand' }, who: 'student', verb: adl('asked') },
  'was-picked': { label: { zh: '被点到', en: 'was picked' }, who: 'student', verb: own('was-picked') },
  grouped: { label: { zh: '分到小组', en: 'was put into a group' }, who: 'student', verb: own('grouped') },
  posted: { label: { zh: '发到白板', en: 'posted on the board' }, who: 'student', verb: adl('shared') },
  practised: { label: { zh: '实训操作', en: 'practised' }, who: 'student', verb: adl('progressed') },
  'opened-material': { label: { zh: '打开材料', en: 'opened a material' }, who: 'student', verb: adl('experienced') },
  'did-preview': { label: { zh: '完成预习', en: 'did the preview' }, who: 'student', verb: adl('completed') },
  'handed-in': { label: { zh: '交作业', en: 'handed in' }, who: 'student', verb: activityStreams('submit') },
  'reviewed-peer': { label: { zh: '同伴互评', en: 'reviewed a peer' }, who: 'student', verb: own('reviewed-peer') },
  discussed: { label: { zh: '参与讨论', en: 'discussed' }, who: 'student', verb: adl('commented') },
  journalled: { label: { zh: '写实训日志', en: 'wrote the journal' }, who: 'student', verb: own('journalled') },
  reflected: { label: { zh: '写反思', en: 'reflected' }, who: 'student', verb: own('reflected') },
  'opened-lesson': { label: { zh: '上课', en: 'opened the lesson' }, who: 'teacher', verb: adl('initialized') },
  'closed-lesson': { label: { zh: '下课', en: 'closed the lesson' }, who: 'teacher', verb: adl('terminated') },
  'opened-activity': { label: { zh: '开始活动', en: 'opened an activity' }, who: 'teacher', verb: adl('launched') },
  'closed-activity': {
    label: { zh: '结束活动', en: 'closed an activity' },
    who: 'teacher',
    verb: activityStreams('close'),
  },
  'showed-result': {
    label: { zh: '公布结果', en: 'showed a result' },
    who: 'teacher',
    verb: activityStreams('present'),
  },
  picked: { label: { zh: '点名提问', en: 'picked a student' }, who: 'teacher', verb: own('picked') },
  'gave-feedback': { label: { zh: '反馈', en: 'gave feedback' }, who: 'teacher', verb: adl('commented') },
  graded: { label: { zh: '评分', en: 'graded' }, who: 'teacher', verb: adl('scored') },
  'corrected-sign-in': {
    label: { zh: '更正签到', en: 'corrected a sign-in' },
    who: 'teacher',
    verb: activityStreams('update'),
  },
} as const satisfies Readonly<Record<string, ActKind>>

export type ActKindName = keyof typeof ACT_KINDS
