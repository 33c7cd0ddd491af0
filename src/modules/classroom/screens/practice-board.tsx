import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PracticeDefinition, WireActivity, WirePractice, WireRoom, WireSentAct } from '../wire.ts'
import type { WaitingPhoto } from './act-queue.ts'
import { PracticePhotos } from './practice-photos.tsx'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface PracticeBoardProps {
  readonly activity: WireActivity
  readonly room: WireRoom
  /** Taken here, and not sent yet. */
  readonly waiting: readonly WaitingPhoto[]
  readonly onAct: (kind: WireSentAct['kind'], body: WireSentAct['body'], photo?: Blob) => void
}

const NOTHING = { done: [], points: {}, note: null, photos: [] } as const

/** Who is how far in the workshop; a tap opens a student to check steps off and give points. */
export function PracticeBoard({ activity, room, waiting, onAct }: PracticeBoardProps) {
  const t = useClassroomTexts()
  const [open, setOpen] = useState<string>()
  const definition = activity.definition as PracticeDefinition
  const here = room.students.filter(({ state }) => state === 'present' || state === 'late')
  return (
    <ul className="remote-practice">
      {here.map(({ id, name }) => {
        const practice = activity.result.practice?.find(({ student }) => student === id) ?? { student: id, ...NOTHING }
        return (
          <li key={id}>
            <button type="button" aria-expanded={open === id} onClick={() => setOpen(open === id ? undefined : id)}>
              <strong>{name}</strong>
              <span>{t('practice.done', { n: practice.done.length, all: definition.steps.length })}</span>
            </button>
            {open === id && (
              <OneStudent
                key={JSON.stringify(practice.points)}
                session={room.session.id}
                practice={practice}
                definition={definition}
                isOpen={room.session.state === 'open' && activity.state === 'open'}
                waiting={waiting.flatMap((one) =>
                  one.activity === activity.id && one.student === id ? one.photo : [],
                )}
                onAct={(kind, body, photo) => onAct(kind, { student: id, ...body }, photo)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function OneStudent({
  session,
  practice,
  definition,
  isOpen,
  waiting,
  onAct,
}: {
  readonly session: string
  readonly practice: WirePractice
  readonly definition: PracticeDefinition
  readonly isOpen: boolean
  readonly waiting: readonly Blob[]
  readonly onAct: PracticeBoardProps['onAct']
}) {
  const t = useClassroomTexts()
  const [points, setPoints] = useState<Readonly<Record<string, string>>>(practice.points)
  const [note, setNote] = useState(practice.note ?? '')
  // Shown as done at once, though it may still be on its way.
  const [ticked, setTicked] = useState<Readonly<Record<number, boolean>>>({})
  return (
    <div className="remote-one">
      {definition.steps.map((step, i) => (
        <label key={step} className="remote-step">
          <input
            type="checkbox"
            disabled={!isOpen}
            checked={ticked[i] ?? practice.done.includes(i)}
            onChange={(event) => {
              setTicked({ ...ticked, [i]: event.target.checked })
              onAct('practised', { step: i, done: event.target.checked })
            }}
          />
          {i + 1}. {step}
        </label>
      ))}
      {definition.rubric.map(({ label, max }) => (
        <label key={label} className="class-field">
          {t('practice.max', { label, max })}
          <Input
            inputMode="decimal"
            disabled={!isOpen}
            value={points[label] ?? ''}
            onChange={(event) => setPoints({ ...points, [label]: event.target.value })}
          />
        </label>
      ))}
      <label className="class-field">
        {t('practice.note')}
        <Input value={note} maxLength={300} disabled={!isOpen} onChange={(event) => setNote(event.target.value)} />
      </label>
      <PracticePhotos session={session} kept={practice.photos} waiting={waiting} isOpen={isOpen} onAct={onAct} />
      {isOpen && (
        <Button
          type="primary"
          onClick={() =>
            onAct('graded', { points: Object.fromEntries(Object.entries(points).filter(([, p]) => p !== '')), note })
          }
        >
          {t('practice.save')}
        </Button>
      )}
    </div>
  )
}
