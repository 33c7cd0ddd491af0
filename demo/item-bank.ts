import { CLASSROOM_COURSE } from './classroom.ts'
import { type MadeItem, TOPICS } from './classroom-topics.ts'
import type { DemoContext } from './context.ts'

/**
 * The item bank of the course that is taught in the smart classroom: what was asked in its lessons, and some of every
 * other kind. Kept by the demo's teacher, shared with those who teach the course.
 *
 * Keys for other parts (demo.id): items = the question.
 */

type Row = Readonly<Record<string, unknown>>

const common = (stem: string, explanation: string | null = null) => ({ stem, points: '5', explanation })
const folding = { width: true, case: true, space: true }
const options = (...texts: string[]) => texts.map((text, i) => ({ key: String.fromCodePoint(65 + i), text }))

/** Code of the knowledge point, and what is asked. */
const OTHERS: readonly (readonly [point: string, item: Row & { readonly kind: string; readonly stem: string }])[] = [
  [
    '4.2',
    {
      kind: 'multiple',
      ...common('拆装电池包之前必须做的有'),
      options: options('戴绝缘手套', '断开维修开关', '等待五分钟以上并验电', '先拆高压线束螺栓'),
      right: ['A', 'B', 'C'],
      credit: 'right-only',
    },
  ],
  [
    '2.1',
    {
      kind: 'blanks',
      ...common('荷电状态的英文缩写是____，健康状态的英文缩写是____。'),
      blanks: [['SOC'], ['SOH']],
      folding,
      credit: 'share',
    },
  ],
  [
    '1.2',
    {
      kind: 'number',
      ...common('100 个 3.2 V 的单体串联，总电压是多少？', '串联电压相加：3.2 V × 100 = 320 V'),
      value: '320',
      tolerance: { kind: 'absolute', amount: '0' },
      unit: 'V',
    },
  ],
  [
    '2.1',
    {
      kind: 'number',
      ...common(
        '容量 120 Ah 的电池以 40 A 放电 1.5 h，荷电状态下降多少个百分点？',
        '40 A × 1.5 h = 60 Ah，占 120 Ah 的 50%',
      ),
      value: '50',
      tolerance: { kind: 'relative', amount: '2' },
      unit: '%',
    },
  ],
  [
    '4.2',
    {
      kind: 'order',
      ...common('把高压断电的步骤排成正确的顺序'),
      entries: ['关闭点火开关', '断开低压蓄电池负极', '断开维修开关', '等待放电', '验电'],
      credit: 'share',
    },
  ],
  [
    '1.2',
    {
      kind: 'match',
      ...common('把物理量和它的单位连起来'),
      pairs: [
        ['容量', '安时'],
        ['能量', '千瓦时'],
        ['内阻', '毫欧'],
      ],
      distractors: ['伏特'],
      credit: 'share',
    },
  ],
  [
    '4.1',
    {
      kind: 'short',
      ...common('绝缘电阻偏低时，怎样找到漏电的部位？'),
      keywords: [
        ['下电', '断电'],
        ['绝缘电阻表', '绝缘表', '兆欧表'],
        ['分段', '逐段'],
      ],
      sample: '先下电，再用绝缘电阻表分段测量，绝缘电阻低的一段就是漏电的部位。',
    },
  ],
]

/** An item that is asked in lessons, as it stands in the bank. */
export function askedItem(demo: DemoContext, { stem, right, wrong }: MadeItem) {
  const texts = demo.random(`items/${stem}`).shuffle([right, ...wrong])
  return {
    kind: 'single',
    ...common(stem),
    options: options(...texts),
    right: String.fromCodePoint(65 + texts.indexOf(right)),
  }
}

/** Rows of the module's tables. */
export function itemBank(demo: DemoContext): {
  readonly items: readonly Row[]
  readonly item_versions: readonly Row[]
} {
  const asked = TOPICS.flatMap(({ items }) =>
    items.map((one) => ({
      point: one.point,
      difficulty: one.ease > 85 ? 'easy' : one.ease < 60 ? 'hard' : 'medium',
      content: askedItem(demo, one),
    })),
  )
  const all = [
    ...new Map(asked.map((one) => [one.content.stem, one])).values(),
    ...OTHERS.map(([point, content]) => ({ point, difficulty: 'medium', content })),
  ]
  const at = '2023-08-30T02:00:00.000Z'
  const author = demo.id('accounts', 'teacher')
  return {
    items: all.map(({ point, difficulty, content }) => ({
      id: demo.id('items', content.stem),
      course_id: demo.id('courses', CLASSROOM_COURSE),
      author_id: author,
      shared: true,
      kind: content.kind,
      version: 1,
      content,
      difficulty,
      knowledge_points: [demo.id('knowledge-points', `${CLASSROOM_COURSE}/${point}`)],
      revision: 1,
      made_at: at,
      changed_at: at,
    })),
    item_versions: all.map(({ content }) => ({
      item_id: demo.id('items', content.stem),
      version: 1,
      content,
      made_at: at,
      made_by: author,
    })),
  }
}
