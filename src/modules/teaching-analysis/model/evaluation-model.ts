import type { Label } from '../../../language/label.ts'

/** Of what a value is the mean: each student's own mean, so that who answers more does not count more; or each question. */
export type Observed = 'student' | 'question'

export interface Dimension {
  readonly label: Label
  /** What it tells. */
  readonly about: Label
  /** How it is computed, for people; `inside/cases.ts` computes exactly this. */
  readonly formula: Label
  readonly unit: '%' | 's' | 'pp'
  readonly better: 'greater'
  readonly observed: Observed
  /** Whose rule or finding it follows, and what the platform laid down itself. */
  readonly source: Label
  /** Below so many observations nothing is said. */
  readonly least: number
  /** Its share of the whole, until the college lays down another in the register of weights. */
  readonly weight: string
  /** Points by value, straight lines between; below the first and above the last they stay. In the dimension's unit. */
  readonly scale: readonly (readonly [value: string, points: string])[]
}

const share: Dimension['scale'] = [
  ['0', '0'],
  ['100', '100'],
]

/**
 * The declared model by which teaching is evaluated. Every value is computed from acts, sign-ins and tasks that its
 * teacher can open one by one. A change of a formula, scale or least number is a new version.
 */
export const EVALUATION_MODEL = {
  name: 'classroom-teaching',
  version: 1,
  label: { zh: '课堂教学白盒评价模型', en: 'White-box model of classroom teaching' },
  dimensions: {
    preparation: {
      label: { zh: '课前准备', en: 'Preparation' },
      about: {
        zh: '布置了预习的课，学生上课前是否看过。',
        en: 'Where a preview was set: had students seen it before class?',
      },
      formula: {
        zh: '对布置了预习的每次课，应到学生（请假除外）中上课前打开过本次课材料或完成预习的记 1，否则记 0；先求每名学生的平均，再求全班平均',
        en: 'For each lesson with a preview, 1 for each expected student (leave apart) who opened material of the lesson or did the preview before it began, else 0; the mean of each student, then of the class',
      },
      unit: '%',
      better: 'greater',
      observed: 'student',
      source: {
        zh: '平台约定：课前、课中、课后一体的教学过程',
        en: 'Laid down by the platform: teaching before, in and after class',
      },
      least: 5,
      weight: '15',
      scale: share,
    },
    breadth: {
      label: { zh: '参与面', en: 'Breadth of participation' },
      about: { zh: '到课的学生中，有多少人动手、动口参与了。', en: 'How many of those who came took part.' },
      formula: {
        zh: '每次课到课（含迟到）的学生，有答题、投票、写词、举手、发白板或实训操作之一的记 1，否则记 0；先求每名学生的平均，再求全班平均',
        en: 'For each student who came (late included), 1 with an answer, vote, word, raised hand, post or step of practice, else 0; the mean of each student, then of the class',
      },
      unit: '%',
      better: 'greater',
      observed: 'student',
      source: {
        zh: 'Freeman et al. (2014), Active learning increases student performance；计法由平台约定',
        en: 'Freeman et al. (2014), Active learning increases student performance; counting laid down by the platform',
      },
      least: 5,
      weight: '25',
      scale: share,
    },
    wait: {
      label: { zh: '等待时间', en: 'Wait time' },
      about: { zh: '提问之后给学生多少时间想和答。', en: 'How long students had to think and answer.' },
      formula: {
        zh: '每道测验、投票、词云从开始到第一次结束或公布结果的秒数，各题平均；60 秒及以上为满分，10 秒及以下为 0 分',
        en: 'Seconds from opening each quiz, poll or word cloud to its first closing or showing, as a mean over questions; 60 s or more earn all points, 10 s or less none',
      },
      unit: 's',
      better: 'greater',
      observed: 'question',
      source: {
        zh: 'Rowe (1986), Wait time；10 秒与 60 秒由平台按手机作答约定',
        en: 'Rowe (1986), Wait time; 10 and 60 seconds laid down by the platform for answers by phone',
      },
      least: 5,
      weight: '10',
      scale: [
        ['10', '0'],
        ['60', '100'],
      ],
    },
    feedback: {
      label: { zh: '反馈及时', en: 'Timely feedback' },
      about: { zh: '学生交的作业，一周内得到评分或评语没有。', en: 'Was work answered within a week?' },
      formula: {
        zh: '每份作业从提交起 7 天内有评分或评语的记 1，否则记 0；未满 7 天且未反馈的不计；先求每名学生的平均，再求全班平均',
        en: '1 for each piece of work with a grade or feedback within 7 days, else 0; work that waits for less than 7 days is left out; the mean of each student, then of the class',
      },
      unit: '%',
      better: 'greater',
      observed: 'student',
      source: {
        zh: 'Hattie & Timperley (2007), The power of feedback；7 天由平台约定',
        en: 'Hattie & Timperley (2007), The power of feedback; seven days laid down by the platform',
      },
      least: 5,
      weight: '15',
      scale: share,
    },
    mastery: {
      label: { zh: '知识点掌握', en: 'Mastery' },
      about: {
        zh: '课上测验的得分率，可按知识点展开。',
        en: 'Share of points in quizzes in class; opens by knowledge point.',
      },
      formula: {
        zh: '课上每名学生对每道题的最后一次作答，得分 ÷ 满分；先求每名学生的平均，再求全班平均',
        en: "Points over full points of each student's last answer to each item in class; the mean of each student, then of the class",
      },
      unit: '%',
      better: 'greater',
      observed: 'student',
      source: { zh: '教育测量惯例：得分率 = 得分 ÷ 满分', en: 'Usual in testing: points ÷ full points' },
      least: 5,
      weight: '20',
      scale: share,
    },
    practice: {
      label: { zh: '实训操作', en: 'Practice' },
      about: { zh: '实训步骤和量规的完成情况。', en: 'Steps of practice passed, rubrics reached.' },
      formula: {
        zh: '每名检查过的学生的每个步骤：最后一次勾选为通过记 1，否则记 0；量规按得分 ÷ 满分另记一次；先求每名学生的平均，再求全班平均',
        en: 'Each step of each student who was looked at: 1 when the last check passed it, else 0; a rubric counts once more as points over full points; the mean of each student, then of the class',
      },
      unit: '%',
      better: 'greater',
      observed: 'student',
      source: {
        zh: '技能考核按步骤给分的惯例；计法由平台约定',
        en: 'Usual in tests of skill: points by steps; counting laid down by the platform',
      },
      least: 5,
      weight: '10',
      scale: share,
    },
    improvement: {
      label: { zh: '进步', en: 'Improvement' },
      about: { zh: '同一知识点后一次比前一次好了多少。', en: 'How much better the same knowledge point was later.' },
      formula: {
        zh: '每名学生在两次及以上课中测过的每个知识点：最后一次课的得分率 − 第一次课的得分率；先求每名学生的平均，再求全班平均；−20 个百分点为 0 分，不变为 50 分，+20 为满分',
        en: 'For each student and knowledge point asked in two lessons or more: share of points in the last less that in the first; the mean of each student, then of the class; −20 points earn none, no change half, +20 all',
      },
      unit: 'pp',
      better: 'greater',
      observed: 'student',
      source: {
        zh: '“探索增值评价”：《深化新时代教育评价改革总体方案》（2020）；±20 由平台约定',
        en: 'Value added, as the national plan for reforming educational evaluation (2020) asks; ±20 laid down by the platform',
      },
      least: 5,
      weight: '5',
      scale: [
        ['-20', '0'],
        ['0', '50'],
        ['20', '100'],
      ],
    },
  },
} as const satisfies {
  readonly name: string
  readonly version: number
  readonly label: Label
  readonly dimensions: Readonly<Record<string, Dimension>>
}

export type DimensionName = keyof typeof EVALUATION_MODEL.dimensions

export const DIMENSION_NAMES = Object.keys(EVALUATION_MODEL.dimensions) as readonly DimensionName[]

/** With the type that all dimensions share. */
export const dimensionOf = (name: DimensionName): Dimension => EVALUATION_MODEL.dimensions[name]
