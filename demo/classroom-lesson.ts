import {
  act,
  activity,
  chance,
  type Desk,
  FALLING,
  HANDS_IN_LITTLE,
  type Held,
  pointsOf,
  QUIET,
  type Seat,
  SPEAKERS,
} from './classroom-desk.ts'
import type { MadeItem } from './classroom-topics.ts'
import { askedItem } from './item-bank.ts'

function quiz(desk: Desk, held: Held, from: number, minutes: number, answering: readonly Seat[], isShown = true): void {
  const { demo, random } = desk
  const { items, title } = held.topic
  const id = activity(desk, held, {
    kind: 'quiz',
    title,
    from,
    to: from + minutes,
    isShown,
    definition: {
      items: items.map((one) => ({
        itemId: demo.id('items', one.stem),
        knowledgePoints: pointsOf(demo, [one]),
        item: { ...askedItem(demo, one), points: '1' },
      })),
    },
  })
  for (const seat of answering)
    for (const [place, one] of items.entries()) {
      const { right, options } = askedItem(demo, one)
      const wrong = options.map(({ key }) => key).filter((key) => key !== right)
      const isRight = chance(random, easeFor(held, seat, one))
      const seconds = random.between(12, Math.floor(minutes * 55))
      act(desk, held, {
        kind: 'answered',
        student_id: seat.id,
        activity_id: id,
        item_id: demo.id('items', one.stem),
        knowledge_points: pointsOf(demo, [one]),
        correct: isRight,
        score: isRight ? '1' : '0',
        max_score: '1',
        seconds: String(seconds),
        happened_at: held.at(from + seconds / 60),
        body: { place, answer: isRight ? right : random.pick(wrong) },
      })
    }
}

/** How probably a student gets an item right, in per cent. */
function easeFor({ nth, previewed, lesson }: Held, { able, place, id }: Seat, { ease, isAmbiguous }: MadeItem): number {
  if (ease > 95 || ease < 20) return ease
  if (isAmbiguous) return 80 - Math.floor(able / 2)
  // Those who had seen the preview know more; at the fourth lesson nothing else made the difference.
  const prepared = lesson.of.isOwn && nth > 0 ? (previewed.has(id) ? 8 : nth === 3 ? -45 : -8) : 0
  const falling = lesson.of.isOwn && place === FALLING ? 45 - nth * 9 : 0
  return Math.max(4, Math.min(97, ease + Math.floor((able - 60) / 2) + prepared + falling))
}

function poll(desk: Desk, held: Held, title: string, from: number, minutes: number, answering: readonly Seat[]): void {
  const { random } = desk
  const id = activity(desk, held, {
    kind: 'poll',
    title,
    from,
    to: from + minutes,
    definition: { options: ['完全明白', '基本明白', '还不明白'], many: false },
  })
  for (const { id: student } of answering)
    act(desk, held, {
      kind: 'polled',
      student_id: student,
      activity_id: id,
      happened_at: held.at(from + (minutes * random.between(20, 95)) / 100),
      body: { options: [random.pick([0, 0, 1, 1, 1, 2])] },
    })
}

/** The lesson of the demo's teacher: everything that the module can see happens in one of the twelve. */
export function teachFully(desk: Desk, held: Held): void {
  const { random } = desk
  const { nth, present, topic } = held
  const willing = present.filter(
    ({ place, diligent }) =>
      !(nth >= 3 && nth <= 7 && QUIET.includes(place)) && chance(random, 70 + Math.floor(diligent / 4)),
  )
  quiz(desk, held, 6, nth === 5 ? 4 : 2.5, willing, nth !== 4)
  // The poll of the third lesson was closed before most had read it.
  if (nth === 2) poll(desk, held, '能量密度的单位换算，您明白了吗', 40, 0.4, willing.slice(0, 12))
  else if (nth !== 7) poll(desk, held, `${topic.title}，您明白了吗`, 40, 1.2, willing)
  speak(desk, held, willing)
  if (nth === 7) discuss(desk, held, willing)
  if (topic.steps) practise(desk, held, topic.steps)
  if (topic.homework) setHomework(desk, held, topic.homework)
}

/** In the first three lessons hands decided who spoke; then the teacher picked at random. */
function speak(desk: Desk, held: Held, willing: readonly Seat[]): void {
  const { random } = desk
  const { nth, present, at } = held
  if (nth < 3) {
    const others = random.shuffle(willing.filter(({ place }) => !SPEAKERS.includes(place))).slice(0, 1)
    const speakers = present.filter(({ place }) => SPEAKERS.includes(place))
    for (const [i, { id }] of [...speakers, ...others, ...speakers.slice(0, 1)].entries())
      act(desk, held, { kind: 'raised-hand', student_id: id, happened_at: at(20 + i * 3), body: { up: true } })
    return
  }
  const id = activity(desk, held, {
    kind: 'pick',
    title: '随机点名',
    from: 20,
    to: 34,
    isShown: false,
    definition: { seed: `demo-${nth}` },
  })
  for (const [i, { id: student }] of random.shuffle(present).slice(0, 11).entries()) {
    act(desk, held, {
      kind: 'picked',
      actor: 'teacher',
      student_id: student,
      activity_id: id,
      happened_at: at(20 + i),
    })
    act(desk, held, {
      kind: 'was-picked',
      student_id: student,
      activity_id: id,
      happened_at: at(20 + i),
      body: { byHand: false },
    })
  }
}

