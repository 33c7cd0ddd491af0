import type { Page } from 'playwright-core'

/** What a screen is about, without the frame around it. */
export const main = (page: Page) => page.getByRole('main')

/** The main menu. */
export const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })

/** Finds a register by its name, from the menu. */
export async function openRegister(page: Page, name: string): Promise<void> {
  await menu(page).getByRole('link', { name: '全部数据表' }).click()
  await main(page).getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Takes an option of a list. */
export async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

/** Asks the server as the signed-in person would, past the screens. */
export const ask = <T>(page: Page, url: string) =>
  page.evaluate(async (address) => {
    const answer = await fetch(address)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }, url) as Promise<{ status: number; body: T }>
