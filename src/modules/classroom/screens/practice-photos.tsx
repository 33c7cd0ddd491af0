import { App as AntApp } from 'antd'
import { useCallback, useState } from 'react'
import type { WireSentAct } from '../wire.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

interface PracticePhotosProps {
  readonly session: string
  /** Kept ones, by their hash. */
  readonly kept: readonly string[]
  /** Taken, and not sent yet. */
  readonly waiting: readonly Blob[]
  readonly isOpen: boolean
  readonly onAct: (kind: WireSentAct['kind'], body: WireSentAct['body'], photo?: Blob) => void
}

/** Photos of somebody's work: taken with the phone, seen, removed. What has not arrived yet says so. */
export function PracticePhotos({ session, kept, waiting, isOpen, onAct }: PracticePhotosProps) {
  const t = useClassroomTexts()
  const { message, modal } = AntApp.useApp()
  const [isBusy, setBusy] = useState(false)
  async function take(file: File | undefined) {
    if (!file) return
    setBusy(true)
    try {
      onAct('graded', { points: {}, photos: [] }, await shrinkPhoto(file))
    } catch {
      void message.error(t('practice.unreadable', { name: file.name }), 8)
    } finally {
      setBusy(false)
    }
  }
  const remove = (sha256: string) =>
    void modal.confirm({
      title: t('practice.remove-ask'),
      okText: t('practice.remove'),
      okButtonProps: { danger: true },
      onOk: () => onAct('graded', { points: {}, removed: [sha256] }),
    })
  return (
    <div className="remote-photos">
      {kept.map((sha256, i) => {
        const address = `/api/classroom/sessions/${session}/photos/${sha256}`
        return (
          <span key={sha256} className="remote-photo">
            <a href={address} target="_blank" rel="noreferrer">
              <img src={address} alt={t('practice.photo-n', { n: i + 1 })} loading="lazy" />
            </a>
            {isOpen && (
              <button type="button" aria-label={t('practice.remove-n', { n: i + 1 })} onClick={() => remove(sha256)}>
                ×
              </button>
            )}
          </span>
        )
      })}
      {waiting.map((photo, i) => (
        <Waiting key={i} photo={photo} />
      ))}
      {isOpen && (
        <label className="remote-take">
          {t(isBusy ? 'practice.preparing' : 'practice.photo')}
          <input
            type="file"
            // Without HEIC in the list, an iPhone turns its photos into JPEG by itself.
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            disabled={isBusy}
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
      )}
    </div>
  )
}

function Waiting({ photo }: { readonly photo: Blob }) {
  const t = useClassroomTexts()
  const show = useCallback(
    (image: HTMLImageElement) => {
      image.src = URL.createObjectURL(photo)
      return () => URL.revokeObjectURL(image.src)
    },
    [photo],
  )
  return (
    <span className="remote-photo remote-photo-waiting" role="status">
      <img ref={show} alt="" />
      <small>{t('practice.sending')}</small>
    </span>
  )
}
