import axe from 'axe-core'
import { sql } from 'kysely'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { v4 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { WireSeat } from '../src/modules/classroom/wire.ts'
import type { TestBrowser } from '../src/testing/sign-in-app.ts'
import { codeOnScreen, signInWith, softwarePhone } from './classroom-phone.ts'
import { buildScreens, type Journey, PHONE, startJourney } from './journey.ts'
import { type LessonsCollege, openLessonsCollege } from './lessons-college.ts'

/** A whole lesson: the teacher's remote, the projector and a student's phone in browsers, and twenty more phones. */

const PHONES = 20
let college: LessonsCollege
let journey: Journey
let address: string

beforeAll(async () => {
  await buildScreens()
  college = await openLessonsCollege(PHONES + 1)
  address = await college.app.listen({ host: '127.0.0.1', port: 0 })
  journey = await startJourney(address)
}, 600_000)
afterAll(async () => {
  await journey?.close()
  await college?.close()
})
afterEach(() => journey.expectWhole())

/** A window of somebody who is signed in. */
async function windowOf(browser: TestBrowser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await journey.open(options)
  await signInTo(page, browser)
  return page
}

async function signInTo(page: Page, browser: TestBrowser): Promise<void> {
  const [name, value] = browser.cookie.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: address }])
}

/** What a browser keeps of acts that have not arrived. */
const keptActs = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('jiangxin-classroom')
        opening.addEventListener('error', () => reject(new Error('IndexedDB')))
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('acts').objectStore('acts').getAll()
          all.addEventListener('success', () => resolve(all.result as unknown[]))
        })
      }),
  )

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe }
    const { violations } = await run.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
  return found
}

const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

