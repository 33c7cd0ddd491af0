/** Addresses of the screens of figures. */

/** The page of one indicator. */
export function figureAddress(code: string, period: string, unit?: string | null): string {
  return `/figures/${encodeURIComponent(code)}?period=${encodeURIComponent(period)}${unit ? `&unit=${unit}` : ''}`
}

/** The rows behind a figure. */
export function rowsAddress(code: string, period: string, part: string, unit?: string | null): string {
  const search = new URLSearchParams({ period, part, ...(unit ? { unit } : {}) })
  return `/figures/${encodeURIComponent(code)}/rows?${search}`
}

/** The places that every screen of figures offers, in the order of daily use. */
export const figurePlaces = [
  { to: '/overview', key: 'place.overview' },
  { to: '/figures', key: 'place.figures' },
  { to: '/tables', key: 'place.tables' },
  { to: '/completeness', key: 'place.completeness' },
  { to: '/rules', key: 'place.rules' },
  { to: '/pivot', key: 'place.pivot' },
] as const
