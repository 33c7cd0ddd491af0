import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { ApiError, api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { useLive } from '../../../web/kit/live.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireSeat } from '../wire.ts'
import { Hand } from './hand.tsx'
import { Line } from './line.tsx'
import { PhoneActivity } from './phone-activity.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { useActs } from './use-acts.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'
import './phone.css'

const STATES = { present: 'phone.here', late: 'phone.late', absent: 'phone.absent', leave: 'phone.leave' } as const

/** A student's phone in class: sign in, then whatever the teacher asks. */
export function LessonPhone() {
  const t = useClassroomTexts()
  const { session: id = '' } = useParams()
  const first = useQuery({
    queryKey: ['classroom', id, 'me'],
    queryFn: ({ signal }) => api.get<WireSeat>(`/classroom/sessions/${id}/me`, signal),
  })
  const { last, isLost } = useLive<{ view: WireSeat }>(
    first.data?.session.state === 'open' ? `/classroom/sessions/${id}/live?as=me` : null,
    ['view'],
  )
  const seat = last.view && last.view.revision >= (first.data?.revision ?? 0) ? last.view : first.data
  const acts = useActs(id, isLost)
  useEffect(() => {
    if (seat) document.title = `${seat.session.courseName} · 匠心`
  }, [seat])
  if (first.error && !seat)
    return (
      <main className="seat">
        <Link to="/classroom">← {t('phone.back')}</Link>
        {first.error instanceof ApiError && first.error.status === 404 ? (
          <div className="seat-wait" role="alert">
            <strong>{t('phone.not-yours')}</strong>
            <p>{t('phone.not-yours-hint')}</p>
          </div>
        ) : (
          <ErrorState error={first.error} onRetry={() => void first.refetch()} />
        )}
      </main>
    )
  if (!seat) return <Loading />
  const { me, session, activities } = seat
  const isHere = me.state === 'present' || me.state === 'late'
  const isOver = session.state === 'closed'
  return (
    <main className="seat">
      <header className="seat-head">
        <Link to="/classroom">← {t('phone.back')}</Link>
        <h1>{session.courseName}</h1>
        <p>
          {session.roomName} · {me.name}
          {me.state && <b className={`class-state class-${me.state}`}>{t(STATES[me.state])}</b>}
        </p>
      </header>
      <Line isLost={isLost} acts={acts} />
      {isOver && (
        <p className="seat-over" role="status">
          <strong>{t('phone.over')}</strong> {t('phone.over-hint')}
        </p>
      )}
      {!isOver && !isHere && <PhoneSignIn session={id} onDone={() => void first.refetch()} />}
      {isHere && me.pickedAt && isRecent(me.pickedAt) && !isOver && (
        <p className="seat-picked" role="alert">
          {t('phone.picked')}
        </p>
      )}
      {isHere &&
        activities
          .toReversed()
          .map((activity) => (
            <PhoneActivity
              key={activity.id}
              activity={activity}
              session={id}
              onAct={(kind, body) => void acts.act(kind, activity.id, body)}
            />
          ))}
      {isHere && activities.length === 0 && !isOver && (
        <div className="seat-wait">
          <strong>{t('phone.wait')}</strong>
          <p>{t('phone.wait-hint')}</p>
        </div>
      )}
      {isHere && !isOver && (
        <footer className="seat-foot">
          <button
            type="button"
            aria-pressed={me.handUp}
            onClick={() => void acts.act('raised-hand', null, { up: !me.handUp })}
          >
            <Hand /> {t(me.handUp ? 'phone.hand-down' : 'phone.hand-up')}
          </button>
        </footer>
      )}
    </main>
  )
}

const PICKED_MS = 60_000
const isRecent = (at: string) => Date.now() - Date.parse(at) < PICKED_MS