/** Eight groups; of the last two most look on. */
function discuss(desk: Desk, held: Held, willing: readonly Seat[]): void {
  const { random } = desk
  const order = random.shuffle(held.present)
  const quiet = order.filter(({ place }) => QUIET.includes(place))
  const others = order.filter(({ place }) => !QUIET.includes(place))
  const groups = Array.from({ length: 8 }, (_, g) => others.filter((_, i) => i % 8 === g))
  // The quiet sit together, and outnumber whoever works with them.
  groups[6] = [...groups[6]!.slice(0, 2), ...quiet.slice(0, 3)]
  groups[7] = [...groups[7]!.slice(0, 2), ...quiet.slice(3)]
  const id = activity(desk, held, {
    kind: 'groups',
    title: '均衡方案讨论',
    from: 45,
    to: 75,
    isShown: false,
    definition: { by: 'number', seed: 'demo', groups: groups.map((members) => members.map((seat) => seat.id)) },
  })
  const board = activity(desk, held, {
    kind: 'board',
    title: '各组方案',
    from: 60,
    to: 76,
    isShown: false,
    definition: { notes: [], hidden: [] },
  })
  for (const [g, members] of groups.entries())
    for (const { id: student, place } of members) {
      act(desk, held, {
        kind: 'grouped',
        student_id: student,
        activity_id: id,
        happened_at: held.at(45),
        body: { group: g + 1 },
      })
      if (!QUIET.includes(place) && (g < 3 || willing.some((seat) => seat.id === student)))
        act(desk, held, {
          kind: 'posted',
          student_id: student,
          activity_id: board,
          happened_at: held.at(random.between(61, 75)),
          body: { text: `第 ${g + 1} 组：采用${random.pick(['主动均衡', '被动均衡'])}` },
        })
    }
}

/** Each step is checked off on the teacher's phone; the second was failed by many the first time. */
function practise(desk: Desk, held: Held, steps: readonly string[]): void {
  const { random } = desk
  const id = activity(desk, held, {
    kind: 'practice',
    title: held.topic.title,
    from: 45,
    to: 92,
    isShown: false,
    definition: { steps, rubric: [] },
  })
  const isFirst = held.nth === 9
  for (const { id: student, able } of held.present)
    for (const step of steps.keys())
      if (step === 0 || chance(random, (isFirst && step === 1 ? 52 : 84) + Math.floor(able / 8)))
        act(desk, held, {
          kind: 'practised',
          student_id: student,
          activity_id: id,
          happened_at: held.at(48 + step * 10 + random.between(0, 9)),
          body: { step, done: true, by: held.ids.teacher },
        })
}

/** Due three days later at eight in the evening; the second was answered late or not at all, the third came at the last hour. */
function setHomework(desk: Desk, held: Held, title: string): void {
  const { demo, random, rows } = desk
  const { lesson, ids, nth, at, present } = held
  const task = demo.id('coursework-tasks', lesson.number)
  const due = Date.parse(`${lesson.day}T20:00:00+08:00`) + 3 * 86_400_000
  const moment = (hours: number) => new Date(due + hours * 3_600_000).toISOString()
  rows.coursework_tasks.push({
    id: task,
    kind: 'homework',
    lesson_id: ids.lesson,
    teaching_class: lesson.of.teachingClass,
    course_id: ids.course,
    teacher_id: ids.teacher,
    title,
    instructions: '按教材例题的格式写出步骤，可以拍照上传。',
    items: [],
    rubric: [{ id: 'quality', name: '完成质量', points: '10', levels: [] }],
    accepts: { text: true, files: true },
    knowledge_points: pointsOf(demo, held.topic.items),
    max_score: '10',
    state: 'closed',
    opened_at: at(96),
    due_at: moment(0),
    late: { kind: 'accepted' },
    attempts: 1,
    released_at: moment(48),
    revision: 1,
    made_at: at(80),
  })
  for (const { id: student, place, diligent, able } of present) {
    if (place === HANDS_IN_LITTLE ? nth > 1 : !chance(random, 90 + Math.floor(diligent * 0.09))) continue
    const isHurried = nth === 5 ? chance(random, 62) : chance(random, 12)
    const handed = moment(isHurried ? -random.between(2, 55) / 60 : -random.between(3, 60))
    rows.coursework_hand_ins.push({
      task_id: task,
      student_id: student,
      attempt: 1,
      answers: [],
      text: '见作业照片',
      files: [],
      at: handed,
      item_scores: [],
    })
    act(desk, held, {
      kind: 'handed-in',
      student_id: student,
      activity_id: task,
      session_id: null,
      happened_at: handed,
    })
    if (nth === 3 && place % 5 < 2) continue
    const graded = moment(nth === 3 ? 200 : 24 + random.between(0, 30))
    const score = String(Math.min(10, 5 + Math.floor(able / 18)))
    rows.coursework_grades.push({
      task_id: task,
      student_id: student,
      item_scores: [],
      rubric_scores: { quality: score },
      feedback: Number(score) > 7 ? '步骤清楚。' : '请写出换算单位的过程。',
      excused: false,
      excuse: '',
      attempt: 1,
      graded_by: demo.id('accounts', 'teacher'),
      graded_at: graded,
      revision: 1,
    })
    act(desk, held, {
      kind: 'graded',
      actor: 'teacher',
      student_id: student,
      activity_id: task,
      session_id: null,
      score,
      max_score: '10',
      happened_at: graded,
    })
  }
}

/** What the other teachers do: a quiz, and a poll in every second lesson; how many answer differs from class to class. */
export function teachSimply(desk: Desk, held: Held, c: number): void {
  const { random } = desk
  const willing = held.present.filter(() => chance(random, [0, 0, 88, 64, 79, 91][c]!))
  quiz(
    desk,
    { ...held, topic: { ...held.topic, items: held.topic.items.slice(0, 2) } },
    8,
    [0, 0, 1.4, 0.7, 1.1, 2][c]!,
    willing,
  )
  if (held.nth % 2 === 0) poll(desk, held, `${held.topic.title}，听懂了吗`, 50, 0.8, willing)
}
