/** Addresses of the screens that reports lead to. */

export const reportAddress = (id: string): string => `/reports/${id}`

export const sectionAddress = (reportId: string, sectionId: string): string =>
  `/reports/${reportId}/sections/${sectionId}`

/** The page of an indicator. */
export const figureAddress = (code: string, period: string): string =>
  `/figures/${encodeURIComponent(code)}?period=${encodeURIComponent(period)}`

/** The rows behind a figure. */
export const rowsAddress = (code: string, period: string, part = 'value'): string =>
  `/figures/${encodeURIComponent(code)}/rows?${new URLSearchParams({ period, part })}`

/** The rules between figures, at one of them. */
export const ruleAddress = (name: string, period: string): string =>
  `/rules?${new URLSearchParams({ period, rule: name })}#${name}`
