import { describe, expect, test } from 'vitest'
import { demoAdvertisements } from '../demo/ability.ts'
import { createDemoContext } from '../demo/context.ts'
import {
  type Advertisement,
  type Extracted,
  extractLines,
  readAdvertisement,
  type UnreadLine,
} from '../src/modules/ability/index.ts'
import { readMade } from './ability-corpus/read-corpus.ts'
import { f1, scoreAbility } from './ability-corpus/score-ability.ts'

const read = (text: string, title = '') => readAdvertisement({ id: '1', title, text })
const names = (text: string) => read(text).skills.map(({ name }) => name)

test('what is read in the tuned half of the made-up advertisements does not fall below what was reached', () => {
  const score = scoreAbility(readMade().filter(({ half }) => half === 'tuned'))
  expect(f1(score.hard)).toBeGreaterThan(0.88)
  expect(f1(score.soft)).toBeGreaterThan(0.9)
  expect(score.smallClass.first).toBeGreaterThanOrEqual(11)
  for (const { right, of } of Object.values(score.facts)) expect(right).toBeGreaterThanOrEqual(of)
})

describe('skills', () => {
  test('every result points to its words, also behind HTML, wide letters and emoji', () => {
    const advertisement: Advertisement = {
      id: '1',
      title: '【急】Java开发🔥',
      text: '<p>任职要求：</p>1、精通ＪＡＶＡ&nbsp;和 Spring Boot；<br>2、沟通能力强🔥；3、大专及以上，3年以上经验，8千-1.2万/月，工作地点：深圳南山',
    }
    const { skills, facts, occupations } = readAdvertisement(advertisement)
    const words = ({ in: place, start, end }: { in: 'title' | 'text'; start: number; end: number }) =>
      advertisement[place].slice(start, end)
    expect(skills.map(({ span, surface }) => words(span) === surface)).not.toContain(false)
    expect(skills.map(({ surface }) => surface)).toEqual(['ＪＡＶＡ', 'Spring Boot', '沟通能力'])
    expect(words(facts.spans.city!)).toContain('深圳')
    expect(words(facts.spans.salary!)).toBe('8千-1.2万/月')
    expect(words(occupations[0]!.because[0]!).toLowerCase()).toContain('java')
  })

  test('a wish is no must, and what is not asked is no skill', () => {
    const skills = read('任职要求：熟悉Linux，有Redis经验者优先；熟悉Kotlin，有实际项目者优先；不要求英语').skills
    expect(skills.map(({ name, required, negated }) => [name, required, negated])).toEqual([
      ['Linux', true, false],
      ['Redis', false, false],
      ['Kotlin', false, false],
      ['英语', false, true],
    ])
  })

  test('ways of writing one skill are one skill', () => {
    expect(names('要求：熟悉K8s、kubernetes和k8s')).toEqual(['Kubernetes'])
  })

  test('majors, benefits and menus name no skills', () => {
    expect(
      names('要求：计算机、软件工程、物流管理等相关专业。福利待遇：专业培训、英语角。职能类别：Java开发微信分享'),
    ).toEqual([])
  })

  test('an everyday word is a skill only in a list of skills', () => {
    expect(names('要求：熟悉C、Go、Rust')).toEqual(['C', 'Go语言', 'Rust'])
    expect(names('要求：Go to market 团队, 有 R 级客户')).not.toContain('R')
  })

  test('lists of duties tell what is done, lists of requirements what one has to know', () => {
    expect(names('岗位职责：1、负责接待、统计、培训。任职要求：1、懂得统计、培训')).toEqual(['统计学', '培训'])
  })

  test('how people work is believed under the head of duties only where the two were mixed up', () => {
    const soft = '沟通能力强，责任心强，学习能力强，抗压能力强'
    expect(names(`岗位职责：${soft}。任职要求：接听客户电话`)).toHaveLength(4)
    expect(names(`岗位职责：带出责任心强的团队。任职要求：${soft}`)).toHaveLength(4)
    expect(names('岗位职责：抓团队沟通能力建设。任职要求：会Java')).toEqual(['Java'])
  })

  test('a technique in the brackets of a title says more than the occupation', () => {
    const titled = (title: string) => read('要求：认真', title).skills.map(({ name }) => name)
    expect(titled('软件研发（数据治理）')).toContain('数据治理')
    expect(titled('数据治理工程师')).not.toContain('数据治理')
  })

  test('addresses of pages, letters of lists and words cut out of others are no skills', () => {
    expect(names('任职要求：详情 https://example.cn；a) 从事委托业务；b) 创造价值；c) 看吹风机')).toEqual([])
  })

  test('terms nobody listed are proposed from the sentence', () => {
    const [letters, chinese] = read('任职要求：熟悉Zorbital框架；掌握竹编榫接工艺').skills
    expect([letters!.name, letters!.isNew, letters!.kind]).toEqual(['Zorbital', true, 'tool'])
    expect([chinese!.name, chinese!.isNew, chinese!.kind]).toEqual(['竹编榫接工艺', true, 'technique'])
  })
})

test('the demo has advertisements of several occupations, all of which are read', () => {
  const { rows } = demoAdvertisements(createDemoContext())
  const read = rows.map(({ title, text, place }) =>
    readAdvertisement({ id: title, title, text: `${text}工作地点：${place}` }),
  )
  expect(read.filter(({ skills, occupations }) => skills.length === 0 || occupations.length === 0)).toEqual([])
  expect(new Set(read.map(({ occupations }) => occupations[0]!.code.slice(0, 7))).size).toBeGreaterThan(7)
  expect(read.every(({ facts }) => facts.city !== null && facts.educationMin !== null)).toBe(true)
})

