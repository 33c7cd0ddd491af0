import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { FormRow } from '../../../web/kit/form-row.tsx'
import type { WireTask, WireTaskStudent } from '../wire.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** One student gets longer, with a reason. */
export function ExtendTask({
  task,
  student,
  onClose,
}: {
  readonly task: WireTask
  readonly student: WireTaskStudent
  readonly onClose: () => void
}) {
  const t = useCourseworkTexts()
  const client = useQueryClient()
  const [until, setUntil] = useState('')
  return (
    <ConfirmComment
      title={t('extend-title', { name: student.name })}
      comment="required"
      okText={t('extend')}
      onConfirm={async (reason) => {
        await api.post(`/coursework/tasks/${task.id}/extensions`, {
          studentId: student.studentId,
          dueAt: new Date(until).toISOString(),
          reason,
        })
        await client.invalidateQueries({ queryKey: ['coursework'] })
      }}
      onClose={onClose}
    >
      <FormRow id="extend-until" label={t('due-at')} isRequired>
        <Input
          id="extend-until"
          type="datetime-local"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </FormRow>
    </ConfirmComment>
  )
}
