import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { queryOf } from '../../../web/kit/api.ts'
import type { SignInState, WireRoom } from '../wire.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

/** What a lesson that is over comes to, and the way to file it where a plan needs proof. */
export function RecordHead({ room: { session, students } }: { readonly room: WireRoom }) {
  const t = useClassroomTexts()
  const navigate = useNavigate()
  const count = (...states: SignInState[]) => students.filter(({ state }) => state && states.includes(state)).length
  const evidence = {
    kind: 'record',
    register: 'lessons',
    record: session.lesson,
    name: t('record.evidence-name', { course: session.courseName, day: session.heldOn }),
    collectedOn: session.heldOn,
  }
  return (
    <div className="remote-record">
      <p className="remote-over">
        {t('remote.over')}{' '}
        {t('record.figures', {
          here: count('present', 'late'),
          late: count('late'),
          leave: count('leave'),
          absent: count('absent'),
        })}
      </p>
      <Button
        onClick={() => void navigate(`/registers/plan-evidence/new${queryOf({ values: JSON.stringify(evidence) })}`)}
      >
        {t('record.evidence')}
      </Button>
    </div>
  )
}
