import react from '@vitejs/plugin-react'
import path from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** Builds the screens into dist/web, from where the server hands them out. */
export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: path.join(here, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1600,
  },
  server: {
    proxy: { '/api': process.env['JIANGXIN_SERVER'] ?? 'http://127.0.0.1:8080' },
  },
})