describe('occupations', () => {
  const smallClass = (title: string, text = '') => read(text, title).occupations[0]?.code.slice(0, 7)

  test.each([
    [
      'a title that names its trade outweighs the duties',
      '护士',
      '岗位职责：1、接听来电；2、入库、出库、盘点',
      '2-05-08',
    ],
    ['duties decide where a title says a rank', '专员', '岗位职责：1、入库、出库；2、盘点库存', '4-02-06'],
    ['other duties under the same title', '专员', '岗位职责：1、记账、报税；2、开具发票、核对银行流水', '2-06-03'],
    ['sellers of homes are told by what they sell', '销售代表', '岗位职责：1、开发房源；2、带看二手房', '4-06-02'],
    ['what one is to be, not what one was', '影视策划转交易员', '', '2-06-11'],
    ['the noun at the end, not the department before it', '皮肤科护士', '', '2-05-08'],
    ['a craft without the word for who does it', '钟表维修', '', '4-12-04'],
    ['a number of the post before the title', '0013D建模', '', '2-09-06'],
  ])('%s', (_, title, text, code) => expect(smallClass(title, text)).toBe(code))

  test('what is offered speaks for no occupation', () => {
    expect(smallClass('专员', '福利：专业培训 餐饮补贴 股票期权 员工旅游 商业保险')).toBeUndefined()
  })
})

describe('facts', () => {
  const pay = (text: string) => {
    const { facts } = read(text)
    return [facts.salaryMin, facts.salaryMax]
  }
  test.each([
    ['6-8千/月', 6000, 8000],
    ['月薪8千-1.5万', 8000, 15000],
    ['15-25K·14薪', 15000, 25000],
    ['薪资：4500—6000元', 4500, 6000],
    ['年薪12-18万', 10000, 15000],
    ['40-50万/年', 33333, 41667],
    ['日薪：200-300元/天', 4350, 6525],
    ['工资4000+提成', 4000, null],
    ['0.8-1.2万/月', 8000, 12000],
    ['薪资面议', null, null],
    ['薪资1-1元', null, null],
    ['年龄18-28岁，3-5年经验', null, null],
  ])('pay: %s', (text, min, max) => expect(pay(text)).toEqual([min, max]))

  test('pay that cannot be believed is told', () => {
    expect(read('薪资：1-1元/月').facts.isPayUnreadable).toBe(true)
    expect(read('薪资面议').facts.isPayUnreadable).toBe(false)
  })

  test.each([
    ['要求：3-5年经验', 3, 5],
    ['3年以上Java开发经验', 3, null],
    ['两年以上种植管理经验', 2, null],
    ['应届毕业生亦可', 0, null],
    ['经验不限', 0, null],
    ['成立20年的公司', null, null],
    ['1.两年合同', null, null],
  ])('years: %s', (text, min, max) => {
    const { facts } = read(text)
    expect([facts.yearsMin, facts.yearsMax]).toEqual([min, max])
  })

  test.each([
    ['大专及以上学历', '大专'],
    ['高中/中专以上', '高中'],
    ['本科优先，大专以上', '大专'],
    ['学历不限', '不限'],
    ['少儿编程，高中数学老师', null],
  ])('schooling: %s', (text, level) => expect(read(text).facts.educationMin).toBe(level))

  test.each([
    ['工作地点：江西省南昌市红谷滩区', '南昌'],
    ['公司地址：苏州昆山市', '苏州'],
    ['地点：昆山', '苏州'],
    ['深圳-南山区', '深圳'],
    ['上海上海浦东新区', '上海'],
    ['毕业于北京大学，负责华南市场', null],
  ])('place: %s', (text, city) => expect(read(text).facts.city).toBe(city))
})

test('lines that cannot be read are told, none is lost', async () => {
  const lines = async function* () {
    yield* [
      '{"id":1,"title":"焊工","text":"","other":1}',
      '',
      '{',
      '[]',
      '{"title":"x"}',
      '{"id":"a"}',
      '\ufeff{"id":"b","text":"电工证"}',
    ]
  }
  const answers: (Extracted | UnreadLine)[] = []
  for await (const answer of extractLines(lines())) answers.push(answer)
  expect(answers.map((answer) => ('problem' in answer ? -answer.line : answer.id))).toEqual([1, -3, -4, -5, -6, 'b'])
  expect(answers[0]).toMatchObject({ occupation: { code: '6-18-02-04' } })
})

test.each(['-', ' ', '1 ', '1年', '等经验', '微信', '①', '（'])('a long run of %j holds nobody up', (piece) => {
  const run = piece.repeat(3000 / piece.length)
  const { facts } = read(`任职要求：大专以上学历${run}；月薪5${run}x9${run}，3年以上工作经验`, run.slice(0, 500))
  expect(facts.educationMin).toBe('大专')
})

test('50 KB, an empty text and English are read like any other', () => {
  expect(read('熟悉Java。'.repeat(12_000)).skills).toHaveLength(1)
  expect(read('').skills).toEqual([])
  const english = read(
    'Requirements: 3+ years of experience in Java; Bachelor degree; fluent English',
    'Software Engineer',
  )
  expect(english.skills.map(({ name }) => name)).toEqual(['Java', '英语'])
  expect(english.facts).toMatchObject({ yearsMin: 3, educationMin: '本科' })
  expect(english.occupations[0]!.code).toBe('2-02-10-03')
})
