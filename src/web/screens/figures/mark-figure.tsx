import { FlagFilled, FlagOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useReloadFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Marks a figure for a second look with a note, or takes the mark away. */
export function MarkFigure({ figure, isSmall }: { readonly figure: WireFigure; readonly isSmall?: boolean }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const reload = useReloadFigures()
  const [isAsked, setAsked] = useState(false)
  if (!figure.can.includes('mark')) return null
  const text = t(figure.marked ? 'mark.remove' : 'mark.add')
  return (
    <>
      <Button
        icon={figure.marked ? <FlagFilled className="figure-marked" /> : <FlagOutlined />}
        aria-pressed={figure.marked}
        {...(isSmall
          ? { size: 'small', type: 'text', 'aria-label': `${text} ${figure.label[lang]}`, title: text }
          : {})}
        onClick={() => setAsked(true)}
      >
        {isSmall ? null : text}
      </Button>
      {isAsked && (
        <ConfirmComment
          title={t('act.title', { action: text, name: figure.label[lang] })}
          comment={figure.marked ? 'none' : 'optional'}
          okText={text}
          onClose={() => setAsked(false)}
          onConfirm={async (note) => {
            await api.post(`/figures/${encodeURIComponent(figure.code)}/marks`, {
              period: figure.period,
              unit: figure.unitId,
              marked: !figure.marked,
              ...(note ? { note } : {}),
            })
            await reload()
          }}
        />
      )}
    </>
  )
}
