/** A raised hand: a picture, for not every device has a letter for it. */
export function Hand() {
  return (
    <svg className="class-hand" viewBox="0 0 24 24" aria-hidden focusable="false">
      <path
        fill="currentColor"
        d="M8 12V4.5a1.5 1.5 0 0 1 3 0V11h.5V2.5a1.5 1.5 0 0 1 3 0V11h.5V4a1.5 1.5 0 0 1 3 0v9.5l1.2-2.1a1.6 1.6 0 0 1 2.8 1.6l-3.4 6.2A6 6 0 0 1 13.4 22H12a6.5 6.5 0 0 1-6.5-6.5v-8a1.25 1.25 0 0 1 2.5 0z"
      />
    </svg>
  )
}
