import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { AnyRegister, Label, WireRecord } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'

interface BulkAction {
  readonly name: string
  readonly text: string
  readonly needsComment: boolean
  /** How many of the selected records allow it. */
  readonly count: number
}

interface BulkResult {
  readonly done: number
  readonly refused: readonly { readonly id: string; readonly message: Label }[]
}

interface BulkBarProps {
  readonly register: AnyRegister
  readonly rows: readonly WireRecord[]
  readonly onClear: () => void
}

/** What can be done with the selected records: offered when at least one allows it, and reported one by one. */
export function BulkBar({ register, rows, onClear }: BulkBarProps) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const [asked, setAsked] = useState<BulkAction>()
  const [result, setResult] = useState<BulkResult>()
  const titleOf = (id: string) => String(rows.find((row) => row.id === id)?.values[register.title] ?? id)
  const actions = actionsOf(rows, (label) => label[lang], { delete: t('action.delete'), restore: t('action.restore') })
  return (
    <>
      {rows.length > 0 && (
        <div className="bulk-bar" role="region" aria-label={t('bulk.title')}>
          <strong>{t('bulk.selected', { n: rows.length })}</strong>
          {actions.map((action) => (
            <Button key={action.name} onClick={() => setAsked(action)} danger={action.name === 'delete'}>
              {action.text}
              {action.count < rows.length && ` (${action.count})`}
            </Button>
          ))}
          {actions.length === 0 && <span>{t('bulk.nothing')}</span>}
          <Button type="link" onClick={onClear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      {asked && (
        <ConfirmComment
          title={t('bulk.confirm', { action: asked.text, n: rows.length })}
          comment={asked.needsComment ? 'required' : 'optional'}
          okText={asked.text}
          isDangerous={asked.name === 'delete'}
          onClose={() => setAsked(undefined)}
          onConfirm={async (comment) => {
            const body = {
              ids: rows.map((row) => row.id),
              versions: Object.fromEntries(rows.map((row) => [row.id, row.version])),
              action: asked.name,
              ...(comment === '' ? {} : { comment }),
            }
            setResult(await api.post<BulkResult>(`/registers/${register.name}/bulk`, body))
            await client.invalidateQueries({ queryKey: ['records', register.name] })
          }}
        >
          {asked.count < rows.length && <p>{t('bulk.some', { n: rows.length - asked.count })}</p>}
        </ConfirmComment>
      )}
      <Modal
        open={result !== undefined}
        title={t('bulk.result')}
        footer={
          <Button type="primary" onClick={() => setResult(undefined)}>
            {t('common.close')}
          </Button>
        }
        onCancel={() => setResult(undefined)}
        afterClose={onClear}
      >
        {result && (
          <>
            <p>{t('bulk.done', { n: result.done })}</p>
            {result.refused.length > 0 && (
              <>
                <p>{t('bulk.refused', { n: result.refused.length })}</p>
                <ul className="bulk-refused">
                  {result.refused.map((one) => (
                    <li key={one.id}>
                      <strong>{titleOf(one.id)}</strong> {one.message[lang]}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Modal>
    </>
  )
}

function actionsOf(
  rows: readonly WireRecord[],
  say: (label: Label) => string,
  words: { readonly delete: string; readonly restore: string },
): readonly BulkAction[] {
  const found = new Map<string, BulkAction>()
  const add = (name: string, text: string, needsComment: boolean) =>
    found.set(name, { name, text, needsComment, count: (found.get(name)?.count ?? 0) + 1 })
  for (const { can } of rows) {
    for (const action of can.actions) add(action.name, say(action.label), action.comment)
    if (can.delete) add('delete', words.delete, true)
    if (can.restore) add('restore', words.restore, false)
  }
  return [...found.values()]
}
