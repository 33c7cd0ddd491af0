import { Link } from 'react-router'
import type { WirePlan } from '../wire.ts'
import { useRunTexts } from './use-run-texts.ts'
import './run.css'

/** The ways from a plan to what is done while it runs. */
export function RunLinks({ plan }: { readonly plan: WirePlan }) {
  const t = useRunTexts()
  const at = (page: string) => `/plans/${encodeURIComponent(plan.code)}/${page}`
  const rows = (register: string) =>
    `/registers/${register}?where=${encodeURIComponent(JSON.stringify([['plan', 'is', plan.id]]))}`
  const links = [
    [at('leaders'), t('link.leaders')],
    ['/my-plan-tasks', t('fill.title')],
    [`/plan-reviews?plan=${encodeURIComponent(plan.code)}`, t('review.state')],
    [at('evidence'), t('link.evidence')],
    [at('money'), t('link.money')],
    [at('claims'), t('link.claims')],
    [at('meetings'), t('meet.title')],
    [rows('plan-checks'), t('link.checks')],
    [rows('plan-years'), t('link.years')],
    [rows('plan-reminders'), t('link.reminders')],
  ] as const
  return (
    <nav className="run-links" aria-label={t('link.label')}>
      {links.map(([to, text]) => (
        <Link key={to} to={to}>
          {text}
        </Link>
      ))}
    </nav>
  )
}