it(
  'is opened, signed in to, quizzed, interrupted, taken up again, closed and read afterwards',
  { timeout: 300_000 },
  async () => {
    const [own, ...others] = college.pupils
    const remote = await windowOf(college.teacher)
    await remote.goto('/classroom')
    await remote.getByRole('button', { name: '临时上课' }).first().click()
    await press(remote, '上课')
    await remote.waitForURL(/\/classroom\/[0-9a-f-]{36}$/)
    const session = remote.url().split('/').at(-1)!
    const projector = await windowOf(college.teacher)
    await projector.goto(`/classroom/${session}/screen`)
    const digits = projector.locator('.projector-digits')
    await digits.waitFor()

    // The student finds the lesson, and enters what stands on the projector; who is slow enters the next code.
    const phone = await windowOf(own!, PHONE)
    await phone.goto('/classroom')
    await phone.getByRole('link', { name: '进入课堂' }).click()
    const box = phone.getByLabel('输入大屏幕上的 4 位码')
    await box.waitFor()
    expect(await violationsOf(phone)).toEqual([])
    const isIn = phone.getByText('已签到', { exact: true })
    for (let tries = 0; tries < 5 && (await isIn.count()) === 0; tries++) {
      const code = await digits.innerText()
      await box.fill(code)
      await Promise.race([isIn.waitFor(), phone.getByRole('alert').getByText('码不对').waitFor()])
    }
    await isIn.waitFor()

    // Twenty phones more.
    for (const pupil of others) {
      const code = () => codeOnScreen(college.engine, college.collegeId, session)
      expect((await signInWith(pupil.call, softwarePhone(), session, code)).status).toBe(200)
    }
    await remote.getByText(`到课 ${PHONES + 1} /`).waitFor()
    await projector.getByText(new RegExp(`^${PHONES + 1} /`)).waitFor()
    expect(await violationsOf(projector)).toEqual([])

    await press(remote, '测验')
    await remote.getByLabel('题目').fill('单体电压过低，首先检查什么？')
    await remote.getByLabel('选项 A', { exact: true }).fill('采样线束')
    await remote.getByLabel('选项 B', { exact: true }).fill('更换电池包')
    await remote.getByLabel('选项 A 正确').check()
    await press(remote, '开始')
    await projector.getByText('单体电压过低，首先检查什么？').waitFor()
    await phone.getByRole('button', { name: /采样线束/ }).click()
    const seat = (await others[0]!.call<WireSeat>('GET', `/api/classroom/sessions/${session}/me`)).body
    const activity = seat.activities[0]!.id
    await Promise.all(
      others.map((pupil, i) =>
        pupil.call('POST', `/api/classroom/sessions/${session}/acts`, {
          client: v4(),
          sentAt: Date.now(),
          acts: [
            {
              sequence: 1,
              kind: 'answered',
              activity,
              at: Date.now(),
              body: { place: 0, answer: i < 15 ? 'A' : 'B' },
            },
          ],
        }),
      ),
    )
    const card = remote.getByRole('article', { name: /测验/ })
    await card.getByText(`已答 ${PHONES + 1} / ${PHONES + 1}`).waitFor()
    expect(await card.locator('.class-bar-count').allInnerTexts()).toEqual(['16', '5'])
    // Everybody sees how many answered, nobody what.
    await projector
      .getByText(`${PHONES + 1} / ${PHONES + 1}`)
      .first()
      .waitFor()
    expect(await projector.locator('.class-bars').count()).toBe(0)
    expect(await violationsOf(remote)).toEqual([])

    // The network is gone: it shows, the hand waits on the phone, and goes up once it is back.
    await phone.context().setOffline(true)
    await phone.getByText('连接中断，正在重连').waitFor()
    await press(phone, '举手')
    await phone.getByText(/1 条待送出/).waitFor()
    await phone.context().setOffline(false)
    await remote.getByRole('button', { name: '请他发言' }).waitFor()
    await phone.getByText('连接中断，正在重连').waitFor({ state: 'hidden' })

    // The teacher closes the lid, and comes back on a phone: everything is as it was.
    await remote.close()
    const again = await windowOf(college.teacher, PHONE)
    await again.goto(`/classroom/${session}`)
    await again.getByText(`已答 ${PHONES + 1} / ${PHONES + 1}`).waitFor()
    expect(await tooWide(again)).toBe(0)
    await press(again, /^学生/)
    await press(again, '请他发言')
    await phone.getByText('老师请你回答').waitFor()
    await press(again, /^活动/)
    await press(again, '公布结果')
    await projector.locator('.class-bars').waitFor()
    await phone.getByText('答对了').waitFor()
    expect(await tooWide(phone)).toBe(0)
    expect(await violationsOf(phone)).toEqual([])

    // A phone that two share: who signs out is told what would be lost, leaves nothing on it, and the next one does not
    // speak for them.
    await phone.route('**/acts', (route) => route.abort())
    await press(phone, '举手')
    await expect.poll(() => keptActs(phone)).toHaveLength(1)
    await phone.goto('/account')
    await press(phone, '退出登录')
    await phone.getByRole('dialog').getByText('还有 1 项内容没有送达服务器').last().waitFor()
    await press(phone, '删除并退出')
    await phone.waitForURL(/sign-in/)
    expect(await keptActs(phone)).toEqual([])
    await phone.unroute('**/acts')
    await signInTo(phone, others[0]!)
    await phone.goto(`/classroom/${session}/me`)
    await isIn.waitFor()

    await press(again, '下课')
    await again.getByRole('dialog').getByRole('button', { name: '下课', exact: true }).click()
    await phone.getByText('下课了').waitFor()
    await projector.getByText('下课', { exact: true }).waitFor()
    const record = again.getByRole('region', { name: '课堂记录' })
    await record.getByText('公布结果').waitFor()
    await press(again, '全部')
    await record.getByText('签到').first().waitFor()
    expect(await violationsOf(again)).toEqual([])
    const hands = await college.engine.database.inCollege(college.collegeId, (tx) =>
      tx.run(sql`SELECT 1 FROM classroom_acts WHERE session_id = ${session} AND kind = 'raised-hand'`),
    )
    expect(hands.length).toBe(1)
  },
)
