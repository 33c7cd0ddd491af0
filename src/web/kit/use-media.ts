import { useSyncExternalStore } from 'react'

/** A question to the browser as a hook: whether a media query holds, now and after every change. */
function mediaHook(query: string): () => boolean {
  const subscribe = (listener: () => void): (() => void) => {
    const media = matchMedia(query)
    media.addEventListener('change', listener)
    return () => media.removeEventListener('change', listener)
  }
  const isSo = () => matchMedia(query).matches
  return () => useSyncExternalStore(subscribe, isSo)
}

/** Whether the screen is a phone's: lists become cards, forms one column. */
export const usePhone = mediaHook('(max-width: 640px)')

/** Whether the person asked their system for less movement. */
export const useReducedMotion = mediaHook('(prefers-reduced-motion: reduce)')
