import { App as AntApp } from 'antd'
import { Outlet } from 'react-router'

/** Around screens that need no account of a college: messages and questions work there too. */
export function OpenFrame() {
  return (
    <AntApp>
      <Outlet />
    </AntApp>
  )
}
