import { useEffect } from 'react'
import type { WireRoom } from '../wire.ts'
import type { Steps } from './use-steps.ts'

/** Keys of the remote, wherever nobody is writing: C code, B blank, N pick, space close or reopen, S show. */
export function useRemoteKeys(isOpen: boolean, { activities, session }: WireRoom, steps: Steps): void {
  useEffect(() => {
    if (!isOpen) return
    const staged =
      activities.find(({ id }) => id === session.stage) ?? activities.findLast(({ state }) => state !== 'ready')
    function press(event: KeyboardEvent) {
      const at = event.target as HTMLElement
      const isWriting = at.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
      if (isWriting || event.metaKey || event.ctrlKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'c') void steps.stage('code')
      else if (key === 'b') void steps.stage('blank')
      else if (key === 'n') void steps.make({ kind: 'pick' }, true)
      else if (key === 's' && staged && staged.state !== 'shown') void steps.step(staged.id, 'show')
      else if (key === ' ' && staged && staged.state !== 'shown' && at.closest('button, a') === null) {
        event.preventDefault()
        void steps.step(staged.id, staged.state === 'open' ? 'close' : 'open')
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOpen, activities, session.stage, steps])
}
