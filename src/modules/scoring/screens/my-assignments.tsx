import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import type { WireAssignment } from '../wire.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

interface Asking {
  readonly assignment: WireAssignment
  readonly action: 'accept' | 'decline'
}

/** Reviews that wait for the expert's word: no tie, or stepping back. */
export function MyAssignments({ assignments }: { readonly assignments: readonly WireAssignment[] }) {
  const t = useScoringTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  if (assignments.length === 0) return null
  async function declare(reason: string) {
    const { assignment, action } = asking!
    await api.post(`/scoring/assignments/${assignment.id}/${action}`, {
      version: assignment.version,
      ...(reason ? { reason } : {}),
    })
    void message.success(t(`declare.${action}-done`))
    await client.invalidateQueries({ queryKey: ['scoring'] })
  }
  return (
    <section className="score-assignments" aria-labelledby="score-assignments">
      <h2 id="score-assignments">{t('declare.title', { n: assignments.length })}</h2>
      <p>{t('declare.hint')}</p>
      <ul>
        {assignments.map((assignment) => (
          <li key={assignment.id}>
            <strong>{assignment.sheet}</strong>
            <small>
              {[
                assignment.plan,
                assignment.task,
                assignment.dueOn === null ? null : t('declare.due', { day: assignment.dueOn }),
                assignment.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <span>
              <Button type="primary" onClick={() => setAsking({ assignment, action: 'accept' })}>
                {t('declare.accept')}
              </Button>{' '}
              <Button onClick={() => setAsking({ assignment, action: 'decline' })}>{t('declare.decline')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmComment
          title={`${t(`declare.${asking.action}`)} · ${asking.assignment.sheet}`}
          comment={asking.action === 'decline' ? 'required' : 'none'}
          okText={t(`declare.${asking.action}`)}
          onConfirm={declare}
          onClose={() => setAsking(undefined)}
        >
          {asking.action === 'accept' && <p>{t('declare.text')}</p>}
        </ConfirmComment>
      )}
    </section>
  )
}
