import type { Lang } from '../../../language/index.ts'

const two = (n: string) => n.padStart(2, '0')

/** A line of cron in words where it is a plain one; otherwise as it is written. */
export function cronText(cron: string, lang: Lang): string {
  const [minute = '', hours = '', day, month, weekday] = cron.split(' ')
  if (!/^\d+$/.test(minute) || !/^\d+(,\d+)*$/.test(hours) || day !== '*' || month !== '*' || weekday !== '*')
    return cron
  const times = hours.split(',').map((hour) => `${two(hour)}:${two(minute)}`)
  return lang === 'zh' ? `每天 ${times.join('、')}` : `Every day at ${times.join(', ')}`
}
