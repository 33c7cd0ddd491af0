import { NavLink } from 'react-router'

interface MenuItemProps {
  readonly to: string
  readonly text: string
  readonly hint?: string
  readonly end?: boolean
}

/** One place of the menu. */
export function MenuItem({ to, text, hint, end = false }: MenuItemProps) {
  return (
    <li>
      <NavLink to={to} end={end}>
        <span>
          {text}
          {hint && <small>{hint}</small>}
        </span>
      </NavLink>
    </li>
  )
}
