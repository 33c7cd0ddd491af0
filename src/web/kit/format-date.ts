import dayjs from 'dayjs'
import type { Lang } from '../../language/index.ts'

/** A day as people read it: 2023-09-01 in both languages, so that columns align. */
export function formatDate(value: string | null | undefined): string {
  return value ? dayjs(value).format('YYYY-MM-DD') : ''
}

/** A moment, to the minute. */
export function formatTime(value: string | null | undefined): string {
  return value ? dayjs(value).format('YYYY-MM-DD HH:mm') : ''
}

/** How long ago, roughly; the day itself after a week. */
export function formatAgo(value: string, lang: Lang, now: dayjs.Dayjs = dayjs()): string {
  const minutes = now.diff(value, 'minute')
  if (minutes < 1) return lang === 'zh' ? '刚刚' : 'just now'
  if (minutes < 60) return lang === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return lang === 'zh' ? `${hours} 小时前` : `${hours} h ago`
  const days = Math.floor(hours / 24)
  if (days < 8) return lang === 'zh' ? `${days} 天前` : `${days} d ago`
  return formatDate(value)
}
