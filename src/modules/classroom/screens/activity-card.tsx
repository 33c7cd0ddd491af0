import { Button, Input } from 'antd'
import { useState } from 'react'
import type { BoardDefinition, GroupsDefinition, PickDefinition, WireActivity, WireRoom, WireSentAct } from '../wire.ts'
import type { WaitingPhoto } from './act-queue.ts'
import { Bars, WordCloud } from './bars.tsx'
import { PracticeBoard } from './practice-board.tsx'
import { useClassroomTexts } from './use-classroom-texts.ts'
import type { Steps } from './use-steps.ts'

interface ActivityCardProps {
  readonly activity: WireActivity
  readonly room: WireRoom
  readonly here: number
  readonly steps: Steps
  /** Photos that were taken here and are not sent yet. */
  readonly waiting: readonly WaitingPhoto[]
  readonly onAct: (kind: WireSentAct['kind'], body: WireSentAct['body'], photo?: Blob) => void
}

/** Kinds that students answer, so that their result is kept back until it is shown. */
const ANSWERED: readonly string[] = ['quiz', 'poll', 'words']

/** One activity on the remote: where it is, what came of it, what can be done next. */
export function ActivityCard(props: ActivityCardProps) {
  const t = useClassroomTexts()
  const { activity, room, here, steps } = props
  const { id, kind, title, state, result } = activity
  const isOpen = room.session.state === 'open'
  const isAnswered = ANSWERED.includes(kind)
  const isStaged = room.session.stage === id
  return (
    <article className={`card remote-activity remote-${state}`} aria-label={`${t(`kind.${kind}`)} ${title}`}>
      <header>
        <h2>
          <small>{t(`kind.${kind}`)}</small> {title}
        </h2>
        <span className={`class-state class-a-${state}`}>{t(`astate.${state}`)}</span>
        {isAnswered && state !== 'ready' && (
          <b className="remote-answered">{t('activity.answered', { n: result.answered, all: here })}</b>
        )}
      </header>
      <Result {...props} />
      {isOpen && (
        <footer className="class-actions">
          {state === 'ready' && (
            <>
              <Button type="primary" onClick={() => void steps.step(id, 'open')}>
                {t('activity.open')}
              </Button>
              <Button onClick={() => void steps.remove(id)}>{t('activity.remove')}</Button>
            </>
          )}
          {state === 'open' && kind === 'pick' && (
            <Button type="primary" onClick={() => void steps.pick(id, null)}>
              {t('pick.again')}
            </Button>
          )}
          {state === 'open' && isAnswered && (
            <Button onClick={() => void steps.step(id, 'close')}>{t('activity.close')}</Button>
          )}
          {state === 'open' && !isAnswered && kind !== 'pick' && kind !== 'groups' && (
            <Button onClick={() => void steps.step(id, 'close')}>{t('activity.close')}</Button>
          )}
          {(state === 'open' || state === 'closed') && isAnswered && (
            <Button type="primary" onClick={() => void steps.step(id, 'show')}>
              {t('activity.show')}
            </Button>
          )}
          {state === 'closed' && <Button onClick={() => void steps.step(id, 'open')}>{t('activity.again')}</Button>}
          {state !== 'ready' && !isStaged && <Button onClick={() => void steps.stage(id)}>{t('code.stage')}</Button>}
          {isStaged && <span className="class-still">{t('code.staged')}</span>}
        </footer>
      )}
    </article>
  )
}

function Result({ activity, room, steps, waiting, onAct }: ActivityCardProps) {
  const t = useClassroomTexts()
  const { id, kind, state, result, definition } = activity
  switch (kind) {
    case 'quiz':
      return (
        <ol className="remote-items">
          {(result.items ?? []).map(({ stem, answered, right, bars, solution }, i) => (
            <li key={i}>
              <p>{stem}</p>
              {answered > 0 || bars.length > 0 ? <Bars bars={bars} of={answered} showRight /> : null}
              <small>
                {answered > 0
                  ? t('activity.right', { n: right, p: `${Math.round((right / answered) * 100)}%` })
                  : state === 'ready'
                    ? ''
                    : t('activity.nobody-yet')}{' '}
                {t('activity.solution', { text: solution })}
              </small>
            </li>
          ))}
        </ol>
      )
    case 'poll':
      return <Bars bars={result.bars ?? []} of={result.answered} showRight={false} />
    case 'words':
      return <WordCloud words={result.words ?? []} />
    case 'pick':
      return (
        <>
          <ol className="remote-picks">
            {(result.picks ?? []).toReversed().map(({ name, at }) => (
              <li key={at}>{name}</li>
            ))}
          </ol>
          <p className="class-hint">{t('pick.rule', { seed: (definition as PickDefinition).seed })}</p>
        </>
      )
    case 'groups':
      return (
        <>
          <ol className="remote-groups">
            {(result.groups ?? []).map((group, i) => (
              <li key={i}>
                <b>{t('groups.number', { n: i + 1 })}</b> {group.map(({ name }) => name).join('、')}
              </li>
            ))}
          </ol>
          <p className="class-hint">{t('groups.rule', { seed: (definition as GroupsDefinition).seed })}</p>
        </>
      )
    case 'board':
      return (
        <>
          <ul className="remote-board">
            {(definition as BoardDefinition).notes.map((note) => (
              <li key={note}>
                <b>{note}</b>
              </li>
            ))}
            {(result.posts ?? []).map((post) => (
              <li key={post.id} className={post.hidden ? 'remote-hidden' : undefined}>
                <span>
                  {post.text} <small>{post.name}</small>
                </span>
                <Button
                  size="small"
                  onClick={() => void steps.board(id, post.hidden ? { unhide: post.id } : { hide: post.id })}
                >
                  {t(post.hidden ? 'board.unhide' : 'board.hide')}
                </Button>
              </li>
            ))}
          </ul>
          {room.session.state === 'open' && <Note onWrite={(note) => void steps.board(id, { note })} />}
        </>
      )
    case 'practice':
      return <PracticeBoard activity={activity} room={room} waiting={waiting} onAct={onAct} />
  }
}

function Note({ onWrite }: { readonly onWrite: (note: string) => void }) {
  const t = useClassroomTexts()
  const [note, setNote] = useState('')
  return (
    <form
      className="remote-note"
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim() === '') return
        onWrite(note.trim())
        setNote('')
      }}
    >
      <Input
        aria-label={t('board.note')}
        placeholder={t('board.note')}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button htmlType="submit">{t('board.write')}</Button>
    </form>
  )
}
