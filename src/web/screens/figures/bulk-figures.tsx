import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { WireFigure } from '../../../language/index.ts'
import type { WireBulkFigures } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { ChangedFlag } from './figure-number.tsx'
import { useReloadFigures } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** What can be done with many figures at once. */
export const BULK_ACTIONS = ['review', 'approve', 'accept', 'return'] as const
type Action = (typeof BULK_ACTIONS)[number]

interface BulkFiguresProps {
  readonly period: string
  readonly figures: readonly WireFigure[]
  readonly onClear: () => void
}

/** What can be done with the selected figures at once; what was refused is listed with the reason. */
export function BulkFigures({ period, figures, onClear }: BulkFiguresProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const reload = useReloadFigures()
  const [asked, setAsked] = useState<Action>()
  const [result, setResult] = useState<WireBulkFigures>()
  const allowing = (action: Action) => figures.filter((figure) => figure.can.includes(action))
  const possible = BULK_ACTIONS.filter((action) => allowing(action).length > 0)
  const able = asked ? allowing(asked) : []
  return (
    <>
      {figures.length > 0 && (
        <div className="bulk-bar figure-bulk" role="region" aria-label={t('bulk.title')}>
          <strong>{t('bulk.selected', { n: figures.length })}</strong>
          {possible.map((action) => (
            <Button key={action} danger={action === 'return'} onClick={() => setAsked(action)}>
              {t(`do.${action}`)} ({allowing(action).length})
            </Button>
          ))}
          {possible.length === 0 && <span>{t('bulk.none')}</span>}
          <Button type="link" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      {asked && (
        <ConfirmComment
          title={t('bulk.confirm', { action: t(`do.${asked}`), n: able.length })}
          comment={asked === 'return' || asked === 'accept' ? 'required' : 'optional'}
          okText={t(`do.${asked}`)}
          isDangerous={asked === 'return'}
          onClose={() => setAsked(undefined)}
          onConfirm={async (comment) => {
            const body = {
              period,
              codes: able.map((figure) => figure.code),
              action: asked,
              ...(comment ? { comment } : {}),
            }
            setResult(await api.post<WireBulkFigures>('/figures/bulk', body))
            onClear()
            await reload()
          }}
        >
          {able.length < figures.length && (
            <p>{t('bulk.some', { n: figures.length - able.length, all: figures.length })}</p>
          )}
          {asked === 'accept' && (
            <ul className="bulk-changes">
              {able.map((figure) => (
                <li key={figure.code}>
                  {figure.label[lang]} <ChangedFlag figure={figure} isShort />
                </li>
              ))}
            </ul>
          )}
        </ConfirmComment>
      )}
      <Modal
        open={result !== undefined}
        title={t('bulk.result')}
        onCancel={() => setResult(undefined)}
        footer={
          <Button type="primary" onClick={() => setResult(undefined)}>
            {t('bulk.close')}
          </Button>
        }
      >
        {result && <p>{t('bulk.done', { n: result.done })}</p>}
        {result && result.refused.length > 0 && (
          <>
            <p>{t('bulk.refused', { n: result.refused.length })}</p>
            <ul className="bulk-refused">
              {result.refused.map((one) => (
                <li key={one.code}>
                  <strong>{figuresCatalogue.indicators.get(one.code)?.label[lang] ?? one.code}</strong>
                  <span>{one.message[lang]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Modal>
    </>
  )
}
