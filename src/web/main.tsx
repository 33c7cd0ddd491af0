import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './app/base.css'
import './app/shell.css'
import './kit/kit.css'
import './kit/plain.css'
import './kit/data-table.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html: the element "root" is missing')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
