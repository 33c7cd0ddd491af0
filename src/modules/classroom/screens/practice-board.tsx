import { App as AntApp, Button, Input } from 'antd'
import { useState } from 'react'
import { ApiError, upload } from '../../../web/kit/api.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { PracticeDefinition, WireActivity, WirePractice, WireRoom, WireSentAct } from '../wire.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface PracticeBoardProps {
  readonly activity: WireActivity
  readonly room: WireRoom
  readonly onAct: (kind: WireSentAct['kind'], body: WireSentAct['body']) => void
}

const NOTHING = { done: [], points: {}, note: null, photos: [] } as const

/** Who is how far in the workshop; a tap opens a student to check steps off and give points. */
export function PracticeBoard({ activity, room, onAct }: PracticeBoardProps) {
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
                onAct={(kind, body) => onAct(kind, { student: id, ...body })}
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
  onAct,
}: {
  readonly session: string
  readonly practice: WirePractice
  readonly definition: PracticeDefinition
  readonly isOpen: boolean
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
      <p className="remote-photos">
        {practice.photos.map((sha256) => (
          <img
            key={sha256}
            src={`/api/classroom/sessions/${session}/photos/${sha256}`}
            alt={t('practice.photo')}
            loading="lazy"
          />
        ))}
        {isOpen && <Photo onTaken={(sha256) => onAct('graded', { points: {}, photos: [sha256] })} />}
      </p>
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

/** Takes a photo by the phone's camera, or chooses one. It is sent at once: a lost line is said, and nothing is noted. */
function Photo({ onTaken }: { readonly onTaken: (sha256: string) => void }) {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const { message } = AntApp.useApp()
  async function take(file: File | undefined) {
    if (!file) return
    try {
      onTaken((await upload<{ sha256: string }>('/files', file)).sha256)
    } catch (error) {
      void message.error(error instanceof ApiError ? error.label[lang] : String(error))
    }
  }
  return (
    <label className="remote-take">
      {t('practice.photo')}
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </label>
  )
}
