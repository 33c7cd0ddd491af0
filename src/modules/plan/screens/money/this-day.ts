/** Today in China (UTC+8 all year) as YYYY-MM-DD, wherever the browser is. */
export const thisDay = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
