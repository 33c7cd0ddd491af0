import { useQuery } from '@tanstack/react-query'
import { App as AntApp, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { useLive } from '../../../web/kit/live.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { usePhone } from '../../../web/kit/use-media.ts'
import type { WireCode, WireRoom } from '../wire.ts'
import { ActivityCard } from './activity-card.tsx'
import { CodeCard } from './code-card.tsx'
import { Hand } from './hand.tsx'
import { Line } from './line.tsx'
import { NewActivityBar } from './new-activity.tsx'
import { StudentList } from './student-list.tsx'
import { RecordHead } from './record-head.tsx'
import { Timeline } from './timeline.tsx'
import { useActs } from './use-acts.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'
import { useRemoteKeys } from './use-remote-keys.ts'
import { useSteps } from './use-steps.ts'
import './classroom.css'
import './remote.css'

/** The teacher's remote: on the desk or in the hand. */
export function LessonRemote() {
  const { session: id = '' } = useParams()
  const first = useQuery({
    queryKey: ['classroom', id],
    queryFn: ({ signal }) => api.get<WireRoom>(`/classroom/sessions/${id}`, signal),
  })
  const { last, isLost } = useLive<{ view: WireRoom; code: WireCode }>(
    first.data?.session.state === 'open' ? `/classroom/sessions/${id}/live?as=remote` : null,
    ['view', 'code'],
  )
  const room = last.view && last.view.revision >= (first.data?.revision ?? 0) ? last.view : first.data
  if (first.error && !room) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />
  if (!room) return <Loading />
  return <Room room={room} code={last.code} isLost={isLost} onChange={() => void first.refetch()} />
}

function Room({
  room,
  code,
  isLost,
  onChange,
}: {
  readonly room: WireRoom
  readonly code: WireCode | undefined
  readonly isLost: boolean
  readonly onChange: () => void
}) {
  const t = useClassroomTexts()
  const isPhone = usePhone()
  const { modal } = AntApp.useApp()
  const [side, setSide] = useState<'activities' | 'students'>('activities')
  const { session, students, activities } = room
  const isOpen = session.state === 'open'
  const acts = useActs(session.id, isLost)
  const steps = useSteps(session.id, onChange)
  useRemoteKeys(isOpen, room, steps)
  useEffect(() => {
    if (!isLost) return
    const wait = setInterval(onChange, 5000)
    return () => clearInterval(wait)
  }, [isLost, onChange])
  const here = students.filter(({ state }) => state === 'present' || state === 'late').length
  const hands = students.filter(({ handUpAt }) => handUpAt).length
  const close = () =>
    void modal.confirm({
      title: t('remote.close'),
      content: t('remote.close-ask', { n: students.filter(({ state }) => state === null).length }),
      okText: t('remote.close'),
      onOk: () => steps.close(),
    })
  const shown = isPhone ? [side] : (['activities', 'students'] as const)
  return (
    <div className="remote">
      <PageHeader
        title={session.courseName}
        back={{ to: '/classroom', text: t('day.title') }}
        tags={
          <>
            <span className="remote-count">{t('remote.here', { here, all: students.length })}</span>
            {hands > 0 && (
              <span className="remote-hands">
                <Hand /> {t('remote.hands', { n: hands })}
              </span>
            )}
          </>
        }
        subtitle={[
          session.classNames.join('、'),
          session.roomName,
          session.heldOn,
          ...(session.extraReason ? [t('remote.extra', { reason: session.extraReason })] : []),
        ].join(' · ')}
        actions={
          isOpen && (
            <>
              <Button href={`/classroom/${session.id}/screen`} target="_blank">
                {t('remote.projector')}
              </Button>
              <Button danger onClick={close}>
                {t('remote.close')}
              </Button>
            </>
          )
        }
      />
      <Line isLost={isLost && isOpen} acts={acts} />
      {!isOpen && <RecordHead room={room} />}
      {isPhone && (
        <div className="remote-sides" role="group">
          {(['activities', 'students'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
              {t(`remote.${one}`)}
              {one === 'students' && hands > 0 && (
                <>
                  {' '}
                  <Hand /> {hands}
                </>
              )}
            </button>
          ))}
        </div>
      )}
      <div className="remote-columns">
        {shown.includes('activities') && (
          <section aria-label={t('remote.activities')}>
            {isOpen && <CodeCard session={session} code={code} onStage={(stage) => void steps.stage(stage)} />}
            {isOpen && <NewActivityBar onMake={steps.make} here={here} course={session.course} />}
            {activities.length === 0 && isOpen && (
              <p className="class-hint">
                {t('remote.no-activities')} {t('remote.no-activities-hint')}
              </p>
            )}
            {activities.toReversed().map((activity) => (
              <ActivityCard
                key={activity.id}
                activity={activity}
                room={room}
                here={here}
                steps={steps}
                waiting={acts.waitingPhotos}
                onAct={(kind, body, photo) => void acts.act(kind, activity.id, body, photo)}
              />
            ))}
            {!isOpen && <Timeline session={session.id} />}
            {isOpen && !isPhone && <p className="class-hint">{t('remote.keys')}</p>}
          </section>
        )}
        {shown.includes('students') && (
          <section aria-label={t('remote.students')}>
            <StudentList students={students} isOpen={isOpen} steps={steps} />
          </section>
        )}
      </div>
    </div>
  )
}
