import { App } from 'antd'
import type { WireFigure } from '../../../language/index.ts'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { CauseList } from './cause-list.tsx'
import { EnterFigure } from './enter-figure.tsx'
import { changedTexts, FigureNumber } from './figure-number.tsx'
import { useReloadFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** The steps that are taken from a figure's page; marks and locks have screens of their own. */
export const STEPS = ['enter', 'review', 'approve', 'return', 'accept'] as const
export type Step = (typeof STEPS)[number]

interface ActOnFigureProps {
  readonly page: WireFigurePage
  readonly doing: Step
  readonly onClose: () => void
}

/** Asks before an action on a figure; before accepting, shows both values and what moved them. */
export function ActOnFigure({ page, doing, onClose }: ActOnFigureProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const reload = useReloadFigures()
  const { figure } = page
  const name = figure.label[lang]
  if (doing === 'enter') return <EnterFigure figure={figure} onClose={onClose} />
  return (
    <ConfirmComment
      title={doing === 'accept' ? t('accept.title', { name }) : t('act.title', { action: t(`do.${doing}`), name })}
      comment={doing === 'return' || doing === 'accept' ? 'required' : 'optional'}
      okText={t(`do.${doing}`)}
      isDangerous={doing === 'return'}
      onClose={onClose}
      onConfirm={async (comment) => {
        await api.post<WireFigure>(`/figures/${encodeURIComponent(figure.code)}/actions/${doing}`, {
          period: figure.period,
          unit: figure.unitId,
          version: figure.version,
          ...(comment ? { comment } : {}),
        })
        void message.success(t('do.done', { action: t(`do.${doing}`) }))
        await reload()
      }}
    >
      {doing === 'accept' && figure.changed ? (
        <>
          <div className="accept-values">
            <div>
              <small>{t('figure.value-old')}</small>
              <FigureNumber text={changedTexts(figure)[0]} unit={figure.unit} size="large" />
            </div>
            <span aria-hidden>→</span>
            <div>
              <small>{t('figure.value-new')}</small>
              <FigureNumber text={changedTexts(figure)[1]} unit={figure.unit} size="large" />
            </div>
          </div>
          <p className="accept-hint">{t('accept.hint')}</p>
          <CauseList causes={page.causes} />
        </>
      ) : (
        <p className="accept-hint">
          <FigureNumber text={figure.text} unit={figure.unit} size="large" />
        </p>
      )}
    </ConfirmComment>
  )
}
