import type { WireFigure, WireHistory } from '../../../language/index.ts'
import { useCan } from '../../app/session.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface FigureStepsProps {
  readonly figure: WireFigure
  /** Newest first. */
  readonly history: readonly WireHistory[]
}

/** From computed or entered to published: who took each step, and when. */
export function FigureSteps({ figure, history }: FigureStepsProps) {
  const t = useFigureTexts()
  const seesAll = useCan()('figures.read-unapproved')
  const steps = [figure.entered ? 'entered' : 'computed', 'reviewed', 'approved', 'published'] as const
  const at = figure.status === 'computed' || figure.status === 'entered' ? 0 : steps.indexOf(figure.status)
  return (
    <ol className="figure-steps" aria-label={t('step.title')}>
      {steps.map((step, index) => {
        const taken = index <= at ? lastStep(history, step) : undefined
        const isDone = index <= at && (figure.value !== null || index > 0 || !seesAll)
        return (
          <li
            key={step}
            className={isDone ? 'figure-step-done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <strong>{t(`status.${step}`)}</strong>
            <small>
              {taken
                ? t('step.by', {
                    name: isSystem(taken) ? t('history.system') : taken.actorName,
                    time: formatTime(taken.at),
                  })
                : isDone && index === 0
                  ? t('page.by-records')
                  : isDone
                    ? ''
                    : t(index === at + 1 || (!isDone && index === at) ? 'step.next' : 'step.waiting')}
            </small>
          </li>
        )
      })}
    </ol>
  )
}

const ACTION = {
  computed: 'recomputed',
  entered: 'enter',
  reviewed: 'review',
  approved: 'approve',
  published: 'publish',
} as const

/** The last time a step was taken that has not been undone since. */
function lastStep(history: readonly WireHistory[], step: keyof typeof ACTION): WireHistory | undefined {
  const undone =
    step === 'computed' || step === 'entered'
      ? -1
      : history.findIndex((one) => one.action === 'return' || one.action === 'accept' || one.action === 'enter')
  const found = history.findIndex((one) => one.action === ACTION[step])
  return found >= 0 && (undone < 0 || found < undone) ? history[found] : undefined
}

/** Computed by the platform, not by a person. */
export const isSystem = (entry: WireHistory) =>
  ['recomputed', 'records-changed', 'records-agree-again'].includes(entry.action)
