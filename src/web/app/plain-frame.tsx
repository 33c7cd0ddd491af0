import { App as AntApp } from 'antd'
import { Outlet } from 'react-router'
import { RequireSession } from './session.tsx'

/** Around screens of somebody signed in that need all the room there is: a projector, a phone in class. */
export function PlainFrame() {
  return (
    <AntApp>
      <RequireSession>
        <Outlet />
      </RequireSession>
    </AntApp>
  )
}
